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

extension GlossaryEntry {
    /// The order of a list of abbreviations: by form without regard to case, then by expansion.
    static func precedes(_ left: GlossaryEntry, _ right: GlossaryEntry) -> Bool {
        let forms = (left.form.lowercased(), right.form.lowercased())
        if forms.0 != forms.1 { return forms.0 < forms.1 }
        return (left.acronym.expansion ?? "") < (right.acronym.expansion ?? "")
    }
}
