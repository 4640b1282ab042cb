/// The symbol of a token, by its place in ``MetSymbols/data``, with what runs ask of it most.
struct SymbolPlace: Sendable {
    let place: UInt32
    /// The place of the token's row in ``MetSymbols/bits``, and in the highest bit whether phrases start there.
    private let rowAndPhrases: UInt32

    init(_ place: UInt32, _ symbols: borrowing MetSymbols) {
        self.place = place
        let hasPhrases = symbols.data[Int(place) &+ 2] > 0
        rowAndPhrases = symbols.data[Int(place) &+ 1] | (hasPhrases ? 1 << 31 : 0)
    }

    var row: Int { Int(rowAndPhrases & 0x7FFF_FFFF) }
    var hasPhrases: Bool { rowAndPhrases >> 31 != 0 }
}
