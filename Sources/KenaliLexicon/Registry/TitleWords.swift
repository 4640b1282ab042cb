/// The words of a title in small letters; what stands in brackets is left out, slashes and commas are words.
struct TitleWords {
    /// What a word of a title says by itself.
    enum Meaning {
        /// "mantan"
        case former
        /// "Plt.", "Pj."
        case acting
        /// "calon", "terpilih"
        case coming
        /// Between two offices.
        case joint
        /// Behind an office, and nothing of it.
        case filler
        /// "ke", "ketujuh"
        case ordinal
    }

    /// The words, a blank between two.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// - Complexity: O(*n*), *n* the length of the title.
    init(_ title: String) {
        bytes.reserveCapacity(title.utf8.count)
        var depth = 0
        for scalar in title.unicodeScalars {
            switch scalar {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case _ where depth > 0: continue
            case "'", "’", "ʼ", "`": continue
            case "&":
                finish()
                append("dan")
                finish()
            case "/", ",":
                finish()
                append(scalar)
            case "a"..."z", "0"..."9":
                append(scalar)
                continue
            case "A"..."Z":
                append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20))
                continue
            case _ where !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil):
                for letter in scalar.properties.lowercaseMapping.unicodeScalars { append(letter) }
                continue
            default: break
            }
            finish()
        }
        finish()
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        // A blank for the first letter of the next word.
        if let last = ends.last, last == bytes.count { bytes.append(UInt8(ascii: " ")) }
        if scalar.isASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func append(_ word: StaticString) {
        // Safe: the indices are the buffer's own.
        word.withUTF8Buffer { letters in
            for index in letters.indices { append(Unicode.Scalar(unsafe letters[index])) }
        }
    }

    private mutating func finish() {
        if bytes.count > ends.last ?? 0 { ends.append(bytes.count) }
    }

    /// The number of words.
    var count: Int { ends.count }

    /// The words of a range, which is not empty, a blank between two.
    subscript(words: Range<Int>) -> Span<UInt8> {
        @_lifetime(borrow self) get {
            let start = words.lowerBound == 0 ? 0 : ends[words.lowerBound - 1] + 1
            return bytes.span.extracting(start..<ends[words.upperBound - 1])
        }
    }

    /// What a word says by itself, nil for a word of an office or a place.
    func meaning(_ word: Int) -> Meaning? {
        let letters = self[word..<word + 1]
        guard letters.count <= Self.longest else { return nil }
        return Self.meanings[String(copying: letters)]
    }

    /// Whether a word stands behind an office and says nothing of it: "RI", "2019".
    func isFiller(_ word: Int) -> Bool { meaning(word) == .filler || isNumber(word) }

    /// "ke-7", "ketujuh", in front of the country.
    func isOrdinal(_ word: Int) -> Bool { meaning(word) == .ordinal || isNumber(word) }

    private func isNumber(_ word: Int) -> Bool {
        let letters = self[word..<word + 1]
        for index in letters.indices where letters[index] &- 0x30 >= 10 { return false }
        return true
    }

    private static let meanings: [String: Meaning] = {
        let words: [(Meaning, [String])] = [
            (.former, ["mantan", "eks", "bekas", "terdahulu", "purnabakti"]),
            (
                .acting,
                [
                    "plt", "pj", "plh", "pjs", "penjabat", "pelaksana", "tugas", "harian", "sementara", "ad", "interim",
                ]
            ),
            (.coming, ["calon", "terpilih", "bakal", "kandidat", "cagub", "capres", "cawapres"]),
            (.joint, ["dan", "sekaligus", "serta", "merangkap", "juga", "yang", "/", ","]),
            (
                .filler,
                [
                    "ri", "republik", "indonesia", "bapak", "ibu", "pak", "bu", "saat", "itu", "nonaktif", "periode",
                    "masa",
                ]
            ),
            (
                .ordinal,
                [
                    "ke", "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan",
                ]
            ),
        ]
        return words.reduce(into: [:]) { meanings, group in
            for word in group.1 { meanings[word] = group.0 }
        }
    }()

    private static let longest = meanings.keys.map(\.utf8.count).max() ?? 0
}
