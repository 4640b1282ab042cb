import Foundation
import KenaliText
import Testing

/// The built executable, as a user runs it.
@Suite("Tool")
struct ToolTests {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder that holds the executables beside the tests.
    private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

    private func run(_ arguments: String..., input: Data = Data()) throws -> Outcome {
        try run(arguments, input: input)
    }

    private func run(_ arguments: [String], input: Data = Data()) throws -> Outcome {
        let process = Process()
        let tool: URL = try #require(Self.executable("kenali"))
        process.executableURL = tool
        process.arguments = arguments
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files rather than pipes, so that no side can wait for the other.
        func file(_ name: String, _ content: Data) throws -> FileHandle {
            let url = folder.appending(path: name)
            try content.write(to: url)
            return try FileHandle(forUpdating: url)
        }
        process.standardInput = try file("in", input)
        process.standardOutput = try file("out", Data())
        process.standardError = try file("err", Data())
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
            errors: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
    }

    static func executable(_ name: String) -> URL? {
        var folder = products
        for _ in 0..<4 {
            let candidate = folder.appending(path: name)
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    private func withFile(_ content: Data, _ body: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
        try content.write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.path)
    }

    @Test("Text in, a table out")
    func text() throws {
        let outcome = try run("--reference-date", "2024-12-27", input: Data("Gus Ipul tiba kemarin.\n".utf8))
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(
            outcome.output
                == "Gus Ipul tiba kemarin.\n\nperson        Ipul     1×  Gus\ndate          kemarin  1×  2024-12-26\n")
    }

    @Test("JSON Lines: a line out for each line in, also for broken and blank ones, and the status tells")
    func lines() throws {
        let input =
            "\u{FEFF}{\"id\": 1, \"text\": \"Gus Ipul\"}\nnot json\n\n{\"text\": 5}\n{\"id\": \"b\"}\n{\"text\": \"DAK\", \"date\": \"x\"}\n{\"text\": \"DAK\"}"
        let outcome = try run("extract", "--input", "jsonl", "--format", "jsonl", input: Data(input.utf8))
        #expect(outcome.status == 65)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 7)
        #expect(lines.first?.hasPrefix("{\"id\":1,\"mentions\":[{\"kind\":\"person\",\"start\":0,") == true)
        #expect(lines.dropFirst().first == "{\"line\":2,\"error\":\"not JSON: expected a value at byte 1\"}")
        #expect(lines.dropFirst(4).first == "{\"id\":\"b\",\"line\":5,\"error\":\"there is no \\\"text\\\"\"}")
        #expect(lines.suffix(2).allSatisfy { $0.contains("Dana Alokasi Khusus") })
        #expect(
            outcome.errors == """
                kenali: <stdin>:2: not JSON: expected a value at byte 1
                kenali: <stdin>:4: "text" is of the wrong type
                kenali: <stdin>:5: there is no "text"
                kenali: <stdin>:6: "date" is 'x', no day of the form YYYY-MM-DD; read without it

                """)
    }

    @Test("Any number of workers writes the same")
    func workers() throws {
        let line = "{\"text\": \"Menteri Sosial Saifullah Yusuf (Gus Ipul) tiba di Demak, Selasa (21/10/2025).\"}\n"
        let input = Data((String(repeating: line + "{}\n", count: 300) + line).utf8)
        let one = try run("-f", "jsonl", "-j", "1", input: input)
        #expect(one.output.split(separator: "\n").count == 601)
        for jobs in ["2", "5"] {
            let several = try run("-f", "jsonl", "-j", jobs, input: input)
            #expect(several.output == one.output && several.errors == one.errors)
        }
    }

    @Test("What can't be read is named, the rest is read")
    func unreadable() throws {
        try withFile(Data("Gus Ipul".utf8)) { good in
            let outcome = try run("/nowhere/at/all.txt", FileManager.default.temporaryDirectory.path, good)
            #expect(outcome.status == 66)
            #expect(outcome.errors.contains("kenali: /nowhere/at/all.txt: No such file or directory\n"))
            #expect(outcome.errors.contains(": is a directory; --recursive "))
            #expect(outcome.output.contains("Ipul"))
        }
    }

    @Test("Invalid UTF-8 is refused with its line")
    func invalidUTF8() throws {
        try withFile(Data([0x41, 0x0A, 0x42, 0xFF, 0x0A])) { path in
            let outcome = try run(path)
            #expect(outcome.status == 65 && outcome.output.isEmpty)
            #expect(outcome.errors == "kenali: \(path):2: not UTF-8\n")
        }
    }

    @Test("An empty file is a document without mentions")
    func empty() throws {
        #expect(try run().output == "")
        let outcome = try run("--format", "json")
        #expect(outcome.status == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect((object["mentions"] as? [Any])?.isEmpty == true)
        #expect(try run("--input", "jsonl", "--format", "json").output == "[]\n")
    }

    @Test("Several documents as JSON are an array")
    func array() throws {
        let outcome = try run(
            "--input", "jsonl", "--format", "json", input: Data("{\"text\":\"DAK\"}\n{\"text\":\"KPM\"}\n".utf8))
        let array = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Any]
        #expect(array?.count == 2)
    }

    @Test(
        "Wrong arguments are explained, with status 64",
        arguments: [
            (["--reference-date", "27-12-2024"], "'27-12-2024' is no day of the form YYYY-MM-DD"),
            (["--kinds", "person,thing"], "'thing' is no kind of mention"),
            (["--format", "xml"], "xml"), (["--offsets", "bytes"], "bytes"), (["--nonsense"], "--nonsense"),
            (["extrct", "a.txt"], "did you mean 'kenali extract'?"), (["--format", "jsnl"], "did you mean 'jsonl'?"),
            (["--kinds", "persn"], "did you mean 'person'?"), (["--max-document", "0"], "0"), (["-j", "0"], "--jobs"),
            (["tokenize", "--join", "nothing"], "nothing"),
            (["tokenize", "--unicode", "--join", "slash"], "--unicode"),
        ])
    func usage(arguments: [String], message: String) throws {
        let process = Process()
        let tool: URL = try #require(Self.executable("kenali"))
        process.executableURL = tool
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        #expect(String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).contains(message))
    }

    @Test("A glossary over several files: expansion, count, first place; what can't be read is reported")
    func glossary() throws {
        try withFile(Data("Rapat.\nUsulan Dana Anak Kita (DAK) masuk. DAK naik.\n".utf8)) { first in
            try withFile(Data("Soal Dana Anak Kita (DAK) dan QZX.\n".utf8)) { second in
                let outcome = try run("glossary", "/nowhere/at/all.txt", first, second)
                #expect(outcome.status == 66 && outcome.errors.contains("/nowhere/at/all.txt"))
                #expect(
                    outcome.output == """
                        DAK  Dana Anak Kita  3×  \(first):2  (in the text)
                        QZX  ?               1×  \(second):1

                        """)
                let json = try run("glossary", "--format", "jsonl", first, second)
                #expect(json.status == 0 && json.output.split(separator: "\n").count == 2)
                #expect(json.output.contains("\"count\":3") && json.output.contains("\"documents\":2"))
            }
        }
    }

    @Test("Kinds and offset units")
    func options() throws {
        let input = Data("{\"text\": \"é Gus Ipul, 2 Mei 2024\"}".utf8)
        let outcome = try run(
            "--input", "jsonl", "--format", "jsonl", "--kinds", "date", "--offsets", "utf8", input: input)
        #expect(outcome.output.contains("\"kind\":\"date\"") && !outcome.output.contains("\"kind\":\"person\""))
        #expect(outcome.output.contains("\"start\":13"))
    }

    @Test("Tokens, and sentences")
    func tokenize() throws {
        let input = Data("Éva, hadir. Ia pulang.".utf8)
        #expect(
            try run("tokenize", input: input).output.hasPrefix(
                "0\t3\tword\tÉva\n3\t4\tpunctuation\t,\n5\t10\tword\thadir\n"))
        #expect(try run("tokenize", "--sentences", input: input).output == "0\t11\tÉva, hadir.\n12\t22\tIa pulang.\n")
        #expect(
            try run("tokenize", "--format", "jsonl", input: input).output.contains(
                "\"sentences\":[{\"start\":0,\"end\":11},{\"start\":12,\"end\":22}]"))
        #expect(try run("tokenize", "--format", "json", input: input).output.hasSuffix("}\n"))
    }

    @Test("Tokens by other rules, and ICU's segments")
    func tokenRules() throws {
        let input = Data("S.H. di ATR/BPN\nke-2".utf8)
        func tokens(_ arguments: String...) throws -> [String] {
            try run(["tokenize"] + arguments, input: input).output.split(separator: "\n")
                .map { $0.split(separator: "\t").dropFirst(3).joined(separator: " ") }
        }
        #expect(try tokens() == ["S.H. dotted", "di", "ATR", "/", "BPN", "ke-2 hyphen"])
        #expect(
            try tokens("--join", "slash", "--no-join", "hyphen,dotted")
                == ["S.H", ".", "di", "ATR/BPN slash", "ke", "-", "2"])
        #expect(
            try tokens("--unicode")
                == ["S.H", ".", "\" \"", "di", "\" \"", "ATR", "/", "BPN", "\"\\n\"", "ke", "-", "2"])
        let record = try run("tokenize", "--format", "jsonl", "--join", "slash", input: input).output
        #expect(record.contains("\"rule\":\"slash\"") && record.contains("\"rule\":\"dotted\""))
    }

    @Test("The help names every rule for tokens")
    func tokenRuleNames() throws {
        let help = try run("tokenize", "--help").output
        let words = Set(help.split { !$0.isLetter }.map(String.init))
        #expect(words.isSuperset(of: TokenPolicy.indonesian.ruleNames))
    }

    @Test("The registry's entries")
    func lookup() throws {
        let entry = try run("lookup", "Kemensos")
        #expect(entry.status == 0)
        #expect(entry.output.hasPrefix("Kementerian Sosial  (kemensos, ") && entry.output.contains("Mensos"))
        #expect(try run("lookup", "menteri", "sosial").output.contains("(kemensos, "))
        let records = try run("lookup", "kemendikbudristek", "--format", "json").output
        #expect(records.contains("\"id\": \"kemendiktisaintek\""))
        let none = try run("lookup", "Kemensoss")
        #expect(none.status == 1 && none.output.isEmpty)
        #expect(
            none.errors.contains("nothing is named 'Kemensoss'; nearly alike: ") && none.errors.contains("Kemensos")
        )
        #expect(try run("lookup", "Qwertyuiop").errors == "kenali: nothing is named 'Qwertyuiop'\n")
    }

    @Test("A reader that goes away ends the tool quietly")
    func closedPipe() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        let tool = try #require(Self.executable("kenali")).path
        process.arguments = ["-c", "yes 'Gus Ipul tiba.' | head -n 20000 | '\(tool)' | head -n 1"]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: text, as: UTF8.self) == "Gus Ipul tiba.\n")
        #expect(complaints.isEmpty)
    }

    #if os(Linux)
        @Test("A program that links the library alone does not load Foundation")
        func linkage() throws {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/ldd")
            process.arguments = [try #require(Self.executable("LinkageProbe")).path]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let libraries = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(libraries.contains("libicuuc"))
            #expect(!libraries.contains("Foundation"))
        }
    #endif
}
