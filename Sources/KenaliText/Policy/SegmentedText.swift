/// The segments of a sentence, to be matched with patterns.
struct SegmentedText: ~Escapable {
    let segments: Span<Token>
    let bytes: Span<UInt8>
    /// The end of the sentence.
    let limit: Int

    @_lifetime(copy segments, copy bytes)
    init(segments: Span<Token>, bytes: Span<UInt8>, limit: Int) {
        self.segments = segments
        self.bytes = bytes
        self.limit = limit
    }

    /// The segment behind those that a pattern takes from `start` on, nil when it does not fit.
    func match(_ pattern: TokenPattern, at start: Int) -> Int? {
        guard var end = match(pattern.tests, at: start, isFirst: true) else { return nil }
        guard !pattern.repeated.isEmpty else { return end }
        guard let once = match(pattern.repeated, at: end, isFirst: false) else { return nil }
        end = once
        while let next = match(pattern.repeated, at: end, isFirst: false) { end = next }
        return end
    }

    private func match(_ tests: [SegmentTest], at start: Int, isFirst: Bool) -> Int? {
        var index = start
        for test in tests {
            guard index < limit, isFirst && index == start || touches(index) else { return nil }
            if test == .rest { return endOfRest(index) }
            guard fits(test, index) else { return nil }
            index += 1
        }
        return index
    }

    /// Whether nothing stands between a segment and the one before it.
    private func touches(_ index: Int) -> Bool { !segments[index].shape.contains(.spaceBefore) }

    /// The end of what touches from `start` on, without the punctuation that it ends with.
    private func endOfRest(_ start: Int) -> Int? {
        var end = start
        while end < limit, touches(end) { end += 1 }
        while end > start, segments[end - 1].shape.contains(.punctuation), !isLiteral(end - 1, "/") { end -= 1 }
        return end > start ? end : nil
    }

    private func isLiteral(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        bytes.scalar(at: segments[index].utf8Range.lowerBound).scalar == character
    }

    private func fits(_ test: SegmentTest, _ index: Int) -> Bool {
        let segment = segments[index]
        let shape = segment.shape
        switch test {
        case .word: return shape.contains(.word)
        case .number: return shape.contains(.number)
        case .any: return !shape.isDisjoint(with: [.word, .number]) && !isAmount(segment)
        case .upper: return shape.contains(.allUpper)
        case .initial: return shape.isSuperset(of: [.singleLetter, .allUpper]) && leadsOn(index)
        case .digits(let most): return shape.contains(.number) && isDigits(segment, most)
        case .literal(let literal): return isLiteral(segment, literal)
        case .dotted: return shape.contains(.word) && isDotted(segment)
        case .abbreviation: return isAbbreviation(index)
        case .scheme: return isScheme(segment)
        case .domain: return shape.contains(.word) && isDomain(segment)
        case .amount: return isAmount(segment)
        case .superscript: return isLiteral(index, "²") || isLiteral(index, "³")
        case .rest: return false
        }
    }

    private func isLiteral(_ segment: Token, _ literal: [UInt8]) -> Bool {
        let range = segment.utf8Range
        guard range.count == literal.count else { return false }
        for offset in literal.indices where bytes[range.lowerBound + offset] != literal[offset] { return false }
        return true
    }
}
