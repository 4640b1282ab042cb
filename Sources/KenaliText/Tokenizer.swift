/// Cuts UTF-8 text into tokens by ICU's word rules for Indonesian.
///
/// A tokenizer owns an ICU iterator and reuses it; keep one per thread when many texts are read. White space and
/// control characters make no tokens of their own, they show in the next token's shape.
///
/// ```swift
/// var tokenizer = Tokenizer()
/// let tokens = tokenizer.tokens(of: "Kementerian Sosial (Kemensos)")
/// ```
///
/// Ill-formed UTF-8 is read as U+FFFD, one per ill-formed part; offsets stay those of the bytes given.
public struct Tokenizer: ~Copyable {
    private var iterator = BreakIterator()

    /// The longest text that has tokens, in bytes. What stands behind it is not looked at.
    public static var maximumLength: Int { Int(Int32.max) }

    public init() {}

    /// The tokens of a string. Offsets are those of its UTF-8 form.
    public mutating func tokens(of text: String) -> Tokens {
        var tokens = Tokens()
        tokenize(text.utf8Span.span, into: &tokens)
        return tokens
    }

    /// Replaces the content of `tokens` by the tokens of `bytes`, reusing its memory.
    ///
    /// - Complexity: O(*n*), *n* the number of bytes.
    public mutating func tokenize(_ bytes: Span<UInt8>, into tokens: inout Tokens) {
        tokens.removeAll()
        let text = bytes.extracting(first: Self.maximumLength)
        var start = 0
        // What stands before the next token; the start of the text counts as a line end.
        var before: TokenShape = [.spaceBefore, .lineBefore]
        iterator.forEachSegment(in: text) { end, status in
            assert(end > start, "a segment advances")
            let shape = Self.shape(of: text.extracting(start..<end), status)
            if shape.isEmpty {
                before.insert(.spaceBefore)
                if Self.endsLine(text.extracting(start..<end)) { before.insert(.lineBefore) }
            } else {
                tokens.append(Token(start: UInt32(start), end: UInt32(end), shape: shape.union(before)))
                before = []
            }
            start = end
        }
    }

    /// The shape of a segment, empty for white space and controls.
    private static func shape(of segment: Span<UInt8>, _ status: BreakIterator.Status) -> TokenShape {
        var letters = 0
        var upper = 0
        var lower = 0
        var shape: TokenShape = []
        var blank = true
        var isSymbol = false
        var offset = 0
        while offset < segment.count {
            let byte = segment[offset]
            if byte < 0x80 {
                let byteClass = ByteClass.table[Int(byte)]
                offset += 1
                if byteClass & ByteClass.upper != 0 {
                    // A handle is no name, though some versions of ICU keep its sign with it: "@NurKhafidhotul".
                    if letters == 0, segment[0] != UInt8(ascii: "@") { shape.insert(.initialUpper) }
                    if lower > 0 { shape.insert(.innerUpper) }
                    letters += 1
                    upper += 1
                } else if byteClass & ByteClass.lower != 0 {
                    letters += 1
                    lower += 1
                } else if byteClass & ByteClass.digit != 0 {
                    shape.insert(.digit)
                } else if byteClass & ByteClass.symbol != 0 {
                    isSymbol = true
                } else if byteClass & ByteClass.space != 0 || byte < 0x20 || byte == 0x7F {
                    continue
                }
                blank = false
                continue
            }
            let (scalar, length) = segment.scalar(at: offset)
            offset += length
            let properties = scalar.properties
            switch properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter:
                if letters == 0 { shape.insert(.initialUpper) }
                if lower > 0 { shape.insert(.innerUpper) }
                letters += 1
                upper += 1
            case .lowercaseLetter:
                letters += 1
                lower += 1
            case .otherLetter, .modifierLetter, .letterNumber:
                letters += 1
            case .decimalNumber, .otherNumber:
                shape.insert(.digit)
            case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .privateUse, .unassigned:
                isSymbol = true
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format:
                continue
            default:
                break
            }
            shape.insert(.nonASCII)
            blank = false
        }
        if blank { return [] }
        if status.isWord || letters > 0 {
            shape.insert(.word)
            if letters > 0, upper == letters { shape.insert(.allUpper) }
            if letters > 0, lower == letters { shape.insert(.allLower) }
            if letters == 1, segment.count == 1 { shape.insert(.singleLetter) }
        } else if status.isNumber || shape.contains(.digit) {
            shape.insert(.number)
        } else {
            shape.insert(isSymbol ? .symbol : .punctuation)
        }
        return shape
    }

    /// Whether a blank segment is or holds a line end: LF, CR, VT, FF, NEL, LS, PS.
    private static func endsLine(_ segment: Span<UInt8>) -> Bool {
        var offset = 0
        while offset < segment.count {
            let byte = segment[offset]
            if byte < 0x80 {
                if ByteClass.table[Int(byte)] & ByteClass.line != 0 { return true }
                offset += 1
            } else {
                let (scalar, length) = segment.scalar(at: offset)
                if scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}" { return true }
                offset += length
            }
        }
        return false
    }
}
