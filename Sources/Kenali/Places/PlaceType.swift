import KenaliLexicon
import KenaliText

/// What a word in front of a place's name says that it is.
enum PlaceType {
    case city, regency, province, state, district, village, region, island, mountain, river, lake, sea
    /// A street, a stadium ...
    case other

    init(_ name: Span<UInt8>) {
        self = .other
        for (type, text) in Self.names where name.isEqual(to: text) {
            self = type
            return
        }
    }

    private static let names: [(PlaceType, StaticString)] = [
        (.city, "city"), (.regency, "regency"), (.province, "province"), (.state, "state"), (.district, "district"),
        (.village, "village"), (.region, "region"), (.island, "island"), (.mountain, "mountain"), (.river, "river"),
        (.lake, "lake"), (.sea, "sea"),
    ]

    /// Whether the press leaves out the word where the place is known; a street or a stadium keeps it.
    var isDropped: Bool { self != .other && self != .state }
}

extension Place {
    /// The place that a value of the lists is: a code, a tab, and a name; or a name alone.
    init(value: String) { self.init(value: value.utf8Span.span) }

    /// The same of UTF-8.
    init(value: Span<UInt8>) {
        let tab = Self.tab(in: value)
        self.init(
            canonicalName: String(copying: value.extracting((tab ?? -1) + 1..<value.count)),
            code: tab.flatMap { Self.hasCode(value, $0) ? String(copying: value.extracting(first: $0)) : nil })
    }

    /// Whether a value has a code.
    static func hasCode(_ value: Span<UInt8>) -> Bool { tab(in: value).map { hasCode(value, $0) } ?? false }

    /// Whether a value has a code that belongs to a region with some code.
    static func isCode(of value: Span<UInt8>, inside region: String) -> Bool {
        let code = region.utf8Span.span
        guard hasCode(value), value.count > code.count, value[code.count] == UInt8(ascii: ".") else { return false }
        for index in code.indices where value[index] != code[index] { return false }
        return true
    }

    /// The last tab.
    private static func tab(in value: Span<UInt8>) -> Int? {
        var index = value.count - 1
        while index >= 0, value[index] != UInt8(ascii: "\t") { index -= 1 }
        return index < 0 ? nil : index
    }

    private static func hasCode(_ value: Span<UInt8>, _ tab: Int) -> Bool {
        tab > 0 && Self.tab(in: value.extracting(first: tab)) == nil
    }
}
