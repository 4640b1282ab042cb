import KenaliImage
public import KenaliLexicon
import KenaliStorage

/// A built-in class of words and what belongs to it.
public struct WordClassDescription: Sendable, Hashable {
    /// The name that lists and rules use: `org.head`.
    public var name: String
    /// What belongs to it, in a sentence.
    public var members: String
    /// A form that belongs to it.
    public var example: String
    /// A form that does not, though one might think so.
    public var counterexample: String
    /// How many rows of the built-in lists have it.
    public var count: Int
}

extension Lexicon {
    /// The built-in classes, in the order in which they are declared.
    public static var describedClasses: [WordClassDescription] {
        let texts = BuiltInImage.image.texts("classes.described")
        return stride(from: 0, to: texts.count - 4, by: 5).map { index in
            WordClassDescription(
                name: texts.string(index), members: texts.string(index + 1), example: texts.string(index + 2),
                counterexample: texts.string(index + 3), count: Int(texts.string(index + 4)) ?? 0)
        }
    }
}
