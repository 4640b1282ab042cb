import Testing

@testable import KenaliText

@Suite("Cutting tokens")
struct TokenCutTests {
    private static let text = "satu dua.tiga empat\nlima.enam.tujuh delapan sembilan.sepuluh"

    /// The tokens between blanks, as often as given, and whether the buffer is full.
    private func tokens(isFull: Bool) -> Tokens {
        let bytes = Array(Self.text.utf8)
        var tokens = Tokens()
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] <= 0x20 {
            var shape: TokenShape = .ofLetters(bytes.span.extracting(start..<end))
            if start > 0 { shape.insert(bytes[start - 1] == 0x0A ? [.spaceBefore, .lineBefore] : .spaceBefore) }
            tokens.append(Token(start: UInt32(start), end: UInt32(end), shape: shape))
            start = end + 1
        }
        if isFull { tokens.trim() } else { tokens.makeRoom(for: 100) }
        return tokens
    }

    @Test(
        "Tokens are cut where they lie, none is lost, and what stood before a token stands before its first part",
        arguments: [[], [1], [3], [5], [1, 3], [3, 5], [1, 3, 5]], [true, false])
    func cuts(indices: [Int], isFull: Bool) {
        let bytes = Array(Self.text.utf8)
        var tokens = tokens(isFull: isFull)
        let before = Array(tokens)
        let cuts = indices.map { index in
            (
                token: index,
                // Before and behind each full stop.
                places: before[index].utf8Range.filter { bytes[$0] == UInt8(ascii: ".") }.flatMap { [$0, $0 + 1] }
            )
        }
        tokens.cut(cuts, in: bytes.span)
        var wanted: [Token] = []
        for (index, token) in before.enumerated() {
            guard let cut = cuts.first(where: { $0.token == index }) else {
                wanted.append(token)
                continue
            }
            let places = [Int(token.start)] + cut.places + [Int(token.end)]
            for (start, end) in zip(places, places.dropFirst()) {
                var shape: TokenShape = .ofLetters(bytes.span.extracting(start..<end))
                if start == Int(token.start) { shape.formUnion(token.shape.intersection([.spaceBefore, .lineBefore])) }
                wanted.append(Token(start: UInt32(start), end: UInt32(end), shape: shape))
            }
        }
        #expect(Array(tokens) == wanted)
    }
}
