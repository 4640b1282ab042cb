/// The arguments as strings, and the bytes of those that are not UTF-8: on Linux a file name is any bytes.
enum CommandLineArguments {
    /// The arguments without the tool's own name, bytes that are not UTF-8 written as `\xE9`.
    static let strings = read.strings

    /// The bytes of a path, as the system knows it, with a zero behind.
    static func path(_ argument: String) -> [CChar] { read.paths[argument] ?? Array(argument.utf8CString) }

    private static let read: (strings: [String], paths: [String: [CChar]]) = {
        var arguments: [[UInt8]] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            // Safe: the system's arguments end with a NUL each and with nil all together, and nobody changes them.
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { break }
            arguments.append(unsafe Array(UnsafeRawBufferPointer(start: argument, count: strlen(argument))))
        }
        return named(arguments)
    }()

    /// Names for arguments that are not UTF-8, each different from all other arguments.
    static func named(_ arguments: [[UInt8]]) -> (strings: [String], paths: [String: [CChar]]) {
        var strings = arguments.map { String(validating: $0, as: UTF8.self) }
        var taken = Set(strings.compactMap { $0 })
        var paths: [String: [CChar]] = [:]
        for index in strings.indices where strings[index] == nil {
            var name = escaped(arguments[index][...])
            while !taken.insert(name).inserted { name += "\\" }
            strings[index] = name
            paths[name] = arguments[index].map(CChar.init(bitPattern:)) + [0]
        }
        return (strings.compactMap { $0 }, paths)
    }

    /// Bytes as text, those that are not UTF-8 written as `\xE9`.
    static func text(_ bytes: [UInt8]) -> String { escaped(bytes[...]) }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        var rest = bytes
        while let bad = firstIllFormed(rest) {
            let hex = String(rest[bad], radix: 16, uppercase: true)
            text += String(decoding: rest[..<bad], as: UTF8.self) + "\\x" + hex
            rest = rest[(bad + 1)...]
        }
        return text + String(decoding: rest, as: UTF8.self)
    }

    private static func firstIllFormed(_ bytes: ArraySlice<UInt8>) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return bytes.startIndex + error.byteOffsets.lowerBound
        }
    }
}
