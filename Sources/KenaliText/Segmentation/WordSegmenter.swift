internal import CByteBlock

/// Cuts a text at the boundaries of ICU's word rules, in one of three ways, the fastest that is exact:
///
/// 1. 64 bytes at a step, as long as they are ASCII characters whose part is known (``AsciiRoles``): nearly all of the
///    news.
/// 2. A segment at a time by ICU's compiled rules (``BreakTable``), where another character stands in it or beside it.
/// 3. By ICU's iterator, in scripts whose words ICU looks up in dictionaries (Thai, Han, ...).
///
/// Where a segment ends depends on nothing before its start: that is how ICU applies its rules. So each way can take over
/// from another at any boundary.
struct WordSegmenter: ~Copyable, Sendable {
    let rules: WordRules
    var characters = Characters()
    /// Made when it is first needed: most texts never do.
    var iterator: BreakIterator?
    /// A stretch of the text for the iterator.
    var units: [UInt16] = []

    init(_ rules: WordRules = .shared) { self.rules = rules }

    /// Appends the tokens from the writer's place on, to the end of the text or until there are `limit` tokens, give or
    /// take some dozens.
    mutating func append(_ bytes: Span<UInt8>, _ writer: inout TokenWriter, into tokens: inout Tokens, limit: Int) {
        while writer.offset < bytes.count, writer.count < limit {
            tokens.makeRoom(for: 4 * BlockReader.width, ofAll: writer.expectedCount(in: bytes.count))
            guard let table = rules.table else {
                appendByIterator(through: bytes.count, of: bytes, &writer, into: &tokens)
                return
            }
            let end = tokens.withRoom(atMost: limit &+ 2 &* BlockReader.width) { room in
                scan(bytes, &writer, &room, table)
            }
            tokens.count = writer.count
            if let end { appendByIterator(through: end, of: bytes, &writer, into: &tokens) }
        }
    }

    /// The first way, and the second where it does not apply, until the room is used up.
    ///
    /// - Returns: Nil, or the end of a segment at the writer's place that the iterator must cut.
    private mutating func scan(
        _ bytes: Span<UInt8>, _ writer: inout TokenWriter, _ room: inout MutableSpan<Token>, _ table: BreakTable
    ) -> Int? {
        let blocks = rules.blocks
        let (roleTable, shapeTable, asciiTable, transitionTable) = (
            rules.roles, rules.shapes, rules.ascii, table.transitions
        )
        let roles = roleTable.span
        let shapes = shapeTable.span
        let ascii = asciiTable.span
        let transitions = transitionTable.span
        var block = ByteBlock()
        while writer.offset < bytes.count, writer.count &+ BlockReader.width < room.count {
            blocks.read(&block, at: writer.offset, in: bytes, roles)
            if Self.write(block, of: bytes, &writer, &room, roles, shapes) { continue }
            switch walk(bytes, &writer, &room, table, transitions, ascii, roles) {
            case .ascii: break
            case .unknown(let scalar): characters.learn(scalar, table)
            case .dictionary(let end): return end
            }
        }
        return nil
    }
}
