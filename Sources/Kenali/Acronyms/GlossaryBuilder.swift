/// Gathers the glossary of a document.
///
/// A form whose expansions differ only in marks, small words, a letter or two or a word at the end has one entry: "Badan
/// Meteorologi Klimatologi dan Geofisika" and "Badan Meteorologi, Klimatologi, dan Geofisika". It shows the first.
struct GlossaryBuilder {
    private(set) var entries: [GlossaryEntry] = []
    /// The entries of a form in lower case, with the words of their expansions.
    private var known: [String: [Known]] = [:]

    private struct Known {
        var entry: Int
        var expansion: String
        var words: [[UInt8]]
    }

    /// The most expansions of one form that are compared.
    private static let mostExpansions = 16

    mutating func add(_ form: String, _ acronym: Acronym, mention: Int) {
        let key = form.lowercased()
        let expansion = acronym.expansion ?? ""
        let others = known[key, default: []].prefix(Self.mostExpansions)
        // Nearly always it is written as before.
        if let same = others.first(where: { $0.expansion == expansion }) {
            entries[same.entry].mentions.append(mention)
            return
        }
        let words = Self.words(expansion)
        if let same = others.first(where: { Self.isSame($0.words, words) }) {
            entries[same.entry].mentions.append(mention)
            return
        }
        known[key, default: []].append(Known(entry: entries.count, expansion: expansion, words: words))
        entries.append(GlossaryEntry(form: form, acronym: acronym, mentions: [mention]))
    }

    /// The words of an expansion in lower case, without small ones.
    private static func words(_ expansion: String) -> [[UInt8]] {
        expansion.lowercased().utf8.split { $0 < 0x30 || (0x3A..<0x61).contains($0) }.map { Array($0) }
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
