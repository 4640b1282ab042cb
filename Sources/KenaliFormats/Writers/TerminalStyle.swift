import Kenali

/// How mentions look in a terminal: colours by ECMA-48, or none.
public struct TerminalStyle: Sendable {
    let isColored: Bool

    /// Plain text.
    public static let plain = TerminalStyle(isColored: false)
    /// Colours that read on dark and on light backgrounds.
    public static let colored = TerminalStyle(isColored: true)

    func start(_ kind: MentionKind) -> String {
        guard isColored else { return "" }
        let code =
            // Of the 256 colours some that are neither light nor dark.
            switch kind {
            case .person: "1;38;5;32"
            case .ministry: "1;38;5;133"
            case .organization: "38;5;161"
            case .location: "38;5;28"
            case .date, .time, .duration: "38;5;136"
            case .acronym: "4"
            case .custom: "7"
            }
        return "\u{1B}[\(code)m"
    }

    func end(_ kind: MentionKind) -> String {
        guard isColored else { return "" }
        // An acronym may end inside a mention, whose colour goes on: only the underline is lifted.
        switch kind {
        case .acronym: return "\u{1B}[24m"
        case .custom: return "\u{1B}[27m"
        default: return "\u{1B}[22;39m"
        }
    }

    func heading(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func faint(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
