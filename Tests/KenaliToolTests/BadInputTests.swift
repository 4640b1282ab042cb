import Foundation
import Testing

/// Each kind of bad input gives its clear error, and costs nothing of the rest.
@Suite("Tool: bad input")
struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        /// Makes what is bad.
        var setup: String
        var path: String
        var message: String
        var status: Int32

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "missing", setup: "", path: "missing.txt", message: "missing.txt: No such file or directory",
            status: 66),
        Case(
            name: "a folder", setup: "mkdir in", path: "in", message: "in: is a directory; --recursive reads the files",
            status: 66),
        Case(
            name: "no name of the pattern", setup: "", path: "'*.nothing'",
            message: "no file has a name of this pattern",
            status: 66),
        Case(
            name: "a loop of links", setup: "ln -s bad bad", path: "bad",
            message: "bad: Too many levels of symbolic links",
            status: 66),
        Case(
            name: "binary", setup: "head -c 300000 /dev/urandom >bad", path: "bad", message: ": not UTF-8", status: 65),
        Case(
            name: "invalid UTF-8", setup: #"printf 'a\nb\377c' >bad"#, path: "bad", message: "bad:2: not UTF-8",
            status: 65),
        Case(
            name: "UTF-16", setup: #"printf '\377\376D\0A\0K\0' >bad"#, path: "bad", message: "bad:1: not UTF-8",
            status: 65),
        Case(
            name: "too large", setup: "head -c 70000000 /dev/zero | tr '\\0' ' ' >bad", path: "bad",
            message: "bad: is larger than 67108864 bytes; split it, or raise --max-document", status: 65),
    ]

    static let gzipCases = [
        Case(
            name: "a gzip file that is cut off",
            setup: "head -c 300000 /dev/urandom | od | gzip >all.gz; head -c 5000 all.gz >bad.txt.gz",
            path: "bad.txt.gz",
            message: "bad.txt.gz: cannot be unpacked to its end", status: 65),
        Case(
            name: "no gzip file at all", setup: "echo DAK >bad.gz", path: "bad.gz",
            message: "bad.gz: cannot be unpacked to its end", status: 65),
    ]

    static let zstdCases = [
        Case(
            name: "a zstd file that is cut off",
            setup: "head -c 300000 /dev/urandom | od | zstd -q >all.zst; head -c 5000 all.zst >bad.txt.zst",
            path: "bad.txt.zst", message: "bad.txt.zst: cannot be unpacked to its end", status: 65)
    ]

    #if os(Linux)
        @Test("A read error between two good files")
        func readError() throws {
            try between(
                bad: Case(
                    name: "a read error", setup: "", path: "/proc/self/mem",
                    message: "/proc/self/mem: Input/output error", status: 66))
        }
    #endif

    @Test("A packed file between two good ones", .enabled(if: Shell.has("gzip")), arguments: gzipCases)
    func betweenPacked(bad: Case) throws { try between(bad: bad) }

    @Test("A file of zstd between two good ones", .enabled(if: Shell.has("zstd")), arguments: zstdCases)
    func betweenZstd(bad: Case) throws { try between(bad: bad) }

    @Test("Between two good files", arguments: cases)
    func between(bad: Case) throws {
        let outcome = try Shell.run(
            "printf 'Gus Ipul' >a.txt; printf 'DAK' >z.txt; \(bad.setup)\n\"$KENALI\" -f tsv a.txt \(bad.path) z.txt")
        #expect(outcome.status == bad.status)
        let rows = outcome.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.map { $0[0] } == ["a.txt", "z.txt"] && rows.map { $0[5] } == ["Gus Ipul", "DAK"])
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(outcome.errors.hasPrefix("kenali: ") && outcome.errors.contains(bad.message), "\(outcome.errors)")
    }

    @Test("A line of 100 MB is an error line, and is never held", arguments: ["jsonl", "lines", "csv"])
    func longLine(kind: String) throws {
        let rows = ["jsonl": #"{"text": "DAK"}"#, "lines": "DAK", "csv": "DAK"]
        let row = rows[kind] ?? ""
        let outcome = try Shell.run(
            """
            { \(kind == "csv" ? "echo text; " : ""):; echo '\(row)'; head -c 104857600 /dev/zero | tr '\\0' a; echo; echo '\(row)'; } |
                "$KENALI" -i \(kind) -f jsonl -j 1 --stats
            """)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3 && outcome.status == 65)
        #expect(
            lines.first?.contains("Dana Alokasi Khusus") == true && lines.last?.contains("Dana Alokasi Khusus") == true)
        #expect(lines.dropFirst().first?.contains("the line is larger than 67108864 bytes") == true)
        let memory = try #require(outcome.errors.firstMatch(of: /(\d+) MB of memory/)?.1)
        // AddressSanitizer keeps what is freed.
        let isBounded = ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil
        #expect(try #require(Int(memory)) < (isBounded ? 250 : 2_500))
    }

    @Test("10,000 files, and folders that lead back to themselves")
    func manyFiles() throws {
        let outcome = try Shell.run(
            #"""
            mkdir -p in/sub; i=0
            while [ $i -lt 10000 ]; do i=$((i + 1)); echo DAK >in/sub/$i.txt; done
            ln -s .. in/sub/up; ln -s . in/self; ln -s ../../in in/sub/again; ln -s nowhere in/gone
            "$KENALI" -r -f tsv in >rows; echo $?; grep -c DAK rows; cut -f 1 rows | sort -u | wc -l
            """#)
        #expect(outcome.output.split { $0.isWhitespace } == ["66", "10000", "10001"])
        #expect(outcome.errors == "kenali: in/gone: No such file or directory\n")
    }

    @Test("Names of files that shells and terminals stumble over")
    func names() throws {
        let outcome = try Shell.run(
            #"""
            mkdir in; cd in; for n in 'a b' "q'\"" '[x]' '*' '-n' 'é🙂' '$(true)' "$(printf 'l\nf')"; do printf DAK >"./$n.txt"; done
            printf DAK >"$(printf 'caf\351').txt"; cd ..
            "$KENALI" -r -f jsonl in | sed 's/","date.*//; s/","mentions.*//'
            cd in; "$KENALI" -f jsonl -- -n.txt '[x].txt' '*.txt' | grep -c '"DAK"'
            """#)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(
            Set(lines.dropLast())
                == Set(
                    [
                        "a b", "q'\\\"", "[x]", "*", "-n", "é🙂", "$(true)", "l\\nf", "caf\\\\xE9",
                    ].map { "{\"id\":\"in/\($0).txt" }))
        #expect(lines.last == "3")
    }

    @Test("Names of documents that no folder can hold")
    func documentNames() throws {
        let long = String(repeating: "ꦗ", count: 300)
        let outcome = try Shell.run(
            #"""
            for n in a/b a_b A_B .. '' . '\u0000' '\#(long)' '\#(long)x'; do printf '{"id": "%s", "text": "DAK"}\n' "$n"; done >in.jsonl
            "$KENALI" -f conll -o out in.jsonl; ls -A out | wc -l; ls -A out | grep -v ꦗ; cat out/* | grep -c B-
            "$KENALI" -f conll --layer acronym -o out in.jsonl; cat out/* | grep -c 'DAK.*B-ACRONYM'
            """#)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            outcome.output.split { $0.isWhitespace }.map(String.init) == [
                "9", "A_B-3.conll", "_.conll", "a_b-2.conll", "a_b.conll", "document-2.conll", "document-3.conll",
                "document.conll", "0", "9",
            ])
    }

    #if os(Linux)
        @Test("A full disk behind a file of the output's folder")
        func fullDisk() throws {
            let outcome = try Shell.run(
                #"""
                mkdir out; ln -s /dev/full out/b.html; for n in a b c; do printf 'DAK' >$n; done
                "$KENALI" -f html -o out a b c
                """#)
            #expect(outcome.status == 74)
            #expect(outcome.errors == "kenali: cannot write to out/b.html: No space left on device\n")
        }
    #endif

    @Test(
        "Of several kinds of bad input the first gives the status",
        arguments: [("missing bad", 66), ("bad missing", 65)])
    func status(paths: String, status: Int32) throws {
        let outcome = try Shell.run(#"printf '\377' >bad; "$KENALI" -f jsonl "# + paths)
        #expect(outcome.status == status)
    }
}
