import KenaliImage
// Who imports Kenali has the words, the registries and their errors without a second import, members included.
@_exported public import KenaliLexicon

@_exported public import struct KenaliRules.RuleError

extension Lexicon {
    /// The lexicon inside the binary.
    public static let builtIn = Lexicon(BuiltInImage.image)

    /// A lexicon with the classes of the built-in one, and without words.
    public init() { self.init(BuiltInImage.image, isBare: true) }
}

extension MinistryRegistry {
    /// The registry inside the binary.
    public static let builtIn = MinistryRegistry(BuiltInImage.image)
}

extension PersonRegistry {
    /// The registry inside the binary.
    public static let builtIn = PersonRegistry(BuiltInImage.image, ministries: .builtIn)
}
