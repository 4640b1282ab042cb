/// Whom of the registry of persons a document speaks of, and what says so.
///
/// The registry is the built-in one, whatever lexicon an extractor has.
public struct PersonIdentity: Sendable, Hashable, Codable {
    /// What tells who is meant.
    public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
        /// The full name.
        case name
        /// A nickname or initials that nobody else bears: "Gus Ipul", "SBY".
        case alias
        /// A part of the name and an office that the person held: "Mensos Ipul" in 2024.
        case office
    }

    /// The id in `PersonRegistry`: `saifullah-yusuf`.
    public var id: String
    /// The full name: `Saifullah Yusuf`.
    public var canonicalName: String
    /// What in the text says so.
    public var evidence: Evidence

    /// An identity of one's own making.
    public init(id: String, canonicalName: String, evidence: Evidence) {
        self.id = id
        self.canonicalName = canonicalName
        self.evidence = evidence
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case canonicalName = "canonical"
        case evidence = "by"
    }
}
