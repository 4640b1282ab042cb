/// What an extractor found in a text.
public struct Extraction: Sendable, Hashable, Codable {
    /// The mentions by start; at the same start the longer one first, entities before acronyms.
    public var mentions: [Mention] = []
    /// The things that the mentions speak of, by their first mention.
    public var entities: [Entity] = []
    /// The short forms that the document uses, one entry for each form and meaning, in alphabetical order; empty when
    /// acronyms were not asked for.
    public var glossary: [GlossaryEntry] = []
    /// The sentences in bytes of the text's UTF-8 form, in order, without surrounding white space.
    public var sentences: [Range<Int>] = []
    /// The document's date, by which "kemarin" has its value: as it was given, else that of the document's dateline.
    public var referenceDate: CalendarDate?
    /// Who says the document's date; nil when nobody does.
    public var referenceDateSource: ReferenceDateSource?

    private enum CodingKeys: String, CodingKey {
        case mentions, entities, glossary, sentences
        case referenceDate = "date"
        case referenceDateSource = "date_source"
    }

    /// An extraction of one's own making: for tests, and for what comes from elsewhere.
    public init(
        mentions: [Mention] = [], entities: [Entity] = [], glossary: [GlossaryEntry] = [],
        sentences: [Range<Int>] = [], referenceDate: CalendarDate? = nil,
        referenceDateSource: ReferenceDateSource? = nil
    ) {
        self.mentions = mentions
        self.entities = entities
        self.glossary = glossary
        self.sentences = sentences
        self.referenceDate = referenceDate
        self.referenceDateSource = referenceDateSource
    }
}

/// Who says the document's date.
public enum ReferenceDateSource: String, Sendable, Hashable, Codable, CaseIterable {
    /// The caller.
    case given
    /// The document: "JAKARTA, 27 Desember 2024 -".
    case dateline
}
