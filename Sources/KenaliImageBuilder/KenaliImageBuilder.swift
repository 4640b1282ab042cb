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

/// Makes the image of `KenaliImage`: `KenaliImageBuilder OUTPUT TABLE-RULES-OR-TEXT...`.
///
/// A mistake in a table or in a rule is printed as compilers print theirs, and ends the build.
@main
struct KenaliImageBuilder {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first, arguments.count > 1 else {
            print("usage: KenaliImageBuilder OUTPUT FILE...")
            exit(64)
        }
        do {
            let files = try arguments.dropFirst().map { try SourceFile(path: $0) }
            let image = try ImageSource(files).image()
            try Data(LiteralFile.swift(image)).write(to: URL(filePath: output))
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
