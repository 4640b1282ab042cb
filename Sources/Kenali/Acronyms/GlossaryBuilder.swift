import KenaliLexicon

/// Gathers the glossary of a document.
///
/// A form whose expansions differ only in marks, small words, a letter or two or a word at the end has one entry: "Badan
/// Meteorologi Klimatologi dan Geofisika" and "Badan Meteorologi, Klimatologi, dan Geofisika". It shows the first.
struct GlossaryBuilder {
    private(set) var entries: [GlossaryEntry] = []
    /// The forms in small letters.
    private var forms = NameTable()
    /// The number of the form of each entry.
    private var formOf: [NameTable.Number] = []
    /// What is known of each form.
    private var known: [[Known]] = []

    private struct Known {
        var entry: Int
        var expansion: String
        /// The words of the expansion, once another one was met.
        var words: [[UInt8]]?
    }

    /// The most expansions of one form that are compared.
    private static let mostExpansions = 16

    mutating func add(_ form: String, _ acronym: Acronym, mention: Int) {
        let number = Int(forms.number(lowercased: form))
        if number == known.count { known.append([]) }
        let expansion = acronym.expansion ?? ""
        if let entry = entry(number, expansion) {
            entries[entry].mentions.append(mention)
            return
        }
        known[number].append(Known(entry: entries.count, expansion: expansion))
        formOf.append(NameTable.Number(number))
        entries.append(GlossaryEntry(form: form, acronym: acronym, mentions: [mention]))
    }

    /// The entry that a form has for an expansion.
    private mutating func entry(_ form: Int, _ expansion: String) -> Int? {
        let count = min(known[form].count, Self.mostExpansions)
        guard count > 0 else { return nil }
        // Nearly always it is written as before.
        for index in 0..<count where known[form][index].expansion == expansion { return known[form][index].entry }
        let words = Self.words(expansion)
        for index in 0..<count {
            let others = known[form][index].words ?? Self.words(known[form][index].expansion)
            known[form][index].words = others
            if Self.isSame(others, words) { return known[form][index].entry }
        }
        return nil
    }

    /// The entries as a list of abbreviations has them: by form without regard to case, then by expansion.
    func sortedEntries() -> [GlossaryEntry] {
        entries.indices.sorted { left, right in
            guard formOf[left] == formOf[right] else { return forms.precedes(formOf[left], formOf[right]) }
            return (entries[left].acronym.expansion ?? "") < (entries[right].acronym.expansion ?? "")
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
    func glossary(_ built: MentionBuilder, _ settlement: Settlement) -> [GlossaryEntry] {
        var glossary = GlossaryBuilder()
        for (index, mention) in built.mentions.enumerated() {
            guard case .acronym(let acronym) = mention.detail else { continue }
            glossary.add(string(settlement[built.places[index]].tokens), acronym, mention: index)
        }
        return glossary.sortedEntries()
    }
}
