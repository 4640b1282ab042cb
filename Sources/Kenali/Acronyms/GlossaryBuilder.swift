import KenaliLexicon
import KenaliText

/// Gathers the glossary of a document.
///
/// A form whose expansions differ only in marks, small words, a letter or two or a word at the end has one entry: "Badan
/// Meteorologi Klimatologi dan Geofisika" and "Badan Meteorologi, Klimatologi, dan Geofisika". It shows the first.
///
/// It is kept from document to document for its room.
struct GlossaryBuilder: Sendable {
    /// The first entry of each form; -1 for none.
    private var firstEntries: [Int32] = []
    private var entries: [Entry] = []
    /// The mentions as linked lists, each with the next one of its entry; -1 behind the last.
    private var mentions: [(mention: Int32, next: Int32)] = []

    private struct Entry {
        /// What it stands for, as it is written first.
        var expansion: String?
        /// The places of its first and its last mention in the list, and how many there are.
        var first: Int32
        var last: Int32
        var count: Int32 = 1
        /// The next entry of the form; -1 behind the last.
        var next: Int32 = -1
        /// The words of its expansion, once another one was met.
        var words: [[UInt8]]?
    }

    /// The most expansions of one form that are compared.
    private static let mostExpansions = 16

    /// Forgets the document before.
    mutating func removeAll() {
        firstEntries.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        mentions.removeAll(keepingCapacity: true)
    }

    /// Adds a mention of a short form, given the form's number, which is small.
    mutating func add(mention: Int, of form: Int, _ expansion: String?) {
        if form >= firstEntries.count {
            firstEntries.append(contentsOf: repeatElement(-1, count: form + 1 - firstEntries.count))
        }
        let place = Int32(mentions.count)
        mentions.append((Int32(mention), -1))
        let (entry, last) = entry(form, expansion)
        if let entry {
            mentions[Int(entries[entry].last)].next = place
            entries[entry].last = place
            entries[entry].count += 1
            return
        }
        if let last {
            entries[last].next = Int32(entries.count)
        } else {
            firstEntries[form] = Int32(entries.count)
        }
        entries.append(Entry(expansion: expansion, first: place, last: place))
    }

    /// The entry that a form has for an expansion, and the last entry of the form.
    private mutating func entry(_ form: Int, _ expansion: String?) -> (Int?, last: Int?) {
        // Nearly always it is written as before.
        var last: Int?
        var count = 0
        var next = firstEntries[form]
        while next >= 0 {
            let entry = Int(next)
            if count < Self.mostExpansions, entries[entry].expansion == expansion { return (entry, nil) }
            last = entry
            count += 1
            next = entries[entry].next
        }
        guard count > 0 else { return (nil, nil) }
        let words = Self.words(expansion ?? "")
        next = firstEntries[form]
        for _ in 0..<min(count, Self.mostExpansions) {
            let entry = Int(next)
            let others = entries[entry].words ?? Self.words(self.expansion(entry))
            entries[entry].words = others
            if Self.isSame(others, words) { return (entry, nil) }
            next = entries[entry].next
        }
        return (nil, last)
    }

    /// What an entry says that its form stands for.
    func expansion(_ entry: Int) -> String { entries[entry].expansion ?? "" }

    /// How many entries there are.
    var count: Int { entries.count }

    /// The first mention of an entry.
    func firstMention(of entry: Int) -> Int { Int(mentions[Int(entries[entry].first)].mention) }

    /// The first eight bytes of a form in small letters as a number: of two whose numbers differ the smaller one stands first in a
    /// list of abbreviations, which is by form without regard to case, then by expansion.
    static func start(of form: String) -> UInt64 {
        let text = form.utf8Span.span.isASCII ? form : form.lowercased()
        let letters = text.utf8Span.span
        var start: UInt64 = 0
        for index in 0..<8 { start = start << 8 | (index < letters.count ? UInt64(letters[index].folded) : 0) }
        return start
    }

    /// The mentions of an entry, in the order of the text.
    func mentions(of entry: Int) -> [Int] {
        var all: [Int] = []
        all.reserveCapacity(Int(entries[entry].count))
        var next = entries[entry].first
        while next >= 0 {
            all.append(Int(mentions[Int(next)].mention))
            next = mentions[Int(next)].next
        }
        return all
    }

    /// The words of an expansion in lower case, without small ones.
    private static func words(_ expansion: String) -> [[UInt8]] {
        var letters: [UInt8] = []
        letters.append(lowercased: expansion.utf8Span.span)
        return letters.split { $0 < 0x30 || (0x3A..<0x61).contains($0) }.map { Array($0) }
            .filter { !small.contains($0) }
    }

    private static let small = ["dan", "di", "dengan", "atas", "untuk", "of", "the", "and"].map { Array($0.utf8) }

    private static func isSame(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
        guard abs(left.count - right.count) <= (min(left.count, right.count) >= 3 ? 1 : 0) else { return false }
        return zip(left, right).allSatisfy { isNear($0, $1) }
    }

    /// Whether two words are one but for a letter: "Klimatologi", "Klimatalogi"; short ones must be the same.
    private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left == right { return true }
        guard min(left.count, right.count) >= 7, abs(left.count - right.count) <= 1 else { return false }
        let shared = zip(left, right).prefix { $0 == $1 }.count
        let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return shared + end >= max(left.count, right.count) - 1
    }
}

extension Document {
    /// The short forms of a document, one entry for each form and meaning.
    func glossary(
        _ mentions: [Mention], _ built: BuiltMentions, _ builder: inout GlossaryBuilder
    ) -> [GlossaryEntry] {
        // What the entries say is not held longer than they are needed.
        defer { builder.removeAll() }
        var next = 0
        for index in mentions.indices {
            guard case .acronym(let acronym) = mentions[index].detail else { continue }
            builder.add(mention: index, of: Int(built.forms[next]), acronym.expansion)
            next += 1
        }
        var forms: [String] = []
        forms.reserveCapacity(builder.count)
        var order: [(start: UInt64, entry: Int)] = []
        order.reserveCapacity(builder.count)
        for entry in 0..<builder.count {
            let form = string(built.tokens(of: builder.firstMention(of: entry)))
            forms.append(form)
            order.append((GlossaryBuilder.start(of: form), entry))
        }
        // The first letters decide, but for long forms and for those with several meanings.
        order.sort {
            $0.start != $1.start
                ? $0.start < $1.start
                : (forms[$0.entry].lowercased(), builder.expansion($0.entry))
                    < (forms[$1.entry].lowercased(), builder.expansion($1.entry))
        }
        var glossary: [GlossaryEntry] = []
        glossary.reserveCapacity(order.count)
        for (_, entry) in order {
            let all = builder.mentions(of: entry)
            guard case .acronym(let acronym) = mentions[all[0]].detail else { continue }
            glossary.append(GlossaryEntry(form: forms[entry], acronym: acronym, mentions: all))
        }
        return glossary
    }
}
