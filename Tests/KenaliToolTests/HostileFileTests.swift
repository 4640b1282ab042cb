import Testing

/// What an examination found to crash or to forge, as files in `Fixtures/hostile`, through the tool as users call it.
@Suite("Tool: hostile files")
struct HostileFileTests {
    @Test("Texts whose mentions reached across each other are written in every format")
    func crossingMentions() throws {
        let outcome = try Shell.run(
            #"""
            cd "$PROJECT/Fixtures/hostile/extraction"; set -e
            for file in *.txt; do
                for format in text html json jsonl tsv conll brat timex3 spacy labelstudio doccano webannotation; do
                    "$KENALI" -f $format $file >/dev/null || { echo "$format of $file"; exit 1; }
                done
                "$KENALI" $file | head -n 1
            done
            """#)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(
            outcome.output.hasPrefix("Ketua Umum Pengurus Pusat (Ketum PP) hadir.") && outcome.output.contains("J-K)"))
    }

    @Test(
        "A blank line has its line out; a wrong date costs the date alone; a text stays on its line of standard error")
    func lines() throws {
        let outcome = try Shell.run(
            #"""
            cd "$PROJECT/Fixtures/hostile/lines"
            "$KENALI" -i jsonl -f jsonl blank-line.jsonl error-loses-id.jsonl stderr-injection.jsonl
            """#)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.first?.hasPrefix("{\"id\":1,") == true)
        #expect(lines.dropFirst().first == "{\"line\":2,\"error\":\"the line is blank\"}")
        #expect(lines.dropFirst(2).first?.hasPrefix("{\"id\":3,") == true)
        #expect(lines.dropFirst(3).first?.hasPrefix("{\"id\":2,\"mentions\":[{\"kind\":\"person\"") == true)
        let complaints = outcome.errors.split(separator: "\n")
        #expect(complaints.count == 2)
        #expect(complaints.allSatisfy { $0.hasPrefix("kenali: ") && $0.contains("read without it") })
        #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test(
        "Rules that trapped, or asked for gigabytes, are refused in their file and line",
        arguments: [
            ("trap-number-2147483648", ":2:5: a number has at most 8 digits"),
            ("trap-number-above-int32", ":2:5: a number has at most 8 digits"),
            ("trap-spans-in-repeats", ":2:33: a rule marks at most 1000 mentions once its repeats are written out"),
            ("out-of-memory-nested-repeats", ":1:1: the pattern is too large once its repeats are written out"),
        ])
    func rules(name: String, complaint: String) throws {
        // A label of one's own, since a date's value is read by the built-in rules alone.
        let outcome = try Shell.run(
            #"""
            sed 's/: date/: own/' "$PROJECT/Fixtures/hostile/rules/\#(name).rules" >a.rules
            # The shadow that AddressSanitizer keeps of the memory has no bound.
            [ -n "$ASAN_OPTIONS" ] || ulimit -v 4000000 2>/dev/null; echo DAK | "$KENALI" --rules a.rules -
            """#)
        #expect(outcome.status == 65 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("kenali: a.rules\(complaint)\n"))
    }
}
