import KenaliLexicon

/// The Swift file that names the word classes.
enum ClassFile {
    /// An enumeration with a case for each class, in the order of their numbers, and lists of those whose names begin alike.
    static func swift(_ classes: [ClassDeclarations.Declaration]) -> [UInt8] {
        var text = """
            // Made by KenaliImageBuilder from Sources/KenaliData/classes.tsv.

            /// A word class that is built in; its number is that of the lexicon.
            package enum BuiltInClass: Int, CaseIterable, Sendable {

            """
        for declaration in classes {
            text += "    /// \(declaration.name): \(declaration.members)\n    case \(identifier(declaration.name))\n"
        }
        text += "\n    // Classes whose names begin so, where no class is called so.\n\n"
        let names = Set(classes.map(\.name))
        let groups = Dictionary(grouping: classes.map(\.name).filter { $0.contains(".") }) { name in
            String(name.prefix { $0 != "." })
        }
        for (group, members) in groups.sorted(by: { $0.key < $1.key }) where !names.contains(group) {
            let list = members.map { "." + identifier($0) }.joined(separator: ", ")
            text += "    package static let \(identifier(group)): [BuiltInClass] = [\(list)]\n"
        }
        return Array((text + "}\n").utf8)
    }

    /// `roleOf` for `role.of`.
    private static func identifier(_ name: String) -> String {
        let parts = name.split { $0 == "." || $0 == "-" }
        return "`" + parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "`"
    }
}
