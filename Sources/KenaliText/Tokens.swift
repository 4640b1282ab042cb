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
        var end = count
        let more = cuts.reduce(0) { $0 + $1.places.count }
        if count + more > storage.count { grow(to: count + more) }
        count += more
        // From the end on, so that each token is moved once.
        var free = count
        for (index, places) in cuts.reversed() {
            while end > index + 1 {
                end -= 1
                free -= 1
                storage[free] = storage[end]
            }
            end -= 1
            let token = storage[end]
            var last = Int(token.end)
            for start in places.reversed() + [Int(token.start)] {
                var part = Token(
                    start: UInt32(start), end: UInt32(last), shape: .ofLetters(bytes.extracting(start..<last)))
                if start == Int(token.start) {
                    part.shape.formUnion(token.shape.intersection([.spaceBefore, .lineBefore]))
                }
                free -= 1
                storage[free] = part
                last = start
            }
        }
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ token: Token) {
        makeRoom(for: 1)
        storage[count] = token
        count += 1
    }

    /// Gives the room behind the tokens back, where it is large.
    package mutating func trim() {
        if storage.count - count > Swift.max(1 << 16, count / 8) { storage = Array(storage[..<count]) }
    }

    /// Makes room for so many more tokens, and for as many again as there are, or as a long text is expected to have.
    mutating func makeRoom(for more: Int, ofAll expected: @autoclosure () -> Int = .max) {
        let needed = count + more
        if needed > storage.count { grow(to: Swift.max(needed, Swift.min(needed + count, expected()))) }
    }

    /// Makes room for so many tokens in all, and not for more, as an array would that grows by itself.
    private mutating func grow(to size: Int) {
        storage.reserveCapacity(size)
        storage.append(contentsOf: repeatElement(Token(start: 0, end: 0, shape: []), count: size - storage.count))
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
