/// The tokens of one text, in order.
public struct Tokens: Sendable, RandomAccessCollection {
    @usableFromInline var storage: [Token] = []

    public init() {}

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { storage.count }
    @inlinable public subscript(index: Int) -> Token { storage[index] }

    /// The tokens without copying them.
    public var span: Span<Token> {
        @_lifetime(borrow self) get { storage.span }
    }

    /// Marks tokens as first in a sentence.
    mutating func insert(_ shape: TokenShape, at index: Int) {
        storage[index].shape.insert(shape)
    }

    mutating func append(_ token: Token) { storage.append(token) }

    mutating func removeAll() { storage.removeAll(keepingCapacity: true) }
}
