/// A place in a text that speaks of something.
public struct Mention: Sendable, Hashable {
    /// What it says, by kind.
    public enum Detail: Sendable, Hashable {
        // Behind a reference, so that a mention of any kind is as small as the smallest.
        /// A person.
        indirect case person(Person)
        /// A national ministry.
        indirect case ministry(MinistryMention)
        /// Another body.
        case organization(Organization)
        /// A named place.
        indirect case location(Place)
        /// A calendar expression, with its value.
        indirect case date(TemporalValue)
        /// A clock time, with its value.
        indirect case time(TemporalValue)
        /// A length of time, with its value.
        indirect case duration(TemporalValue)
        /// An abbreviation, with what it stands for.
        indirect case acronym(Acronym)
        /// What rules of the user's own find.
        indirect case custom(CustomMention)
    }

    // A text may have a mention for each few bytes, so that they are small, 40 bytes: texts are at most 2 GiB, and the name of
    // a rule is there once for all that it finds.
    private var start: Int32
    private var end: Int32
    /// The entity; the least number for none.
    private var entityNumber: Int32
    private var ruleName: RuleName

    /// What it says.
    public var detail: Detail

    /// A mention of one's own making: for tests, and for extractions that come from elsewhere.
    public init(utf8Range: Range<Int>, detail: Detail, rule: String, entity: Int? = nil) {
        self.init(utf8Range: utf8Range, detail: detail, rule: RuleName(rule))
        self.entity = entity
    }

    /// A mention that a rule of this name finds.
    init(utf8Range: Range<Int>, detail: Detail, rule: RuleName) {
        (start, end) = (Int32(clamping: utf8Range.lowerBound), Int32(clamping: utf8Range.upperBound))
        self.detail = detail
        ruleName = rule
        entityNumber = .min
    }

    /// The mention in bytes of the text's UTF-8 form, on boundaries of Unicode scalars; not empty. No text has more than
    /// 2 GiB, and no mention lies behind that.
    public var utf8Range: Range<Int> {
        get { Int(start)..<Int(end) }
        set { (start, end) = (Int32(clamping: newValue.lowerBound), Int32(clamping: newValue.upperBound)) }
    }

    /// The name of the rule that found it.
    public var rule: String {
        get { ruleName.text }
        set { ruleName = RuleName(newValue) }
    }

    /// The entity it belongs to, as an index into ``Extraction/entities``; nil for what has none, like dates.
    public var entity: Int? {
        get { entityNumber == .min ? nil : Int(entityNumber) }
        set { entityNumber = newValue.map { Int32(clamping: $0) } ?? .min }
    }

    /// The mention in the string that was read.
    ///
    /// - Precondition: `text` is the text of the extraction, or at least as long.
    /// - Complexity: O(1) for Swift's native strings.
    public func range(in text: String) -> Range<String.Index> {
        let start = text.utf8.index(text.startIndex, offsetBy: utf8Range.lowerBound)
        return start..<text.utf8.index(start, offsetBy: utf8Range.count)
    }

    /// The words of the mention as they are written.
    ///
    /// - Precondition: `text` is the text of the extraction, or at least as long.
    /// - Complexity: O(1) for Swift's native strings.
    public func text(in text: String) -> Substring { text[range(in: text)] }

    /// What the mention speaks of.
    public var kind: MentionKind {
        switch detail {
        case .person: .person
        case .ministry: .ministry
        case .organization: .organization
        case .location: .location
        case .date: .date
        case .time: .time
        case .duration: .duration
        case .acronym: .acronym
        case .custom(let mention): .custom(mention.label)
        }
    }
}

/// A person as one mention names them.
public struct Person: Sendable, Hashable {
    /// The bare name: `Ipul` of "Gus Ipul".
    public var name: String
    /// The bare name in bytes of the text's UTF-8 form.
    public var nameUTF8Range: Range<Int>
    /// All that belongs to the name, in order: titles, ranks, degrees.
    public var honorifics: [String]
    /// The office or description that stands next to the name, as it is written.
    public var role: String?

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(name: String, nameUTF8Range: Range<Int>, honorifics: [String] = [], role: String? = nil) {
        self.name = name
        self.nameUTF8Range = nameUTF8Range
        self.honorifics = honorifics
        self.role = role
    }
}

/// A ministry as one mention names it.
///
/// The registry is the built-in one, whatever lexicon an extractor has: there a short form of one's own has the id of one of
/// its ministries for a value.
public struct MinistryMention: Sendable, Hashable {
    /// The full official name: `Kementerian Sosial`; with the agency that its minister heads as well when the text
    /// names that too: `Kementerian Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup` of "KLH/BPLH".
    public var canonicalName: String
    /// The ministry's id in the registry; nil when the registry does not know it.
    public var id: String?
    /// The country, for ministries of other states.
    public var country: String?
    /// Whether a ministry bore this name on the document's date; nil when the document has none, or when the registry
    /// does not know the ministry.
    public var isInForce: Bool?

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(canonicalName: String, id: String? = nil, country: String? = nil, isInForce: Bool? = nil) {
        self.canonicalName = canonicalName
        self.id = id
        self.country = country
        self.isInForce = isInForce
    }
}

/// A body as one mention names it.
public struct Organization: Sendable, Hashable {
    /// The full name: `Komisi Pemberantasan Korupsi` of "KPK"; as it is written where nobody says what a short form
    /// stands for.
    public var canonicalName: String

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(canonicalName: String) {
        self.canonicalName = canonicalName
    }
}

/// A place as one mention names it.
public struct Place: Sendable, Hashable {
    /// The official name of Indonesia's provinces, regencies and cities (`Kota Bandung`), the usual Indonesian name of
    /// other places that the lists know (`Jepang`); else the name as it is written, short forms of "Jalan" and the like
    /// written out.
    public var canonicalName: String
    /// Indonesia's code of a province, regency or city (`32.73`), or the ISO 3166 code of a country (`JP`).
    public var code: String?

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(canonicalName: String, code: String? = nil) {
        self.canonicalName = canonicalName
        self.code = code
    }
}

/// A short form.
public struct Acronym: Sendable, Hashable, Codable {
    /// Where the expansion comes from.
    public enum Source: String, Sendable, Hashable, Codable {
        /// The document defines it.
        case text
        /// The document does not define it, but holds exactly one name that it abbreviates.
        case document
        /// The built-in or a user's list has it.
        case lexicon
    }

    /// What it stands for; nil when nobody says.
    public var expansion: String?
    /// Who says what it stands for; nil when nobody does.
    public var source: Source?
    /// The other readings that the lists have, most usual first; empty when the document says what it stands for.
    public var alternatives: [String] = []
    /// Whether nothing in the text decides between the readings, so that ``expansion`` is only the most usual one.
    public var isAmbiguous = false

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(expansion: String?, source: Source?, alternatives: [String] = [], isAmbiguous: Bool = false) {
        self.expansion = expansion
        self.source = source
        self.alternatives = alternatives
        self.isAmbiguous = isAmbiguous
    }
}

/// What a rule of the user's own found.
public struct CustomMention: Sendable, Hashable {
    /// The label of the rule.
    public var label: String
    /// What the user calls the thing, where the rule says so.
    public var id: String?

    /// One of one's own making: for tests, and for extractions that come from elsewhere.
    public init(label: String, id: String? = nil) {
        self.label = label
        self.id = id
    }
}
