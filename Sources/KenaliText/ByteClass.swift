/// Classes of ASCII bytes, looked up in a table rather than compared range by range.
enum ByteClass {
    static let upper: UInt8 = 1
    static let lower: UInt8 = 2
    static let digit: UInt8 = 4
    static let space: UInt8 = 8
    /// ASCII characters of Unicode's categories Sm, Sc, Sk and So.
    static let symbol: UInt8 = 16
    /// Line feed, carriage return, vertical tab, form feed.
    static let line: UInt8 = 32

    /// The class of each ASCII byte; 0 for controls, other punctuation and all bytes beyond ASCII.
    static let table: [256 of UInt8] = {
        var table = [256 of UInt8](repeating: 0)
        for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { table[Int(byte)] = upper }
        for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { table[Int(byte)] = lower }
        for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = digit }
        for byte in "$+<=>^`|~".utf8 { table[Int(byte)] = symbol }
        for byte in " \t".utf8 { table[Int(byte)] = space }
        for byte in 0x0A...0x0D { table[byte] = space | line }
        return table
    }()
}
