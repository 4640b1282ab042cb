/// What a document says that a short form stands for.
struct Definition: Hashable {
    /// The tokens of the short form.
    var short: Range<Int>
    /// The tokens from the first to the last word of the long form.
    var long: Range<Int>
    /// The long form as it is written, without brackets inside it.
    var expansion: String
    /// What the alignment of the two cost: see ``DefinitionAligner``.
    var cost: Int
    /// Whether the short form is of two, which have definitions of their own: "DEMA UNHAS".
    var isPair = false
}
