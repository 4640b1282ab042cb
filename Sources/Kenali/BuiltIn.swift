import KenaliImage
public import KenaliLexicon

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
