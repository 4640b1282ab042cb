/// The tokens of one text, in order.
///
/// A buffer that is used again for the next text: emptying it keeps its memory.
public struct Tokens: Sendable, RandomAccessCollection {
    /// The tokens, and behind them room for more.
    @usableFromInline var storage: [Token] = []
    /// The number of tokens.
    public internal(set) var count = 0

    /// No tokens.
    public init() {}

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable public subscript(index: Int) -> Token {
        precondition(index < count, "no token \(index) of \(count)")
        return storage[index]
    }

    /// The tokens without copying them.
    public var span: Span<Token> {
        @inlinable @_lifetime(borrow self) get { storage.span.extracting(first: count) }
    }

    /// Marks a token, for example as first in a sentence.
    mutating func insert(_ shape: TokenShape, at index: Int) {
        storage[index].shape.insert(shape)
    }

    /// Cuts tokens of ASCII letters and full stops at places inside them, in bytes of the text.
    ///
    /// - Parameter cuts: The tokens in order, each with its places in order.
    /// - Complexity: O(*n*), *n* the number of tokens.
    package mutating func cut(_ cuts: [(token: Int, places: [Int])], in bytes: Span<UInt8>) {
        let old = self
        removeAll()
        var next = 0
        for (index, places) in cuts {
            for kept in next..<index { append(old[kept]) }
            let token = old[index]
            var start = Int(token.start)
            for end in places + [Int(token.end)] {
                var part = Token(
                    start: UInt32(start), end: UInt32(end), shape: .ofLetters(bytes.extracting(start..<end)))
                if start == Int(token.start) {
                    part.shape.formUnion(token.shape.intersection([.spaceBefore, .lineBefore]))
                }
                append(part)
                start = end
            }
            next = index + 1
        }
        for kept in next..<old.count { append(old[kept]) }
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ token: Token) {
        makeRoom(for: 1)
        storage[count] = token
        count += 1
    }

    /// Makes room for so many more tokens, and for as many again as there are.
    mutating func makeRoom(for more: Int) {
        let missing = count + more - storage.count
        guard missing > 0 else { return }
        storage.append(contentsOf: repeatElement(Token(start: 0, end: 0, shape: []), count: Swift.max(missing, count)))
    }

    /// Lends the tokens and the room behind them, `limit` tokens at most.
    mutating func withRoom<Result>(atMost limit: Int, _ body: (inout MutableSpan<Token>) -> Result) -> Result {
        var whole = storage.mutableSpan
        var room = whole._mutatingExtracting(first: limit)
        return body(&room)
    }
}

extension Tokens: Equatable {
    public static func == (left: Tokens, right: Tokens) -> Bool { left.elementsEqual(right) }
}
