#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes the image of `KenaliImage`, and the names of its classes: `KenaliImageBuilder IMAGE CLASSES TABLE-RULES-OR-TEXT...`.
///
/// A mistake in a table or in a rule is printed as compilers print theirs, and ends the build.
@main
struct KenaliImageBuilder {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 2 else {
            print("usage: KenaliImageBuilder IMAGE CLASSES FILE...")
            exit(64)
        }
        do {
            let source = try ImageSource(arguments.dropFirst(2).map { try SourceFile(path: $0) })
            try Data(LiteralFile.swift(source.image())).write(to: URL(filePath: arguments[0]))
            try Data(source.classFile()).write(to: URL(filePath: arguments[1]))
        } catch let error as BuildError {
            for message in error.messages { print(message) }
            exit(1)
        } catch {
            print("error: \(error)")
            exit(1)
        }
    }
}

/// A table, a file of rules or a text.
struct SourceFile {
    let path: String
    let bytes: [UInt8]

    /// The name without folder.
    var name: String { String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]) }

    init(path: String) throws {
        self.path = path
        bytes = try Array(Data(contentsOf: URL(filePath: path)))
    }
}

/// Mistakes in tables or rules, each with its file and line.
struct BuildError: Error {
    var messages: [String] = []

    mutating func add(_ file: SourceFile, line: Int, column: Int? = nil, _ what: String) {
        messages.append("\(file.path):\(line):" + (column.map { "\($0):" } ?? "") + " error: \(what)")
    }
}
