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

    /// The rules compiled for a lexicon.
    static func grammar(for lexicon: consuming Lexicon) -> Grammar {
        do throws(RuleError) {
            return try Grammar(rules: definitions, lexicon: lexicon, allowsAbsentClasses: true)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static let grammar = grammar(for: .builtIn)
}
