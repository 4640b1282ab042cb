/// The key of a field, at most twenty bytes that need no escapes: `"ministry_id"`.
///
/// It is kept as it is written, in quotation marks between a comma and a colon. Of a literal the compiler makes that, so that
/// writing it is three stores.
public struct JSONKey: ExpressibleByStringLiteral, Sendable {
    // Eight bytes to a word, the first lowest.
    let first: UInt64
    let second: UInt64
    let third: UInt64
    /// The bytes with comma, marks and colon.
    let count: Int

    /// The most bytes that a key takes.
    static let room = 24

    @inline(__always)
    public init(stringLiteral key: StaticString) {
        let length = key.utf8CodeUnitCount
        precondition(length <= Self.room - 4, "a key is longer than twenty bytes")
        // Safe: a literal has as many bytes as it says.
        let bytes = unsafe key.utf8Start
        var (first, second, third) = (Self.front, 0 as UInt64, 0 as UInt64)
        for index in 0..<length + 2 {
            let byte = UInt64(
                unsafe index < length ? bytes[index] : UInt8(ascii: index == length ? "\"" : ":"))
            let place = index &+ 2
            let shifted = byte &<< UInt64(truncatingIfNeeded: 8 &* place)
            if place < 8 { first |= shifted } else if place < 16 { second |= shifted } else { third |= shifted }
        }
        (self.first, self.second, self.third) = (first, second, third)
        count = length &+ 4
    }

    private init(first: UInt64, second: UInt64, third: UInt64, count: Int) {
        (self.first, self.second, self.third) = (first, second, third)
        self.count = count
    }

    /// A comma and a quotation mark.
    private static var front: UInt64 { UInt64(UInt8(ascii: "\"")) << 8 | UInt64(UInt8(ascii: ",")) }

    /// The key without its comma.
    var withoutComma: JSONKey {
        JSONKey(
            first: first >> 8 | second << 56, second: second >> 8 | third << 56, third: third >> 8, count: count &- 1)
    }
}
