package import KenaliText

/// How much of a form's spelling in capitals a text must show.
///
/// A form matches itself and every spelling with more capitals: `pak` matches pak, Pak and PAK; `Mei` matches Mei and
/// MEI; `DAK` matches DAK alone.
package enum CaseRule: UInt8, Sendable, CaseIterable {
    /// The form has no capital at its start: any spelling will do.
    case any
    /// The form starts with a capital: so must the text.
    case initial
    /// The form is all in capitals: so must be the text.
    case upper

    /// The rule for a form of this shape.
    package init(_ shape: TokenShape) {
        if shape.contains(.allUpper) {
            self = .upper
        } else {
            self = shape.contains(.initialUpper) ? .initial : .any
        }
    }

    /// Whether a token of this shape satisfies the rule.
    package func allows(_ shape: TokenShape) -> Bool {
        switch self {
        case .any: true
        case .initial: shape.contains(.initialUpper)
        case .upper: shape.contains(.allUpper)
        }
    }
}
