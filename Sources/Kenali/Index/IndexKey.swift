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

    /// The name of a body in small letters, without what stands in brackets, its legal form and the country behind it: PT
    /// Pertamina (Persero) is Pertamina, Dewan Perwakilan Rakyat Republik Indonesia is Dewan Perwakilan Rakyat. Short forms
    /// are written out, and a province behind has its usual name: "Pemprov Jabar" is Pemerintah Provinsi Jawa Barat.
    static func body(_ name: String, _ forms: inout ShortForms) -> String {
        var kept = words(name)[...]
        while let first = kept.first, ["PT", "PT.", "Pt"].contains(first) { kept = kept.dropFirst() }
        while let last = kept.last?.lowercased(), ["persero", "tbk", "tbk.", "ri"].contains(last) {
            kept = kept.dropLast()
        }
        if kept.suffix(2).map({ $0.lowercased() }).elementsEqual(["republik", "indonesia"]) { kept = kept.dropLast(2) }
        guard kept.count > 1, let first = kept.first else {
            return kept.first?.lowercased() ?? name.lowercased()
        }
        let head = forms.expansion(of: first) ?? String(first)
        let written = head.split(separator: " ").map(String.init) + kept.dropFirst().map(String.init)
        return withUsualProvince(written).map { word in
            isCapitals(word) ? forms.expansion(of: word[...], isOnly: true) ?? word : word
        }
        .joined(separator: " ").lowercased()
    }

    /// The words of a name without what stands in brackets.
    static func words(_ name: String) -> [Substring] {
        var words: [Substring] = []
        var depth = 0
        for word in name.split(separator: " ") {
            if word.first == "(" { depth += 1 }
            if depth == 0 { words.append(word) }
            if word.last == ")" { depth = max(0, depth - 1) }
        }
        return words
    }

    /// Words at whose end a province has its usual name, with the word for it left out, but for "Pemerintah Provinsi": "BPS
    /// Provinsi DKI Jakarta", "BPS DKI".
    private static func withUsualProvince(_ words: [String]) -> [String] {
        for start in words.indices.suffix(longestProvince) {
            let tail = words[start...].joined(separator: " ").lowercased()
            guard let name = PersonRegistry.builtIn.usualProvince(tail) else { continue }
            let rest = words[..<start]
            let isTold = rest.last?.lowercased() == "provinsi" && rest.dropLast().last?.lowercased() != "pemerintah"
            return Array(isTold ? rest.dropLast() : rest) + [name]
        }
        return words
    }

    /// Whether a word has two capitals or more, and nothing else: "IKN", "DPR".
    private static func isCapitals(_ word: String) -> Bool {
        word.utf8.count > 1 && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// The most words of a province's name.
    private static let longestProvince = 4

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

/// What short forms stand for, each looked up once.
struct ShortForms: Sendable {
    private var known: [Substring: [String]] = [:]
    /// How many are kept: a corpus has no bound of words.
    private static let most = 4096

    /// What a word written so mostly stands for; nil for other words, and, if `isOnly`, for those that stand for several things.
    mutating func expansion(of word: Substring, isOnly: Bool = false) -> String? {
        guard word.utf8.count < 24 else { return nil }
        let found = known[word] ?? Lexicon.builtIn.expansions(ofShortForm: String(word))
        if known.count < Self.most { known[word] = found }
        return isOnly && found.count > 1 ? nil : found.first
    }
}
