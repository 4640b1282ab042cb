extension String {
    /// The text without characters that end a line, move a terminal's cursor or turn the direction of writing: they are
    /// written out, so that what comes from a file can't look like a message of the tool.
    package var oneLine: String {
        guard unicodeScalars.contains(where: \.isTreacherous) else { return self }
        return unicodeScalars.reduce(into: "") { line, scalar in
            line += scalar.isTreacherous ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isTreacherous: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
