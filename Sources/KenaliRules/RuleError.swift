/// What is wrong with a rule file, and where.
public struct RuleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name of the file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int
    /// The line's text.
    public var source: String
    /// What is wrong, in a sentence.
    public var reason: String

    /// File, line, column and reason, then the line with a caret under the place.
    public var description: String {
        let caret = String(repeating: " ", count: max(0, column - 1)) + "^"
        return "\(file):\(line):\(column): \(reason)\n\(source)\n\(caret)"
    }
}
