// What `_StringProcessing` has as well: without its expressions a tool that carries Swift's runtime is 1.3 MB smaller.

extension String {
    /// The text with another text in the place of each byte, which must be ASCII.
    package func replacing(byte: Unicode.Scalar, with replacement: StaticString) -> String {
        let byte = UInt8(ascii: byte)
        guard utf8.contains(byte) else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for other in utf8 {
            if other != byte {
                bytes.append(other)
            } else {
                // Safe: the bytes are copied where they are given.
                replacement.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether another text stands in this one, byte by byte.
    package func holds(_ part: String) -> Bool {
        var rest = utf8[...]
        while rest.count >= part.utf8.count {
            if rest.starts(with: part.utf8) { return true }
            rest.removeFirst()
        }
        return false
    }
}
