/// ICU's word rules for Indonesian, made ready once for the process.
final class WordRules: Sendable {
    /// The rules of the linked ICU.
    static let shared = WordRules(binaryRules: BreakIterator.wordRules())

    /// Nil when the linked ICU has another format of table; then its iterator is asked for everything.
    let table: BreakTable?
    /// The role of each byte. All are hard when the table's answers can't be explained by roles.
    let roles: [AsciiRoles.Role]
    let blocks: BlockReader
    /// ``AsciiShapes/table`` at hand.
    let shapes = AsciiShapes.table
    /// By the category of a character: whether there is always a boundary between it and a space, or a line feed.
    let splitsBeforeSpace: [Bool]
    let splitsBeforeLineFeed: [Bool]
    /// What is known of the ASCII characters.
    let ascii: [CharacterEntry]

    init(binaryRules: [UInt8], usesVectors: Bool = true) {
        table = BreakTable(binaryRules: binaryRules)
        let roles = table.flatMap(AsciiRoles.init) ?? .none
        self.roles = roles.roles
        splitsBeforeSpace = Self.splits(before: " ", table)
        splitsBeforeLineFeed = Self.splits(before: "\n", table)
        ascii = (0..<128).map { [table] in CharacterEntry($0, table) }
        blocks = BlockReader(roles, usesVectors: usesVectors)
    }

    private static func splits(before scalar: Unicode.Scalar, _ table: BreakTable?) -> [Bool] {
        guard let table else { return [Bool](repeating: false, count: 256) }
        let after = Int(table.categories[scalar.value])
        return (0..<256).map { $0 < table.stride && table.alwaysSplits($0, after) }
    }

    deinit { blocks.free() }
}
