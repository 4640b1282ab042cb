/// A short form that a document uses, with what it stands for there.
public struct GlossaryEntry: Sendable, Hashable, Codable {
    /// The short form as it is written first.
    public var form: String
    /// What it stands for, where from, and what else it might.
    public var acronym: Acronym
    /// Its mentions, as indices into ``Extraction/mentions``, in the order of the text; at least one.
    public var mentions: [Int]

    /// An entry, made by hand.
    public init(form: String, acronym: Acronym, mentions: [Int]) {
        self.form = form
        self.acronym = acronym
        self.mentions = mentions
    }
}
