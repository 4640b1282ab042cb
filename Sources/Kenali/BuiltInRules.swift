import KenaliImage
import KenaliLexicon
import KenaliRules
import KenaliStorage

/// The rules inside the binary.
enum BuiltInRules {
    /// All rules with their examples, in the order of the files.
    static let definitions: [RuleDefinition] = {
        do throws(RuleError) {
            let texts = BuiltInImage.image.texts("rules.files")
            return try RuleFile.rules(
                of: stride(from: 0, to: texts.count, by: 2).map { (texts.string($0), texts.string($0 + 1)) })
        } catch {
            // The builder of the image has read them.
            preconditionFailure("\(error)")
        }
    }()

    /// The rules with a lexicon that has the built-in one's word numbers, as all have that are made from it: nothing is
    /// compiled again.
    static func grammar(for lexicon: consuming Lexicon) -> Grammar {
        Grammar(BuiltInImage.image, lexicon: lexicon)
    }

    static let grammar = grammar(for: .builtIn)
}
