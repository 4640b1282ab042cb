import Foundation
import Testing

/// Lines that come one by one, and lines as long as the buffer.
@Suite("Tool: streams")
struct StreamingTests {
    @Test("A line is answered before the next one comes")
    func answersAtOnce() throws {
        let process = Process()
        process.executableURL = ToolTests.executable("kenali")
        process.arguments = ["--input", "jsonl", "--format", "jsonl"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 1...3 {
            try input.fileHandleForWriting.write(contentsOf: Data("{\"id\": \(number), \"text\": \"DAK\"}\n".utf8))
            var line = Data()
            while line.last != UInt8(ascii: "\n") {
                // A tool that waits for more before it answers would wait for ever.
                var ready = pollfd(
                    fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&ready, 1, 60_000) > 0 else { break }
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { break }
                line.append(more)
            }
            #expect(String(decoding: line, as: UTF8.self).hasPrefix("{\"id\":\(number),"))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("A document that is written as it is made is written as any other, in its turn", arguments: [1, 3])
    func largeDocuments(jobs: Int) throws {
        let outcome = try Shell.run(
            #"""
            blanks=$(printf '%*s' 1100000 '')
            printf '{"id": 1, "text": "DAK%sKPK"}\n{"id": 2, "text": "KPM"}\n' "$blanks" >in.jsonl
            printf '{"id": 3, "text": "%sGus Ipul"}\n{"id": 4}\n{"id": 5, "text": "DAK"}\n' "$blanks" >>in.jsonl
            for format in json jsonl tsv; do
                "$KENALI" -j \#(jobs) -f $format in.jsonl 2>/dev/null >all.$format
                "$KENALI" -j \#(jobs) -f $format in.jsonl --output out 2>/dev/null
            done
            cut -c 1-40 all.jsonl
            for n in 1 2 3 5; do cat out/$n.jsonl; done >whole.jsonl
            grep -v error all.jsonl | cmp - whole.jsonl
            head -c 1 all.json; grep '^  "id": ' all.json | tr -d ' '; tail -c 4 all.json
            cut -f 1,6 all.tsv
            """#)
        #expect(outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                {"id":1,"mentions":[{"kind":"acronym","s
                {"id":2,"mentions":[{"kind":"acronym","s
                {"id":3,"mentions":[{"kind":"person","st
                {"id":4,"line":4,"error":"there is no \\"
                {"id":5,"mentions":[{"kind":"acronym","s
                ["id":1,
                "id":2,
                "id":3,
                "id":4,
                "id":5,
                }
                ]
                document\ttext
                1\tDAK
                1\tKPK
                1\tKPK
                2\tKPM
                3\tGus Ipul
                5\tDAK

                """)
    }

    @Test(
        "Not a byte is lost around the blocks in which a file is read",
        arguments: [65_535, 65_536, 65_537, 131_072, 200_000])
    func blocks(length: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Lines of exactly so many bytes with their end, and one of a few behind each.
        var lines = ""
        for number in 0..<3 {
            let frame = "{\"id\": \(number), \"text\": \"DAK \"}\n"
            let text = "DAK " + String(repeating: "x", count: length - frame.utf8.count)
            lines += "{\"id\": \(number), \"text\": \"\(text)\"}\n{\"id\": 1\(number), \"text\": \"KPM\"}\n"
        }
        let file = folder.appending(path: "in.jsonl")
        try Data(lines.utf8).write(to: file)
        let process = Process()
        process.executableURL = ToolTests.executable("kenali")
        process.arguments = ["--input", "jsonl", "--format", "jsonl", "--with-text", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let objects = try written.split(separator: UInt8(ascii: "\n")).map {
            try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
        }
        #expect(objects.map { $0["id"] as? Int } == [0, 10, 1, 11, 2, 12])
        let frame = "{\"id\": 0, \"text\": \"\"}\n".utf8.count
        #expect(
            objects.map { ($0["text"] as? String)?.utf8.count } == [
                length - frame, 3, length - frame, 3, length - frame, 3,
            ])
        #expect(process.terminationStatus == 0)
    }
}
