import KenaliLexicon
import KenaliText

/// A hash of words with blanks between, without regard to case; or of initials, which are no words.
struct WordsHash {
    private var hash: UInt64
    private var isEmpty = true

    init(isInitials: Bool = false) { hash = FoldedBytes.seed ^ (isInitials ? 1 : 0) }

    /// The hash of a text of the lists.
    init(reading: Span<UInt8>) {
        self.init()
        append(reading, isGlued: true)
    }

    var value: UInt64 { FoldedBytes.finish(hash) }

    mutating func append(_ word: Span<UInt8>, isGlued: Bool) {
        if !isEmpty, !isGlued { hash = FoldedBytes.step(hash, UInt8(ascii: " ")) }
        var folded = FoldedBytes(word)
        while let byte = folded.next() { hash = FoldedBytes.step(hash, byte) }
        isEmpty = false
    }

    mutating func append(initial: UInt8) {
        hash = FoldedBytes.step(hash, initial &- 0x61 < 26 ? initial & 0xDF : initial)
    }

    /// Adds the first letter of a word, of one or more bytes.
    mutating func append(initialOf word: Span<UInt8>) {
        append(initial: word[0])
        var index = 1
        while word[0] >= 0x80, index < word.count, word[index] & 0xC0 == 0x80 {
            append(initial: word[index])
            index += 1
        }
    }
}
