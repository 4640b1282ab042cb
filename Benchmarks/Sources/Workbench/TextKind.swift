/// A character of text: what it is made of decides how fast it is read.
public enum TextKind: String, Sendable, CaseIterable {
    case news, ascii, typographic, numbers, capitals, accented, combining, emoji, arabic, javanese, han, thai, mixed
    case oneLetter, spaces, signs, brackets

    /// What it is, for a reader of the tables.
    public var title: String {
        switch self {
        case .news: "news as it is"
        case .ascii: "news, ASCII only"
        case .typographic: "news, typographic quotes and dashes"
        case .numbers: "numbers and tables"
        case .capitals: "capitals"
        case .accented: "20 % non-ASCII letters"
        case .combining: "20 % combining marks"
        case .emoji: "an emoji after each word"
        case .arabic: "Arabic script"
        case .javanese: "Javanese script"
        case .han: "Han"
        case .thai: "Thai"
        case .mixed: "mixed scripts"
        case .oneLetter: "one letter"
        case .spaces: "spaces"
        case .signs: "`_@.` soup"
        case .brackets: "open brackets"
        }
    }

    /// Whether nobody writes so but to do harm.
    public var isAdversarial: Bool {
        switch self {
        case .oneLetter, .spaces, .signs, .brackets: true
        default: false
        }
    }

    /// A text of this kind of at most `size` bytes, and nearly as many. Always the same for the same corpus.
    public func text(from corpus: Corpus, bytes size: Int) -> String {
        if let pattern { return String(repeating: pattern, count: size / pattern.utf8.count) }
        // No transformation makes a text shorter than two thirds of what it was.
        return transform(corpus.text(ofBytes: size * 3 / 2)).prefix(bytes: size)
    }

    /// A megabyte of this kind in documents of at most `size` bytes.
    ///
    /// One short text, read again and again, would be learned by heart by the processor, which knows no such readers.
    public func documents(from corpus: Corpus, bytes size: Int) -> [String] {
        let text = text(from: corpus, bytes: 1_000_000)
        var rest = Substring(text)
        var documents: [String] = []
        while !rest.isEmpty {
            let document = rest.prefix(bytes: size)
            rest = Substring(rest.utf8.dropFirst(document.utf8.count))
            documents.append(document)
        }
        return documents
    }

    /// What an adversarial text repeats.
    private var pattern: String? {
        switch self {
        case .oneLetter: "a"
        case .spaces: " "
        case .signs: "_@."
        case .brackets: "("
        default: nil
        }
    }

    private func transform(_ text: String) -> String {
        switch self {
        case .news, .oneLetter, .spaces, .signs, .brackets: text
        case .ascii: Transformation.ascii(text)
        case .typographic: Transformation.typographic(text)
        case .numbers: Transformation.table(text)
        case .capitals: text.uppercased()
        case .accented: Transformation.everyFifthLetter(of: text) { $0 = Transformation.accented($0) }
        case .combining: Transformation.everyFifthLetter(of: text) { $0.unicodeScalars.append("\u{301}") }
        case .emoji: Transformation.words(of: text) { word, number in word + " " + Words.emoji[number % 8] }
        case .arabic: Transformation.words(of: text) { word, _ in Transformation.arabic(word) }
        case .javanese: Transformation.words(of: text) { word, _ in Transformation.javanese(word) }
        case .han:
            Transformation.words(of: text, apart: false) { word, _ in Words.choose(from: Words.han, for: word) }
        case .thai:
            Transformation.words(of: text, apart: false) { word, _ in Words.choose(from: Words.thai, for: word) }
        case .mixed:
            Transformation.words(of: text) { word, number in
                switch number % 7 {
                case 1: Transformation.arabic(word)
                case 2: Words.choose(from: Words.han, for: word)
                case 3: Transformation.javanese(word)
                case 4: Words.emoji[number / 7 % 8]
                case 5: Words.choose(from: Words.thai, for: word)
                default: word
                }
            }
        }
    }
}

extension StringProtocol {
    /// The longest beginning of at most `size` bytes that does not end in the middle of a character of Unicode.
    fileprivate func prefix(bytes size: Int) -> String {
        var bytes = Array(utf8.prefix(size))
        while true {
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            bytes.removeLast()
        }
    }
}
