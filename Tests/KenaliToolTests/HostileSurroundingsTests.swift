import Foundation
import Testing

@testable import KenaliTool

/// The tool where output can't be written, where names are no text, and where input tries to look like a message.
@Suite("Tool in hostile surroundings")
struct HostileSurroundingsTests {
    /// A line of shell where the locale knows ASCII only.
    private func shell(_ line: String) throws -> ShellOutcome { try Shell.run(line, locale: "C") }

    #if os(Linux)
        @Test(
            "A full disk and a closed output are told in a line, with status 74",
            arguments: [
                "lookup Kemensos", "lookup Kemensos --format json", "text", "--format jsonl text", "glossary text",
            ],
            [">/dev/full", ">&-"])
        func unwritable(arguments: String, redirection: String) throws {
            let outcome = try shell("echo 'Gus Ipul, DAK.' >text; \"$KENALI\" \(arguments) \(redirection)")
            #expect(outcome.status == 74)
            #expect(outcome.errors.hasPrefix("kenali: cannot write to standard output: "))
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }

        @Test("File names that are not UTF-8 are opened, and shown with their bytes")
        func names() throws {
            let outcome = try shell(
                #"f="$(printf 'caf\351')"; echo 'Gus Ipul tiba.' >"$f"; "$KENALI" "$f" --format jsonl; "$KENALI" "$f.txt""#
            )
            #expect(outcome.status == 66)
            #expect(outcome.output.contains(#""id":"caf\\xE9""#) && outcome.output.contains("Gus Ipul"))
            #expect(outcome.errors == "kenali: caf\\xE9.txt: No such file or directory\n")
        }
    #endif

    @Test("Closed standard error loses nothing of the output, and no file takes its place")
    func closedError() throws {
        let outcome = try shell(
            #"echo 'Gus Ipul tiba.' >text; "$KENALI" missing text --format jsonl 2>&-; s=$?; cat text >&2; exit $s"#)
        #expect(outcome.status == 66)
        #expect(outcome.output.contains("Gus Ipul") && outcome.output.hasSuffix("}\n"))
        #expect(outcome.errors == "Gus Ipul tiba.\n")
    }

    @Test("What comes from input and from file names stays on its line of standard error, without controls")
    func forgedMessages() throws {
        let outcome = try shell(
            #"""
            printf '%s' '{"text": "DAK", "date": "a\nkenali: good.txt:1: \u001b[31mfake \u202e\u2028x"}' >lines
            "$KENALI" --input jsonl --format jsonl lines "$(printf 'a\nkenali: b\033')"
            """#)
        #expect(outcome.status == 66)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("kenali: lines:1: \"date\" is 'a\\u{A}kenali: good.txt") == true)
        #expect(lines.last == "kenali: a\\u{A}kenali: b\\u{1B}: No such file or directory")
        #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    }

    @Test("Several texts have their names before them; one has none")
    func headings() throws {
        let outcome = try shell(
            #"echo 'Gus Ipul tiba.' >a; echo 'Ia pergi.' >b; "$KENALI" a b; "$KENALI" b; "$KENALI" tokenize --sentences a b"#
        )
        #expect(
            outcome.output == """
                ==> a <==
                Gus Ipul tiba.

                person        Ipul  1×  Gus

                ==> b <==
                Ia pergi.
                Ia pergi.
                ==> a <==
                0\t14\tGus Ipul tiba.

                ==> b <==
                0\t9\tIa pergi.

                """)
    }

    @Test("No kinds at all are no kinds", arguments: ["''", "','"])
    func noKinds(kinds: String) throws {
        let outcome = try shell("\"$KENALI\" --kinds \(kinds)")
        #expect(outcome.status == 64 && outcome.errors.contains("no kind of mention is named; there are person, "))
    }

    @Test("A broken line keeps its id, where it can be read, and says which line it is")
    func identifiers() throws {
        let outcome = try shell(
            #"""
            printf '%s\n' '{"id": 2, "text": "DAK", "date": "2025-13-45", "note": tru}' '{"id": "c", "text": 5}' '{"id": "d"' '   ' >lines
            printf '{"id": "e", "text": "\377"}' >>lines
            "$KENALI" --input jsonl --format jsonl lines
            """#)
        let objects = try outcome.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.map { $0["line"] as? Int } == [1, 2, 3, 4, 5])
        #expect(objects.allSatisfy { $0["error"] is String })
        #expect(objects.first?["id"] as? Int == 2)
        #expect(objects.map { $0["id"] as? String } == [nil, "c", "d", nil, "e"])
        #expect(outcome.status == 65 && outcome.errors.split(separator: "\n").count == 4)
    }

    @Test("Names for arguments that are not UTF-8 differ from all others")
    func argumentNames() {
        let bytes = Array("a".utf8) + [0xE9]
        let (strings, paths) = CommandLineArguments.named([Array("a\\xE9".utf8), bytes, [0xFF, 0xC3], Array("é".utf8)])
        #expect(strings == ["a\\xE9", "a\\xE9\\", "\\xFF\\xC3", "é"])
        #expect(paths.count == 2 && paths["a\\xE9\\"]?.map(UInt8.init(bitPattern:)) == bytes + [0])
    }
}
