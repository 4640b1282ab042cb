import KenaliLexicon

/// What tells the things of a corpus apart, before it is known which are one.
///
/// `=person:saifullah-yusuf`, `=ministry:kemensos`, `=location:32.73` by a registry or a code; `person:hendra wijaya` by the full name;
/// `short:hendra@=person:...` by a single word and who is named beside it, for only the company tells who that is.
enum IndexKey {
    /// Stands in front of keys and titles that a registry knows.
    static let knownMark = "="
    static let mark = UInt8(ascii: "=")

    static func person(_ id: String) -> String { "=person:\(id)" }
    static func fullName(_ name: String) -> String { "person:\(name)" }
    static func shortName(_ name: String, beside context: String) -> String { "short:\(name)@\(context)" }

    /// The kind of thing that a key is of.
    static func kind(of key: String) -> MentionKind? {
        let kind = key.drop { $0 == "=" }.prefix { $0 != ":" }
        return kind == "short" ? .person : MentionKind(rawValue: String(kind))
    }

    /// What stands behind the kind.
    static func value(of key: String) -> Substring { key.drop { $0 != ":" }.dropFirst() }

    /// The name and the context of a short name's key; nil for others.
    static func short(_ key: String) -> (name: String, context: String)? {
        guard key.hasPrefix("short:"), let at = key.firstIndex(of: "@") else { return nil }
        return (String(key[key.index(key.startIndex, offsetBy: 6)..<at]), String(key[key.index(after: at)...]))
    }

    /// The name of a body in small letters, without its legal form and the country behind it: PT Pertamina (Persero) is
    /// Pertamina, Dewan Perwakilan Rakyat Republik Indonesia is Dewan Perwakilan Rakyat.
    static func body(_ name: String) -> String {
        let words = name.lowercased().split(separator: " ")
        var kept = words[...]
        while let first = kept.first, ["pt", "pt."].contains(first) { kept = kept.dropFirst() }
        while let last = kept.last, ["(persero)", "persero", "tbk", "tbk.", "ri"].contains(last) {
            kept = kept.dropLast()
        }
        if kept.suffix(2).elementsEqual(["republik", "indonesia"]) { kept = kept.dropLast(2) }
        return kept.isEmpty ? name.lowercased() : kept.joined(separator: " ")
    }

    /// The words of a name in small letters with a blank between, without marks and initials.
    static func plain(_ name: String) -> String {
        var words: [String] = []
        var word = ""
        func finish() {
            if word.count > 1 || !words.isEmpty && ["i", "v", "x"].contains(word) { words.append(word) }
            word = ""
        }
        for character in name.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if !"'’`".contains(character) {
                finish()
            }
        }
        finish()
        return words.isEmpty ? name.lowercased() : words.joined(separator: " ")
    }
}
