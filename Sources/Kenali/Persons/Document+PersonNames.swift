import KenaliLexicon
import KenaliRules
import KenaliText

/// What the words of a person's name say: which are worth remembering, and whose other name they are.
extension Document {
    /// The tokens of all phrases that introduce another name: "yang akrab disapa".
    func aliasMarkers() -> Set<Range<Int>> {
        var markers = Set<Range<Int>>()
        for number in index[.alias] { markers.insert(matches.matches[Int(number)].tokens) }
        return markers
    }

    /// Whether a name is introduced as another name of the person before it: in brackets, or by a phrase.
    func isAlias(_ name: Range<Int>, of previous: Range<Int>, _ markers: Set<Range<Int>>) -> Bool {
        guard previous.upperBound < name.lowerBound else { return false }
        let between = previous.upperBound..<name.lowerBound
        if between.count == 1, isMark(between.lowerBound, "(") { return isMark(name.upperBound, ")") }
        return markers.contains(between)
    }

    /// The words of the full name of a well-known person whom the text calls by initials or a nickname ("SBY", "Pak Jokowi");
    /// else none.
    ///
    /// - Parameter bare: The bare name in bytes.
    func knownName(_ tokens: Range<Int>, _ bare: Range<Int>, _ names: inout NameWords) -> NameWords.Number {
        let known = classes.personAlias.union(classes.personAcronym)
        guard tokens.contains(where: { starts($0, known) }) else { return -1 }
        let name =
            tokens.lowerBound + tokens.count { text.tokens[$0].utf8Range.upperBound <= bare.lowerBound }
        writeKnownName(tokens, &names)
        if !names.isWritten { writeKnownName(name..<tokens.upperBound, &names) }
        return names.isWritten ? names.take() : -1
    }

    private func writeKnownName(_ tokens: Range<Int>, _ names: inout NameWords) {
        let isAlias = text.isEntry(tokens, in: classes.personAlias)
        guard isAlias || tokens.count == 1 && has(tokens.lowerBound, classes.personAcronym) else { return }
        _ = text.withValue(of: tokens, in: isAlias ? classes.personAlias : classes.acronym, grammar.lexicon) { name in
            var start = 0
            for end in 0..<name.count + 1
            where end == name.count || name[end] == UInt8(ascii: " ") || name[end] == UInt8(ascii: "-") {
                if end > start { names.write(FoldedBytes.hash(name.extracting(start..<end))) }
                start = end + 1
            }
        }
    }

    /// The words of a person's name; of "HG", which has none, the whole.
    ///
    /// - Parameter bare: The bare name in bytes.
    func name(_ tokens: Range<Int>, _ bare: Range<Int>, _ names: inout NameWords) -> NameWords.Number {
        for index in tokens {
            let range = text.tokens[index].utf8Range
            if range.lowerBound >= bare.lowerBound, range.upperBound <= bare.upperBound,
                isNameWord(index)
            {
                names.write(key(at: index))
            }
        }
        if !names.isWritten { names.write(FoldedBytes.hash(bytes.extracting(bare))) }
        return names.take()
    }

    /// Whether a capitalised word goes on with a name that begins before it, and not with what an office or a title is.
    func continuesName(_ token: Int) -> Bool {
        guard token > 0, !shape(token).contains(.sentenceStart), !shape(token).contains(.lineBefore) else {
            return false
        }
        let before = shape(token - 1)
        return before.contains(.word) && before.contains(.initialUpper) && !before.contains(.sentenceStart)
            && text.tokens[token - 1].end < text.tokens[token].start && !has(token - 1, classes.beforeName)
    }

    /// Whether a word that is no name of the lists stands in capitals though its sentence does not.
    func isLoud(_ token: Int) -> Bool {
        shape(token).contains(.allUpper) && !has(token, classes.given.union(classes.family))
            && !isShouted(token)
    }

    /// Whether a word of a name is worth remembering: not an initial, a title or a particle.
    func isNameWord(_ token: Int) -> Bool {
        let shape = shape(token)
        guard shape.contains(.word), !shape.contains(.singleLetter), !has(token, classes.pureHonorific) else {
            return false
        }
        if shape.contains(.initialUpper) {
            return text.tokens[token].utf8Range.count >= 3 || !shape.contains(.allUpper)
        }
        return has(token, classes.syllable) && isMark(token - 1, "-")
    }

    /// Whether all words are names of persons, none of anything else, and no head stands before them: "Rina Sari Dewi".
    func isNameOfPerson(_ tokens: Range<Int>) -> Bool {
        let other = classes.thingOrBody
        if tokens.lowerBound > 0, has(tokens.lowerBound - 1, other) { return false }
        return tokens.allSatisfy {
            shape($0).contains(.initialUpper) && has($0, classes.personName) && !has($0, other)
        }
    }
}
