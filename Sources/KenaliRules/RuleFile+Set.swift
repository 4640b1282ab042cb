extension RuleFile {
    /// The file of the predicates that all files of rules share.
    package static let predicates = "predicates.rules"

    /// The rules of files, given by their names without folder, in the order of the files: each may use those before it.
    package static func rules(of files: [(name: String, text: String)]) throws(RuleError) -> [RuleDefinition] {
        var common: RuleFile?
        for file in files where file.name == predicates { common = try RuleFile(file.text, named: file.name) }
        var read: [RuleFile] = []
        for file in files where file.name != predicates {
            read.append(try RuleFile(file.text, named: file.name, after: common, using: read))
        }
        return read.flatMap(\.rules)
    }
}
