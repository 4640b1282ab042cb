/// What an extractor found in a text.
public struct Extraction: Sendable {
    /// The mentions by start; at the same start the longer one first, entities before acronyms.
    public internal(set) var mentions: [Mention] = []
    /// The things that the mentions speak of, by their first mention.
    public internal(set) var entities: [Entity] = []
    /// The short forms that the document uses, one entry for each form and meaning, in alphabetical order; empty when
    /// acronyms were not asked for.
    public internal(set) var glossary: [GlossaryEntry] = []
    /// The document's date, by which "kemarin" has its value: as it was given, else that of the document's dateline.
    public internal(set) var referenceDate: CalendarDate?
    /// Who says the document's date; nil when nobody does.
    public internal(set) var referenceDateSource: ReferenceDateSource?

    init() {}
}

/// Who says the document's date.
public enum ReferenceDateSource: String, Sendable, Hashable, CaseIterable {
    /// The caller.
    case given
    /// The document: "JAKARTA, 27 Desember 2024 -".
    case dateline
}

/// A person, a body, a place: what several mentions of a document have in common.
public struct Entity: Sendable, Identifiable {
    /// Its index in ``Extraction/entities``.
    public internal(set) var id: Int
    public internal(set) var kind: MentionKind
    /// The fullest name: `Saifullah Yusuf`, `Kementerian Sosial`.
    public internal(set) var name: String
    /// How else the document calls it, in the order of first use: `Gus Ipul`, `Kemensos`.
    public internal(set) var aliases: [String]
    /// The offices that the document gives a person, in the order of first use.
    public internal(set) var roles: [String]
    /// What the roles say of ministries: "Menteri Sosial" that the person is the minister of `kemensos`.
    public internal(set) var offices: [Office] = []
    /// A ministry's id in the registry; nil when the registry does not know it, and for other kinds.
    public internal(set) var ministryID: String?
    /// Its mentions, as indices into ``Extraction/mentions``.
    public internal(set) var mentions: [Int]
}
