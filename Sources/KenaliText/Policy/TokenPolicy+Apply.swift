extension TokenPolicy {
    /// Makes tokens of segments.
    ///
    /// - Parameters:
    ///   - segments: The segments of `bytes`, after ``SentenceSplitter/sentences(of:in:)``.
    ///   - sentences: The sentences of the segments; their ranges of tokens are brought up to date.
    ///   - tokens: Its content is replaced, its memory is used again.
    /// - Complexity: O(*n*), *n* the number of segments: a rule is only tried where segments touch, and what it takes is
    ///   not looked at again.
    public func makeTokens(
        of segments: Tokens, _ sentences: inout [Sentence], in bytes: Span<UInt8>, into tokens: inout Tokens
    ) {
        tokens.removeAll()
        let span = segments.span
        for sentence in sentences.indices {
            let first = tokens.count
            let range = sentences[sentence].tokens
            var index = range.lowerBound
            while index < range.upperBound {
                index = append(index, of: span, before: range.upperBound, to: &tokens, bytes)
            }
            sentences[sentence].tokens = first..<tokens.count
        }
    }

    /// Appends the token that starts with a segment.
    ///
    /// - Returns: The segment behind it.
    private func append(
        _ index: Int, of segments: Span<Token>, before limit: Int, to tokens: inout Tokens, _ bytes: Span<UInt8>
    ) -> Int {
        let segment = segments[index]
        var candidates: UInt64 = 0
        if index + 1 < limit, !segments[index + 1].shape.contains(.spaceBefore) {
            candidates = bySecond[Int(bytes[Int(segments[index + 1].start)])]
        }
        if segment.shape.isSuperset(of: .lettersAndDigits) { candidates |= ofOne }
        candidates &= byFirst[Int(bytes[Int(segment.start)])]
        if candidates != 0 {
            let text = SegmentedText(segments: segments, bytes: bytes, limit: limit)
            while candidates != 0 {
                let number = candidates.trailingZeroBitCount
                candidates &= candidates - 1
                guard let end = text.match(rules[number].pattern, at: index) else { continue }
                if rules[number].splits {
                    appendParts(of: segment, UInt8(number + 1), to: &tokens, bytes)
                } else {
                    tokens.append(segment.joined(with: segments.extracting(index + 1..<end), UInt8(number + 1)))
                }
                return end
            }
        }
        tokens.append(segment)
        return index + 1
    }

    /// Appends the letters and the number of an amount.
    private func appendParts(of segment: Token, _ rule: UInt8, to tokens: inout Tokens, _ bytes: Span<UInt8>) {
        var letters = segment
        var number = segment
        var end = segment.utf8Range.lowerBound
        while ByteClass.table[Int(bytes[end])] & ByteClass.digit == 0 { end += 1 }
        letters.end = UInt32(end)
        letters.shape.remove(.digit)
        letters.wordClass = .letter
        letters.rule = rule
        number.start = UInt32(end)
        number.shape = [.number, .digit]
        number.wordClass = .number
        number.rule = rule
        tokens.append(letters)
        tokens.append(number)
    }
}

extension Token {
    /// One token of this segment and those that touch it behind.
    fileprivate func joined(with others: Span<Token>, _ rule: UInt8) -> Token {
        var token = self
        token.rule = rule
        let kinds: TokenShape = [.word, .number, .punctuation, .symbol]
        var joined = shape
        // Of the parts without letters, case says nothing.
        var isUpper = shape.contains(.allUpper) || !shape.contains(.word)
        var isLower = shape.contains(.allLower) || !shape.contains(.word)
        var hasInnerUpper = shape.contains(.innerUpper)
        for index in others.indices {
            let other = others[index]
            joined.formUnion(other.shape.intersection([kinds, .digit, .nonASCII]))
            if other.shape.contains(.word) {
                isUpper = isUpper && other.shape.contains(.allUpper)
                isLower = isLower && other.shape.contains(.allLower)
                hasInnerUpper = hasInnerUpper || other.shape.contains(.innerUpper)
                if !shape.contains(.word), !token.shape.contains(.word), other.shape.contains(.initialUpper) {
                    joined.insert(.initialUpper)
                }
                if other.wordClass.rawValue > token.wordClass.rawValue { token.wordClass = other.wordClass }
            }
            token.end = other.end
        }
        let kind: TokenShape =
            joined.contains(.word)
            ? .word : joined.contains(.number) ? .number : joined.contains(.symbol) ? .symbol : .punctuation
        joined.subtract([kinds, .allUpper, .allLower, .innerUpper, .singleLetter])
        joined.insert(kind)
        if kind == .word {
            if isUpper { joined.insert(.allUpper) }
            if isLower { joined.insert(.allLower) }
            if hasInnerUpper { joined.insert(.innerUpper) }
        }
        token.shape = joined
        return token
    }
}
