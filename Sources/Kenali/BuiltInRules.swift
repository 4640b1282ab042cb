import KenaliLexicon
import KenaliRules
import KenaliText

/// The rules inside the binary.
enum BuiltInRules {
    /// All rules with their examples, in the order of the files.
    static let definitions: [RuleDefinition] = {
        do throws(RuleError) {
            var rules: [RuleDefinition] = []
            for file in EmbeddedFile.all where file.name.hasSuffix(".rules") {
                rules += try RuleFile(String(copying: file.bytes), named: file.name).rules
            }
            return rules
        } catch {
            // `RuleTests` reads every file, so that this is never reached in a release.
            preconditionFailure("\(error)")
        }
    }()

    /// The rules compiled for a lexicon that has all classes of the built-in one.
    static func grammar(for lexicon: consuming Lexicon) -> Grammar {
        do throws(RuleError) {
            return try Grammar(rules: definitions, lexicon: lexicon)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static let grammar = grammar(for: .loadBuiltIn())
}
