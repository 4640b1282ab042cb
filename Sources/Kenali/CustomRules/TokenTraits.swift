/// A token as patterns of the user's own ask for it: each answer is worked out when it is first wanted.
struct TokenTraits {
    let text: String
    private(set) lazy var lower = text.lowercased()
    private(set) lazy var shape = Self.shape(of: text)

    init(_ text: String) { self.text = text }

    mutating func passes(all tests: [CustomPattern.Test]) -> Bool {
        for test in tests where !passes(test) { return false }
        return true
    }

    private mutating func passes(_ test: CustomPattern.Test) -> Bool {
        switch test {
        case .lower(let words, let isIn): words.contains(lower) == isIn
        case .text(let words, let isIn): words.contains(text) == isIn
        case .shape(let shapes, let isIn): shapes.contains(shape) == isIn
        case .trait(let trait, let isWanted): has(trait) == isWanted
        case .length(let comparison, let length): Self.holds(text.unicodeScalars.count, comparison, length)
        case .expression(let expression): expression.isFound(in: text)
        }
    }

    private static func holds(_ left: Int, _ comparison: CustomPattern.Comparison, _ right: Int) -> Bool {
        switch comparison {
        case .equal: left == right
        case .unequal: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    private mutating func has(_ trait: CustomPattern.Trait) -> Bool {
        let scalars = text.unicodeScalars
        switch trait {
        case .isTitle: return Self.isTitle(scalars)
        case .isUpper: return scalars.contains(where: \.isCapital) && !scalars.contains(where: \.properties.isLowercase)
        case .isLower: return scalars.contains(where: \.properties.isLowercase) && !scalars.contains(where: \.isCapital)
        case .isDigit: return Self.isDigits(scalars)
        case .isAlpha: return !scalars.isEmpty && scalars.allSatisfy(\.isLetter)
        case .isPunctuation: return !scalars.isEmpty && scalars.allSatisfy(\.isPunctuation)
        case .likesNumber: return likesNumber
        }
    }

    /// Whether each run of letters begins with a capital and goes on in small letters, as Python's `istitle` has it.
    private static func isTitle(_ scalars: String.UnicodeScalarView) -> Bool {
        var isInside = false
        var hasLetters = false
        for scalar in scalars {
            if scalar.isCapital {
                if isInside { return false }
                isInside = true
                hasLetters = true
            } else if scalar.properties.isLowercase {
                guard isInside else { return false }
                hasLetters = true
            } else {
                isInside = false
            }
        }
        return hasLetters
    }

    private static func isDigits(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
        !scalars.isEmpty
            && scalars.allSatisfy { $0.properties.numericType == .decimal || $0.properties.numericType == .digit }
    }

    /// The words that spaCy takes for numbers in Indonesian.
    private static let numberWords: Set<String> = [
        "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
        "belas", "puluh", "ratus", "ribu", "juta", "miliar", "biliun", "triliun", "kuadriliun", "kuintiliun",
        "sekstiliun", "septiliun", "oktiliun", "noniliun", "desiliun",
    ]

    /// Whether it is written like a number: digits with marks between, a fraction, a word.
    private var likesNumber: Bool {
        var scalars = Array(text.unicodeScalars)
        if let first = scalars.first, "+-±~".unicodeScalars.contains(first) { scalars.removeFirst() }
        scalars.removeAll { $0 == "," || $0 == "." }
        if Self.isDigits(scalars) { return true }
        let fraction = scalars.split(separator: "/", omittingEmptySubsequences: false)
        if fraction.count == 2, fraction.allSatisfy({ Self.isDigits($0) }) { return true }
        let word = String(String.UnicodeScalarView(scalars))
        if Self.numberWords.contains(word.lowercased()) { return true }
        let parts = scalars.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return Self.isDigits(parts[1]) || Self.numberWords.contains(String(String.UnicodeScalarView(parts[1])))
    }

    /// spaCy's shape: X, x and d for capitals, other letters and digits, at most four alike in a row.
    private static func shape(of text: String) -> String {
        guard text.unicodeScalars.count < 100 else { return "LONG" }
        var shape = ""
        var last: Character?
        var count = 0
        for scalar in text.unicodeScalars {
            let mark: Character =
                scalar.isLetter
                ? (scalar.properties.isUppercase ? "X" : "x")
                : scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
                    ? "d" : Character(scalar)
            count = mark == last ? count + 1 : 1
            last = mark
            if count <= 4 { shape.append(mark) }
        }
        return shape
    }
}

extension Unicode.Scalar {
    /// A capital, or a letter in title case.
    fileprivate var isCapital: Bool { properties.isUppercase || properties.generalCategory == .titlecaseLetter }

    fileprivate var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    fileprivate var isPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
