import ArgumentParser

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether standard output gets colours: NO_COLOR (no-color.org) goes before CLICOLOR_FORCE, and both before what
    /// is known of the terminal.
    var isColored: Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if !Self.variable("NO_COLOR").isEmpty { return false }
            let forced = Self.variable("CLICOLOR_FORCE")
            if !forced.isEmpty, forced != "0" { return true }
            return isatty(STDOUT_FILENO) == 1 && Self.variable("TERM") != "dumb"
        }
    }

    private static func variable(_ name: String) -> String {
        // Safe: the text is copied at once, and the tool changes no variable.
        guard let value = unsafe getenv(name) else { return "" }
        return unsafe String(cString: value)
    }
}
