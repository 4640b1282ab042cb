import KenaliLexicon
import KenaliText

/// How a text introduces somebody of whom its readers have not heard: "bernama Tito", "berinisial SBY (24)".
struct PersonIntroduction: Equatable {
    /// Whether the name is introduced as one that is new to the readers.
    var isNew = false
    /// The age behind the name; 0 when there is none.
    var age: UInt8 = 0
}

extension Document {
    /// What stands around a person's name and introduces it.
    ///
    /// - Complexity: O(1).
    func introduction(of tokens: Range<Int>) -> PersonIntroduction {
        PersonIntroduction(
            isNew: tokens.lowerBound > 0 && has(tokens.lowerBound - 1, classes.introduction)
                || tokens.lowerBound > 1
                    && text.isEntry(tokens.lowerBound - 2..<tokens.lowerBound, in: classes.introduction),
            age: age(behind: tokens.upperBound))
    }

    /// The number in brackets at a token: "(24)", "(24 tahun)".
    private func age(behind token: Int) -> UInt8 {
        guard isMark(token, "("), token + 2 < tokenCount, shape(token + 1).contains(.number),
            isMark(token + 2, ")") || isMark(token + 3, ")")
        else { return 0 }
        let range = text.tokens[token + 1].utf8Range
        guard range.count <= 2 else { return 0 }
        var age: UInt8 = 0
        for index in range {
            let byte = bytes[index]
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return 0 }
            age = age * 10 + byte - UInt8(ascii: "0")
        }
        return age
    }
}
