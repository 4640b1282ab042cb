/// A person, a ministry, a body or a place of a corpus.
public struct IndexedEntity: Sendable, Hashable, Codable {
    /// A name with how often it is used.
    public struct Name: Sendable, Hashable, Codable {
        /// The name as it is written.
        public var text: String
        /// How often it is written so.
        public var count: Int

        /// A name with how often it is used.
        public init(_ text: String, count: Int) {
            self.text = text
            self.count = count
        }
    }

    /// A month with how often the entity is named in it.
    public struct Month: Sendable, Hashable, Codable {
        /// `2025-10`
        public var month: String
        /// How often the entity is named in it.
        public var count: Int

        /// A month with how often the entity is named in it.
        public init(_ month: String, count: Int) {
            self.month = month
            self.count = count
        }
    }

    /// An office that documents give a person.
    public struct Term: Sendable, Hashable, Codable {
        /// The office as texts write it.
        public var title: String
        /// In how many documents.
        public var count: Int
        /// The first and the last day of such a document; nil where none has a date.
        public var first: String?
        /// The last such day.
        public var last: String?

        /// An office, in how many documents it is given, and when.
        public init(title: String, count: Int, first: String? = nil, last: String? = nil) {
            self.title = title
            self.count = count
            self.first = first
            self.last = last
        }
    }

    /// Another entity that is named in the same documents.
    public struct Companion: Sendable, Hashable, Codable {
        /// The key of the other entity.
        public var key: String
        /// Its name.
        public var name: String
        /// In how many documents both are.
        public var count: Int

        /// An entity that is named in as many of the same documents.
        public init(key: String, name: String, count: Int) {
            self.key = key
            self.name = name
            self.count = count
        }
    }

    /// A name that was joined, and why.
    public struct Join: Sendable, Hashable, Codable {
        /// Why two names are one person.
        public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
            /// The registry of persons, or a ministry's id or a place's code.
            case id
            /// The same full name, spelt otherwise.
            case name
            /// A part of the name, with an office that documents give to both.
            case office
            /// A part of the name, with company that only one person of the name has.
            case company
        }

        /// The short name that was joined.
        public var name: String
        /// What speaks for it.
        public var evidence: Evidence
        /// How often it is used.
        public var count: Int

        /// A name that was joined, and why.
        public init(name: String, evidence: Evidence, count: Int) {
            self.name = name
            self.evidence = evidence
            self.count = count
        }

        private enum CodingKeys: String, CodingKey {
            case name, count
            case evidence = "by"
        }
    }

    /// What kind of thing it is.
    public var kind: MentionKind
    /// A stable name for programs: the id in a registry, a code, or the name.
    public var key: String
    /// Its fullest name.
    public var name: String
    /// The other names, the most used first.
    public var aliases: [Name]
    /// How often it is named.
    public var count: Int
    /// In how many documents; those with two unjoined mentions of it count twice.
    public var documentCount: Int
    /// How often it is named in each month, the earliest first.
    public var months: [Month]
    /// Its offices, the most frequent first.
    public var offices: [Term]
    /// The entities that are named with it most.
    public var companions: [Companion]
    /// The short names that were joined to it, and why.
    public var joinedBy: [Join]

    /// An entity of one's own making.
    public init(
        kind: MentionKind, key: String, name: String, aliases: [Name] = [], count: Int, documentCount: Int,
        months: [Month] = [], offices: [Term] = [], companions: [Companion] = [], joinedBy: [Join] = []
    ) {
        self.kind = kind
        self.key = key
        self.name = name
        self.aliases = aliases
        self.count = count
        self.documentCount = documentCount
        self.months = months
        self.offices = offices
        self.companions = companions
        self.joinedBy = joinedBy
    }

    private enum CodingKeys: String, CodingKey {
        case kind, key, name, aliases, count, months, offices
        case documentCount = "documents"
        case companions = "with"
        case joinedBy = "joined_by"
    }
}
