import KenaliLexicon
import KenaliRules
import KenaliText

/// The rules inside the binary.
enum BuiltInRules {
    /// The file of the predicates that all files of rules share.
    private static let predicates = "predicates.rules"

    /// All rules with their examples, in the order of the files.
    static let definitions: [RuleDefinition] = {
        do throws(RuleError) {
            var rules: [RuleDefinition] = []
            let common = try EmbeddedFile(named: predicates).map { file throws(RuleError) in
                try RuleFile(String(copying: file.bytes), named: file.name)
            }
            for file in EmbeddedFile.all where file.name.hasSuffix(".rules") && file.name != predicates {
                rules += try RuleFile(String(copying: file.bytes), named: file.name, after: common).rules
            }
            return rules
        } catch {
            // `RuleTests` reads every file, so that this is never reached in a release.
            preconditionFailure("\(error)")
        }
    }()

    /// The rules compiled for a lexicon, whatever classes it has: what asks for a class that it lacks never matches.
    static func grammar(for lexicon: consuming Lexicon) -> Grammar {
        do throws(RuleError) {
            return try Grammar(rules: definitions, lexicon: lexicon, allowsAbsentClasses: true)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static let grammar = grammar(for: .loadBuiltIn())
}
