import KenaliStorage

/// The Swift file that holds the image.
enum LiteralFile {
    /// A function that answers the bytes as a literal, with those to spare that ``PackedBytes`` asks for.
    ///
    /// The literal stands inside a function that is never inlined, so that the module's interface doesn't change with it,
    /// and what imports it need not be compiled again.
    static func swift(_ image: [UInt8]) -> [UInt8] {
        var text = Array(
            """
            // Made by KenaliImageBuilder from the tables and rules of Sources/KenaliData.

            @inline(never) func imageLiteral() -> StaticString {
                "
            """.utf8)
        text.reserveCapacity(2 * image.count)
        for byte in image { append(byte, to: &text) }
        text += Array(repeating: UInt8(ascii: " "), count: PackedBytes.slack)
        text += Array("\"\n}\n".utf8)
        return text
    }

    private static func append(_ byte: UInt8, to text: inout [UInt8]) {
        switch byte {
        case 0: text += [UInt8(ascii: "\\"), UInt8(ascii: "0")]
        case 0x09: text += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        case 0x0A: text += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0x0D: text += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
        case 1..<0x20, 0x7F: text += Array("\\u{\(String(byte, radix: 16))}".utf8)
        default: text.append(byte)
        }
    }
}
