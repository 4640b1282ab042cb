import KenaliLexicon

/// Gathers the glossary of a document.
///
/// A form whose expansions differ only in marks, small words, a letter or two or a word at the end has one entry: "Badan
/// Meteorologi Klimatologi dan Geofisika" and "Badan Meteorologi, Klimatologi, dan Geofisika". It shows the first.
struct GlossaryBuilder {
    private(set) var entries: [GlossaryEntry] = []
    /// The forms in small letters.
    private var forms = NameTable()
    /// The first entry of each form.
    private var firstEntries: [Int32] = []
    /// What else is known of each entry.
    private var known: [Known] = []

    private struct Known {
        /// The number of its form.
        var form: NameTable.Number
        /// The next entry of the form; -1 behind the last.
        var next: Int32 = -1
        /// The words of its expansion, once another one was met.
        var words: [[UInt8]]?
    }

    /// The most expansions of one form that are compared.
    private static let mostExpansions = 16

    /// Where a short form with its expansion stands, or will stand.
    struct Place {
        fileprivate var form: NameTable.Number
        /// Its entry; nil when there is none yet.
        fileprivate(set) var entry: Int?
        /// The last entry of the form.
        fileprivate var last: Int?
    }

    /// Finds the place of a short form.
    mutating func place(of form: Span<UInt8>, _ acronym: Acronym) -> Place {
        forms.write(lowercased: form)
        let number = forms.take()
        if Int(number) == firstEntries.count { firstEntries.append(-1) }
        let (entry, last) = entry(number, acronym.expansion ?? "")
        return Place(form: number, entry: entry, last: last)
    }

    /// Adds a mention to an entry.
    mutating func add(mention: Int, to entry: Int) { entries[entry].mentions.append(mention) }

    /// Adds an entry where there is none.
    mutating func add(_ entry: GlossaryEntry, at place: Place) {
        let number = Int32(known.count)
        if let last = place.last { known[last].next = number } else { firstEntries[Int(place.form)] = number }
        known.append(Known(form: place.form))
        entries.append(entry)
    }

    /// The entry that a form has for an expansion, and the last entry of the form.
    private mutating func entry(_ form: NameTable.Number, _ expansion: String) -> (Int?, last: Int?) {
        // Nearly always it is written as before.
        var last: Int?
        var count = 0
        var next = firstEntries[Int(form)]
        while next >= 0 {
            let entry = Int(next)
            if count < Self.mostExpansions, self.expansion(entry) == expansion { return (entry, nil) }
            last = entry
            count += 1
            next = known[entry].next
        }
        guard count > 0 else { return (nil, nil) }
        let words = Self.words(expansion)
        next = firstEntries[Int(form)]
        for _ in 0..<min(count, Self.mostExpansions) {
            let entry = Int(next)
            let others = known[entry].words ?? Self.words(self.expansion(entry))
            known[entry].words = others
            if Self.isSame(others, words) { return (entry, nil) }
            next = known[entry].next
        }
        return (nil, last)
    }

    private func expansion(_ entry: Int) -> String { entries[entry].acronym.expansion ?? "" }

    /// The entries as a list of abbreviations has them: by form without regard to case, then by expansion.
    borrowing func sortedEntries() -> [GlossaryEntry] {
        entries.indices.sorted { left, right in
            guard known[left].form == known[right].form else {
                return forms.precedes(known[left].form, known[right].form)
            }
            return expansion(left) < expansion(right)
        }.map { entries[$0] }
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
    func glossary(_ mentions: [Mention], _ built: BuiltMentions) -> [GlossaryEntry] {
        var glossary = GlossaryBuilder()
        for index in mentions.indices {
            guard case .acronym(let acronym) = mentions[index].detail else { continue }
            let tokens = built.tokens(of: index)
            let place =
                isPlain(tokens)
                ? glossary.place(of: bytes.extracting(utf8Range(of: tokens)), acronym)
                : glossary.place(of: string(tokens).utf8Span.span, acronym)
            if let entry = place.entry {
                glossary.add(mention: index, to: entry)
            } else {
                glossary.add(GlossaryEntry(form: string(tokens), acronym: acronym, mentions: [index]), at: place)
            }
        }
        return glossary.sortedEntries()
    }
}
