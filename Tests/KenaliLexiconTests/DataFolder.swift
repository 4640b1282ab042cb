import Foundation

@testable import KenaliLexicon

/// The data files as they stand in the sources, read anew.
enum DataFolder {
    static let url = Project.folder.appending(path: "Sources/KenaliData")

    static func names(in subfolder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appending(path: subfolder).path)
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: url.appending(path: path))) }

    static func declarations() throws -> ClassDeclarations {
        let table = try bytes("classes.tsv")
        return try ClassDeclarations(table.span, named: "classes.tsv")
    }

    /// All tables, in the order in which the builder reads them.
    static func lexicon() throws -> Lexicon {
        var tables = BuiltInTables(try declarations())
        for name in try names(in: "Lexicon").sorted(by: { BuiltInTables.place(of: $0) < BuiltInTables.place(of: $1) }) {
            let table = try bytes("Lexicon/\(name)")
            try tables.add(table.span, named: name)
        }
        return tables.lexicon
    }
}
