extension RuleFile {
    /// The file of the predicates that all files of rules share.
    package static let predicates = "predicates.rules"

    /// The rules of files, given by their names without folder, in the order of the files.
    package static func rules(of files: [(name: String, text: String)]) throws(RuleError) -> [RuleDefinition] {
        var common: RuleFile?
        for file in files where file.name == predicates { common = try RuleFile(file.text, named: file.name) }
        var rules: [RuleDefinition] = []
        for file in files where file.name != predicates {
            rules += try RuleFile(file.text, named: file.name, after: common).rules
        }
        return rules
    }
}
