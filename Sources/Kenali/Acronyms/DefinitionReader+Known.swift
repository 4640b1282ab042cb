import KenaliLexicon

/// Long forms that the lists know: no letters need be compared.
extension DefinitionReader {
    /// How many of the last words are, word for word, what the lists say that a short form stands for.
    mutating func knownCount(
        _ range: Range<Int>, _ short: Range<Int>, _ document: borrowing Document
    ) -> Int? {
        guard !range.isEmpty else { return nil }
        let last = words.token(range.upperBound - 1)
        var known: [UInt64] = []
        swap(&known, &self.known)
        defer { swap(&known, &self.known) }
        return document.firstReading(of: short) { reading -> Int? in
            guard document.endsLike(reading, last), Self.read(reading, &known), known.count >= 2 else { return nil }
            if isSuffix(known, without: nil, of: range, document) { return known.count }
            // Writers leave out a word of a long name: "Analisis (Mengenai) Dampak Lingkungan".
            guard known.count >= 4, known[known.count - 1] == document.key(at: last) else { return nil }
            for left in 1..<known.count - 1 where isSuffix(known, without: left, of: range, document) {
                return known.count - 1
            }
            return nil
        }
    }

    /// Reads the keys of the words of a text.
    private static func read(_ text: Span<UInt8>, _ keys: inout [UInt64]) -> Bool {
        keys.removeAll(keepingCapacity: true)
        var start = 0
        for index in 0...text.count {
            if index < text.count {
                let byte = text[index]
                if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 { continue }
            }
            if index > start { keys.append(FoldedBytes.hash(text.extracting(start..<index))) }
            start = index + 1
        }
        return !keys.isEmpty
    }

    /// Whether the words of a reading, but for one of them, are the last ones of some words.
    private func isSuffix(
        _ known: [UInt64], without left: Int?, of range: Range<Int>, _ document: borrowing Document
    ) -> Bool {
        guard known.count - (left == nil ? 0 : 1) <= range.count else { return false }
        var index = range.upperBound
        var place = known.count
        while place > 0 {
            place -= 1
            if place == left { continue }
            index -= 1
            if document.key(at: words.token(index)) != known[place] { return false }
        }
        return true
    }
}
