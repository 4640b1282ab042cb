/// The name of a file: as people read it, and as the system knows it, where it is any bytes.
struct FileName: Sendable, Hashable {
    /// The name; bytes that are not UTF-8 are written as `\xE9`.
    let text: String
    /// The bytes with a zero behind.
    let bytes: [CChar]

    /// The file that an argument names.
    init(_ argument: String) {
        text = argument
        bytes = CommandLineArguments.path(argument)
    }

    /// The file of this name.
    init(bytes: [UInt8]) {
        text = CommandLineArguments.text(bytes)
        self.bytes = bytes.map(CChar.init(bitPattern:)) + [0]
    }

    /// The file of this name in this folder.
    func appending(_ name: [UInt8]) -> FileName {
        var path = bytes.dropLast().map(UInt8.init(bitPattern:))
        if path.last != UInt8(ascii: "/") { path.append(UInt8(ascii: "/")) }
        return FileName(bytes: path + name)
    }
}
