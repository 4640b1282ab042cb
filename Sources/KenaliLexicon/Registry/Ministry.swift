/// A ministry of Indonesia under one of its names.
public struct Ministry: Sendable, Hashable {
    /// A stable name for programs: `kemensos`.
    public var id: String
    /// The official name in its time: `Kementerian Sosial`.
    public var name: String
    /// Other names and acronyms: `Kemensos`.
    public var forms: [String]
    /// The minister's title, then short forms: `Menteri Sosial`, `Mensos`.
    public var ministerTitles: [String]
    /// The vice minister's title, then short forms.
    public var viceMinisterTitles: [String]
    /// The agency that its minister heads as well, and that names with a slash add: `Badan Pengendalian Lingkungan Hidup`
    /// of `KLH/BPLH`; nil when there is none, or when it is part of the official name.
    public var attachedBody: String?
    /// From when it bore the name: `2024-10-21` or `2024`; nil when unknown.
    public var since: String?
    /// Until when; nil when it still does, or when unknown.
    public var until: String?
    /// Ids of the ministries that it came from.
    public var predecessors: [String]
    /// Ids of the ministries that came from it.
    public var successors: [String]
    /// Whether it is an agency that became a ministry or that a ministry became: `bpbumn`. The titles are those of its
    /// head, and texts that name it name no ministry.
    public var isAgency: Bool

    /// Whether the ministry bore its name on a day, given as `YYYY-MM-DD`. An unknown start or end excludes nothing.
    public func isInForce(on day: String) -> Bool { Self.isDay(day, since: since, until: until) }

    /// Whether a day lies between two, both included; nil excludes nothing.
    static func isDay(_ day: String, since: String?, until: String?) -> Bool {
        // ISO dates sort as text; "2024" stands before every day of 2024, and as an end behind them.
        if let since, day < since { return false }
        if let until, day > until, !day.hasPrefix(until) { return false }
        return true
    }
}

extension Ministry {
    /// A form without the mark of those that services share, which is for the lexicon alone.
    static func unmarked(_ form: String) -> String { form.hasPrefix("?") ? String(form.dropFirst()) : form }

    /// All names by which it is known: id, official name, other forms, titles of the minister and the vice minister.
    var names: [String] { [id, name] + forms + ministerTitles + viceMinisterTitles }
}

extension Ministry {
    /// What a name is to a ministry.
    public enum NameKind: String, Sendable, Hashable, CaseIterable {
        /// Its id.
        case id
        /// Its full name.
        case name
        /// A short or other form of its name.
        case form
        /// Its minister's title.
        case minister
        /// Its vice minister's title.
        case viceMinister = "vice_minister"
    }

    /// What a name is to the ministry, compared as in ``MinistryRegistry/entries(named:)``; nil when it is none of its.
    public func kind(of name: String) -> NameKind? {
        let keys = name.lookupKeys
        func isNamed(_ names: [String]) -> Bool { names.contains { keys.contains($0.lettersAndDigits) } }
        if isNamed([self.name]) { return .name }
        if isNamed(forms) { return .form }
        if isNamed(ministerTitles) { return .minister }
        if isNamed(viceMinisterTitles) { return .viceMinister }
        return isNamed([id]) ? .id : nil
    }
}

extension String {
    /// What tells names apart: no blanks, no marks, no capitals; "&" reads "dan".
    var lettersAndDigits: String {
        var key = ""
        for character in self {
            if character.isLetter || character.isNumber { key += character.lowercased() }
            if character == "&" { key += "dan" }
        }
        return key
    }

    /// The keys to look a name up by: as it is, and without "RI" behind it.
    var lookupKeys: [String] {
        let key = lettersAndDigits
        return [key] + ["ri", "republikindonesia"].filter(key.hasSuffix).map { String(key.dropLast($0.count)) }
    }
}
