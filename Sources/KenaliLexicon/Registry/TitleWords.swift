import KenaliStorage
import KenaliText

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
    private var words: [Word] = []

    /// Where a word ends, and what it says by itself.
    private struct Word {
        var end: Int32
        var meaning: Meaning?
    }

    /// - Complexity: O(*n*), *n* the length of the title.
    init(_ title: String) {
        let letters = title.utf8Span.span
        bytes.reserveCapacity(letters.count + 1)
        words.reserveCapacity(8)
        var depth = 0
        for index in letters.indices {
            let byte = letters[index]
            if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
                if depth == 0 { bytes.append(byte < 0x41 ? byte : byte | 0x20) }
            } else if byte < 0x80 {
                read(Unicode.Scalar(byte), &depth)
            } else {
                bytes.removeAll(keepingCapacity: true)
                words.removeAll(keepingCapacity: true)
                read(title.unicodeScalars)
                return
            }
        }
        finishLast()
    }

    private mutating func read(_ title: String.UnicodeScalarView) {
        var depth = 0
        for scalar in title { read(scalar, &depth) }
        finishLast()
    }

    private mutating func read(_ scalar: Unicode.Scalar, _ depth: inout Int) {
        switch scalar {
        case "(": depth += 1
        case ")": depth = max(0, depth - 1)
        case _ where depth > 0: return
        case "a"..."z", "0"..."9": return append(scalar)
        case "A"..."Z": return append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20))
        case "'", "’", "ʼ", "`": return
        case "&":
            finish()
            append("dan")
        case "/", ",":
            finish()
            append(scalar)
        case _ where !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil):
            for letter in scalar.properties.lowercaseMapping.unicodeScalars { append(letter) }
            return
        default: break
        }
        finish()
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
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

    /// Ends the word whose letters have been read, if there are any, and makes room for the next one.
    private mutating func finish() {
        let start = words.last.map { Int($0.end) + 1 } ?? 0
        guard bytes.count > start else { return }
        words.append(
            Word(end: Int32(bytes.count), meaning: Self.meaning(bytes.span.extracting(start..<bytes.count))))
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func finishLast() {
        finish()
        if !bytes.isEmpty { bytes.removeLast() }
    }

    /// The number of words.
    var count: Int { words.count }

    /// The words of a range, which is not empty, a blank between two.
    subscript(range: Range<Int>) -> Span<UInt8> {
        @_lifetime(borrow self) get {
            let start = range.lowerBound == 0 ? 0 : Int(words[range.lowerBound - 1].end) + 1
            return bytes.span.extracting(start..<Int(words[range.upperBound - 1].end))
        }
    }

    /// A text of a list that some words are, and where these end.
    struct Phrase {
        var text: Int
        var end: Int
    }

    /// The texts of a list that the words from one on are, the shortest first, and where each ends.
    ///
    /// - Parameters:
    ///   - most: The most words of a text.
    ///   - head: What stands in front of the words in the list.
    func phrases(at start: Int, atMost most: Int, in texts: PackedTexts, behind head: [UInt8] = []) -> [Phrase] {
        var search = PackedTexts.PrefixSearch()
        var found: [Phrase] = []
        var text = head
        // Few texts go on for long as these words do.
        for end in start..<min(start + most, count) {
            let step: (isPrefix: Bool, whole: Int?)
            if head.isEmpty {
                step = search.read(self[start..<end + 1], in: texts)
            } else {
                text.removeSubrange(head.count...)
                text.append(copying: self[start..<end + 1])
                step = search.read(text.span, in: texts)
            }
            guard step.isPrefix else { break }
            if let whole = step.whole { found.append(Phrase(text: whole, end: end + 1)) }
        }
        return found
    }

    /// What a word says by itself, nil for a word of an office or a place.
    func meaning(_ word: Int) -> Meaning? { words[word].meaning }

    /// Whether a word stands behind an office and says nothing of it: "RI", "2019".
    func isFiller(_ word: Int) -> Bool { meaning(word) == .filler || isNumber(word) }

    /// "ke-7", "ketujuh", in front of the country.
    func isOrdinal(_ word: Int) -> Bool { meaning(word) == .ordinal || isNumber(word) }

    private func isNumber(_ word: Int) -> Bool {
        let letters = self[word..<word + 1]
        for index in letters.indices where letters[index] &- 0x30 >= 10 { return false }
        return true
    }

    // MARK: - Words with a meaning

    private static func meaning(_ word: Span<UInt8>) -> Meaning? {
        guard let number = number(of: word) else { return nil }
        let low = (0..<meanings.count).partitionPoint { meanings[$0].number < number }
        return low < meanings.count && meanings[low].number == number ? meanings[low].meaning : nil
    }

    /// Five bits for each letter of a word of at most twelve small letters, "/" or ",".
    private static func number(of word: Span<UInt8>) -> UInt64? {
        guard word.count <= 12 else { return nil }
        var number: UInt64 = 0
        for index in word.indices {
            let byte = word[index]
            let letter: UInt8
            if byte &- 0x61 < 26 {
                letter = byte &- 0x60
            } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") {
                letter = byte == UInt8(ascii: "/") ? 27 : 28
            } else {
                return nil
            }
            number = number << 5 | UInt64(letter)
        }
        return number
    }

    /// In the order of their numbers.
    private static let meanings: [(number: UInt64, meaning: Meaning)] = {
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
        let numbered = words.flatMap { group in
            group.1.compactMap { word in number(of: word.utf8Span.span).map { (number: $0, meaning: group.0) } }
        }
        return numbered.sorted { $0.number < $1.number }
    }()
}
