import KenaliFormats
import Testing

/// What counts as right, extra and missed.
@Suite("Evaluation")
struct EvaluationTests {
    private typealias Mark = AnnotatedText.Mark

    private func read(_ lines: String) throws -> [AnnotatedText] { try AnnotatedText.read(lines.utf8Span.span) }

    private func evaluation(_ gold: String, _ predicted: String) throws -> Evaluation {
        let predictions = try read(predicted)
        return Evaluation(try read(gold)) { text in predictions.first { $0.id == text.id } }
    }

    private func line(_ marks: String) -> String {
        #"{"id": "a", "text": "Gus Ipul dan Andi Wijaya di Bandung pada 2024.", "mentions": [\#(marks)]}"# + "\n"
    }

    @Test(
        "A mention is right at its very place, or at that of the bare name",
        arguments: [
            (#"{"kind": "person", "start": 0, "end": 8}"#, [1, 0, 0]),
            (#"{"kind": "person", "start": 4, "end": 8}"#, [1, 0, 0]),
            (#"{"kind": "person", "start": 0, "end": 8}, {"kind": "person", "start": 4, "end": 8}"#, [1, 1, 0]),
            (#"{"kind": "person", "start": 0, "end": 7}"#, [0, 1, 1]),
            (#"{"kind": "location", "start": 0, "end": 8}"#, [0, 0, 1]), ("", [0, 0, 1]),
        ])
    func places(predicted: String, counts: [Int]) throws {
        let gold = line(#"{"kind": "person", "start": 0, "end": 8, "name_start": 4, "name_end": 8}"#)
        let found = try evaluation(gold, line(predicted)).micro
        #expect([found.right, found.extra, found.missed] == counts)
    }

    @Test(
        "What is optional is neither asked for nor wrong, be it found in part",
        arguments: [(13, 24, 0), (13, 17, 0), (18, 30, 0), (24, 30, 1), (0, 13, 1)])
    func optional(start: Int, end: Int, extra: Int) throws {
        let gold = line(
            #"{"kind": "person", "start": 13, "end": 24, "optional": true}, {"kind": "date", "start": 41, "end": 45}"#)
        let found = try evaluation(gold, line(#"{"kind": "person", "start": \#(start), "end": \#(end)}"#))
        #expect(found.kinds["person"]?.extra == extra && found.kinds["person"]?.gold == 0)
        #expect(found.kinds["date"]?.missed == 1)
    }

    @Test("Values are counted of what is right; ministries are organizations where gold knows none")
    func values() throws {
        let gold = line(
            #"{"kind": "date", "start": 41, "end": 45, "value": "2024"}, {"kind": "organization", "start": 0, "end": 8}"#
        )
        let wrong =
            #"{"kind": "date", "start": 41, "end": 45, "value": "2025"}, {"kind": "ministry", "start": 0, "end": 8}"#
        let found = try evaluation(gold, line(wrong))
        #expect(found.kinds["date"]?.right == 1 && found.kinds["date"]?.value == 0)
        #expect(found.kinds["organization"]?.right == 1 && found.micro.f1 == 1)
        #expect(found.faults.map(\.what) == [.value] && found.faults.first?.note == "2024 wanted, 2025 found")
        #expect(try evaluation(gold, #"{"id": "b", "mentions": []}"#).missing == 1)
    }
}
