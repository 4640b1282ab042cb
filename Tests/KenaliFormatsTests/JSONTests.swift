import Foundation
import KenaliFormats
import Testing

/// Our reader and writer of JSON beside Foundation's.
@Suite("JSON reader and writer")
struct JSONTests {
    /// A generator of random values and texts that is the same in each run.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }

        /// Without a byte order mark, of which JSONSerialization loses one at the start of a string.
        mutating func text() -> String {
            let alphabet = Array(
                "aZ \"\\/\n\r\t\u{0}\u{1}\u{8}\u{C}\u{1F}\u{7F}é\u{301}ﬁ漢🙂👩‍👩‍👧\u{2028}\u{FFFD}\u{10FFFF}"
                    .unicodeScalars)
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<40, using: &self) {
                text.append(alphabet.randomElement(using: &self) ?? "a")
            }
            return String(text)
        }

        mutating func value(depth: Int) -> JSONValue {
            switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
            case 0: return .null
            case 1: return .bool(Bool.random(using: &self))
            case 2: return .number(String(Int.random(in: -1000...1000, using: &self)))
            case 3:
                return .number("\(Int.random(in: -99...99, using: &self)).5e\(Int.random(in: -9...9, using: &self))")
            case 4, 5: return .string(text())
            case 6: return .array((0..<Int.random(in: 0..<4, using: &self)).map { _ in value(depth: depth - 1) })
            default:
                return .object(
                    (0..<Int.random(in: 0..<4, using: &self)).map {
                        JSONValue.Member(key: "\($0)" + text(), value: value(depth: depth - 1))
                    })
            }
        }
    }

    private static func foundation(_ bytes: [UInt8]) -> NSObject? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? NSObject
    }

    @Test(
        "Foundation reads what we write, and we read what Foundation writes",
        arguments: [JSONWriter.Layout.line, .pretty])
    func roundTrip(layout: JSONWriter.Layout) throws {
        var random = Random(state: 42)
        for _ in 0..<2000 {
            let value = random.value(depth: 4)
            let written = Array(value.json(layout).utf8)
            #expect(try JSONValue(parsing: written.span) == value)
            let object = try #require(Self.foundation(written))
            let again = try JSONSerialization.data(withJSONObject: object, options: .fragmentsAllowed)
            let read = try JSONValue(parsing: Array(again).span)
            #expect(Self.foundation(Array(read.json().utf8)) == object)
        }
    }

    @Test("Strings have the bytes that Foundation's encoder gives them")
    func strings() throws {
        var random = Random(state: 7)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        for scalar in (Array(0..<0x300) + [0x2028, 0xFEFF]).compactMap(Unicode.Scalar.init) {
            let text = String(scalar)
            #expect(try Array(encoder.encode(text)) == Array(text.json().utf8))
        }
        for _ in 0..<2000 {
            let text = random.text()
            #expect(try Array(encoder.encode(text)) == Array(text.json().utf8))
        }
        #expect([Int.min, -1, 0, 9, 10, 1001, Int.max].json() == "[\(Int.min),-1,0,9,10,1001,\(Int.max)]")
    }

    @Test("A text of any length with a mark at any place is written as Foundation's encoder writes it, as a field too")
    func marks() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        for length in 0...40 {
            for place in 0...length {
                for mark in ["\"", "\\", "\u{1F}", "a"] {
                    var text = String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
                    text.insert(contentsOf: mark, at: text.index(text.startIndex, offsetBy: min(place, text.count)))
                    let string = String(decoding: try encoder.encode(text), as: UTF8.self)
                    #expect(text.json() == string)
                    var json = JSONWriter()
                    json.object { json in
                        json.field("i", text)
                        json.field("key_of_twenty_bytes_", ifPresent: .some(text))
                    }
                    let written = String(decoding: json.bytes, as: UTF8.self)
                    #expect(written == #"{"i":"# + string + #","key_of_twenty_bytes_":"# + string + "}")
                }
            }
        }
    }

    @Test("Whole numbers have the digits that Swift gives them, alone and as a field")
    func numbers() {
        var power = 1
        for _ in 0..<18 {
            for number in [power - 1, power, power + 1, 7 * power, 10 * power - 1, -power] {
                #expect(number.json() == String(number))
                var json = JSONWriter()
                json.object { $0.field("number", number) }
                #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"number":\#(number)}"#)
            }
            power *= 10
        }
        for number in 0..<10_100 { #expect(number.json() == String(number)) }
    }

    @Test("What Foundation refuses is refused, what it reads is read, whatever is changed in a text")
    func mutations() throws {
        let seed = Array(
            #"{"id": 7, "text": "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude42 é🙂", "x": [1, -0.5e+3, 1E2, true, false, null, {}, []]}"#
                .utf8)
        let alphabet = Array(#"{}[]:,"\/ud8c0123456789eE+-. truefalsn"#.utf8) + [0x00, 0x0A, 0x20, 0x09, 0x0C]
        var random = Random(state: 11)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                default: bytes[place] = alphabet.randomElement(using: &random) ?? 0
                }
            }
            guard String(validating: bytes, as: UTF8.self) != nil else { continue }
            let ours = try? JSONValue(parsing: bytes.span)
            var theirs = Self.foundation(bytes)
            // Foundation reads over a comma behind the last field; RFC 8259 does not.
            if String(decoding: bytes, as: UTF8.self).contains(/,\s*[}\]]/) { theirs = ours.map { _ in NSNull() } }
            #expect((ours == nil) == (theirs == nil), "\(String(decoding: bytes, as: UTF8.self))")
            if ours == nil { refused += 1 }
        }
        #expect(refused > 5000)
    }

    @Test("Nesting is bounded where Foundation bounds it, numbers of any size are kept, the first of two keys counts")
    func bounds() throws {
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        #expect(try JSONValue(parsing: nested(512).span).array != nil)
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(513).span) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1_000_000).span) }
        let digits = String(repeating: "9", count: 1000)
        #expect(try JSONValue(parsing: Array(digits.utf8).span) == .number(digits))
        #expect(JSONValue.number(digits).int == nil && JSONValue.number("1e3").int == 1000)
        let line = Array(#"{"text": "a", "text": "b", "id": 12345678901234567890123}"#.utf8)
        #expect(throws: InputRecordError.self) { try InputRecord(line: line.span) }
        #expect(try InputRecord(line: Array(#"{"text": "a", "text": "b"}"#.utf8).span).text == "a")
    }

    @Test("A line as Foundation's decoder reads it, and fields with full stops in objects")
    func records() throws {
        var fields = DocumentFields(text: "article.body", id: "meta.no", date: "meta.date.day")
        let line = Array(
            "\u{FEFF}{\"x\": {\"article\": 1}, \"article\": {\"body\": \"teks\"}, \"meta\": {\"no\": 3, \"date\": {\"day\": \"2024-01-02\"}}}"
                .utf8)
        let record = try InputRecord(line: line.span, fields: fields)
        #expect(record.text == "teks" && record.id == .number(3) && record.date == "2024-01-02")
        fields.text = "a.b"
        #expect(try InputRecord(line: Array(#"{"a.b": "key"}"#.utf8).span, fields: fields).text == "key")
        func reason(_ line: String) -> String? {
            do {
                _ = try InputRecord(line: Array(line.utf8).span)
                return nil
            } catch {
                return "\(error.id.map(\.description) ?? "-"): \(error.reason)"
            }
        }
        #expect(reason(#"{"id": "a"}"#) == "a: there is no \"text\"")
        #expect(reason(#"{"id": 4, "text": null}"#) == "4: \"text\" is of the wrong type")
        #expect(reason(#"{"id": [], "text": ""}"#) == "-: \"id\" is of the wrong type")
        #expect(reason("[1]") == "-: not a JSON object")
        #expect(reason(#"{"id": 4, "text": "\ud83d"}"#) == "4: not JSON: half of a pair of surrogates at byte 20")
        #expect(reason(#"{"id": 4, "text": "a"} b"#) == "4: not JSON: something follows the value at byte 24")
    }
}
