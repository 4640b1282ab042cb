/// Random strings over alphabets in which the characters that are hard to get right are frequent.
struct RandomText {
    struct Alphabet: Sendable, CustomStringConvertible {
        var name: String
        var characters: [[UInt8]]

        var description: String { name }

        init(_ name: String, _ characters: [String]) {
            self.name = name
            self.characters = characters.map { Array($0.utf8) }
        }
    }

    static let alphabets = [
        Alphabet("ASCII", (0..<128).map { String(UnicodeScalar(UInt8($0))) }),
        Alphabet("joiners", "aB10.':_,;@ \r\n\t-/".unicodeScalars.map(String.init)),
        Alphabet(
            "long runs", ["abcdefghijklmnop", "12345678901234567", "    ", ".", ",", " ", "'", "é", "\u{301}", "_"]),
        Alphabet("beyond ASCII", beyondASCII),
        Alphabet("ill-formed", ["a", ".", "1", " ", "é", "漢"]).withParts(of: ["é", "’", "漢", "🙂", "\u{10FFFF}"]),
    ]

    /// Alphabets without the scripts for which ICU has dictionaries.
    static let withoutDictionaries = [
        alphabets[0], alphabets[1], alphabets[2],
        Alphabet("beyond ASCII", beyondASCII.filter { !"カーひ漢한กาຂកမ𠀀".contains($0) }),
    ]

    private static let beyondASCII =
        "a1.' :_\r\n\"é·¸’“”–…\u{A0}\u{301}\u{200D}\u{AD}\u{FEFF}\u{FE0F}\u{2028}\u{85}א״ع٣٫ꦗꦮꦶअक्カーひ漢한กาຂកမ🙂👩𝐀𠀀ﬁ²½Ⅷªʼ"
        .unicodeScalars.map(String.init)
        + ["👍🏽", "🇮", "🇩", "\u{1F3FB}", "\u{E0061}", "\u{10FFFD}", "\u{FFFD}", "\u{3000}", "\u{2009}"]

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number from a xorshift generator: random enough, and the same in each run.
    mutating func next() -> UInt64 {
        state ^= state &<< 13
        state ^= state &>> 7
        state ^= state &<< 17
        return state
    }

    /// Replaces `bytes` by a few characters, now and then by many.
    mutating func fill(_ bytes: inout [UInt8], from alphabet: Alphabet) {
        bytes.removeAll(keepingCapacity: true)
        let length = next() % (next() % 16 == 0 ? 96 : 12)
        for _ in 0..<length {
            bytes.append(contentsOf: alphabet.characters[Int(next() % UInt64(alphabet.characters.count))])
        }
    }
}

extension RandomText.Alphabet {
    /// Adds the parts of characters, which are ill-formed by themselves.
    func withParts(of characters: [String]) -> Self {
        var alphabet = self
        for bytes in characters.map({ Array($0.utf8) }) {
            for start in bytes.indices {
                for end in start + 1...bytes.count { alphabet.characters.append(Array(bytes[start..<end])) }
            }
        }
        alphabet.characters += [[0xFF], [0xC0], [0xE0, 0x80], [0xED, 0xA0], [0xF4, 0x90], [0xF8]]
        return alphabet
    }
}
