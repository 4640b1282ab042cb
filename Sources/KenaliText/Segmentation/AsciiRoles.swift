/// What the ASCII characters do to words under the rules of a ``BreakTable``.
///
/// The roles are found by asking the table, and then the table is asked about all short strings of characters that
/// stand for their role, whether the roles explain its answers. So a version of ICU with other rules is either understood
/// or refused, and never misread.
struct AsciiRoles: Sendable {
    /// What one character does.
    struct Role: OptionSet, Sendable {
        let rawValue: UInt8

        static let upper = Role(rawValue: 1 << 0)
        static let lower = Role(rawValue: 1 << 1)
        static let digit = Role(rawValue: 1 << 2)
        /// Runs of it are one segment.
        static let space = Role(rawValue: 1 << 3)
        /// Joins two letters from within: the `'` of "Jum'at".
        static let joinsLetters = Role(rawValue: 1 << 4)
        /// Joins two digits from within: the `.` of "14.32".
        static let joinsDigits = Role(rawValue: 1 << 5)
        /// None of the roles here, and not alone either: `_`, CR, the `@` of ICU 72. Left to the table.
        static let hard = Role(rawValue: 1 << 7)

        var isLetter: Bool { self == .upper || self == .lower }
    }

    /// The role of each byte; bytes beyond ASCII are ``Role/hard``. A character without a role is a segment of its own.
    private(set) var roles: [Role]

    /// The roles under the rules of `table`. Nil when they do not explain what the table answers.
    init?(_ table: BreakTable) {
        roles = [Role](repeating: .hard, count: 256)
        // What the table does not tell apart has the same role, so one character of each category is asked about.
        var examples: [UInt8] = []
        for byte in UInt8(0)..<128 where !examples.contains(where: { table.isAlike($0, byte) }) {
            examples.append(byte)
        }
        let found = examples.map { Self.role(of: $0, in: table, examples) }
        for byte in UInt8(0)..<128 {
            let role = examples.firstIndex { table.isAlike($0, byte) }.map { found[$0] } ?? .hard
            roles[Int(byte)] =
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z") where role.isLetter: .upper
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): role
                // Others that count as letters or digits, such as the `@` of ICU 72.
                case _ where role.isLetter || role == .digit: .hard
                default: role
                }
        }
        guard explains(table) else { return nil }
    }

    private init(roles: [Role]) { self.roles = roles }

    /// No roles: everything is left to the table.
    static let none = AsciiRoles(roles: [Role](repeating: .hard, count: 256))

    /// The bytes with this role.
    func bytes(_ role: Role) -> [UInt8] {
        (UInt8(0)..<128).filter { !roles[Int($0)].isDisjoint(with: role) }
    }

    private static func role(of byte: UInt8, in table: BreakTable, _ examples: [UInt8]) -> Role {
        func isOne(_ bytes: UInt8...) -> Bool { table.segment(of: bytes.span, from: 0).end == bytes.count }
        let letter = UInt8(ascii: "a")
        let digit = UInt8(ascii: "0")
        switch byte {
        case _ where table.isAlike(byte, letter): return .lower
        case _ where table.isAlike(byte, digit): return .digit
        case UInt8(ascii: " "): return isOne(byte, byte) ? .space : .hard
        default:
            // What goes on behind it can't be seen by looking at it and one character more.
            let startsAlone = examples.allSatisfy { !isOne(byte, $0) }
            let endsAlone = !isOne(letter, byte) && !isOne(digit, byte)
            guard startsAlone, endsAlone else { return .hard }
            var role: Role = []
            if isOne(letter, byte, letter) { role.insert(.joinsLetters) }
            if isOne(digit, byte, digit) { role.insert(.joinsDigits) }
            return role
        }
    }

    /// Whether all strings of three characters, one for each category of the table, and all strings of four that begin
    /// with a letter or a digit are cut alike by the roles and by the table. That suffices: the roles look farther than to
    /// the next character only behind a letter or a digit, and then one back and one ahead.
    private func explains(_ table: BreakTable) -> Bool {
        var examples: [UInt8] = []
        for byte in UInt8(0)..<128 where !roles[Int(byte)].contains(.hard) {
            if !examples.contains(where: { table.isAlike($0, byte) }) { examples.append(byte) }
        }
        var text: [4 of UInt8] = [0, 0, 0, 0]
        for first in examples {
            text[0] = first
            let count = roles[Int(first)].isLetter || roles[Int(first)] == .digit ? 4 : 3
            for second in examples {
                text[1] = second
                for third in examples {
                    text[2] = third
                    for fourth in count == 4 ? examples[...] : examples[..<1] {
                        text[3] = fourth
                        guard agrees(with: table, on: text.span.extracting(first: count)) else { return false }
                    }
                }
            }
        }
        return true
    }

    private func agrees(with table: BreakTable, on bytes: Span<UInt8>) -> Bool {
        var start = 0
        for end in 1...bytes.count where end == bytes.count || !joins(bytes, at: end) {
            let segment = table.segment(of: bytes, from: start)
            guard segment.end == end, segment.wordClass == wordClass(endingWith: bytes[end - 1]) else { return false }
            start = end
        }
        return true
    }

    /// Whether there is no boundary before byte `index`, which is not the first.
    private func joins(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        func role(_ index: Int) -> Role { index >= 0 && index < bytes.count ? roles[Int(bytes[index])] : [] }
        func isInside(_ index: Int) -> Bool {
            let before = role(index - 1)
            let after = role(index + 1)
            return before.isLetter && after.isLetter && role(index).contains(.joinsLetters)
                || before == .digit && after == .digit && role(index).contains(.joinsDigits)
        }
        let before = role(index - 1)
        let after = role(index)
        if before.isLetter || before == .digit, after.isLetter || after == .digit { return true }
        if before.contains(.space), after.contains(.space) { return true }
        return isInside(index) || isInside(index - 1)
    }

    /// The class of a segment by its last byte.
    func wordClass(endingWith byte: UInt8) -> WordBreakClass {
        let role = roles[Int(byte)]
        return role.isLetter ? .letter : role == .digit ? .number : .none
    }
}
