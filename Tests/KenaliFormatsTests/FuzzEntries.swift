import Kenali
import KenaliFormats
import KenaliLexicon
import KenaliText

/// What the fuzzer feeds, an entry for each kind of bytes that comes from outside. A finding is a crash.
///
/// The fuzzer is `Benchmarks/fuzz`, which compiles this very file; what it found lies in `Fixtures/hostile`, in a folder
/// for each entry, and `HostileTests` reads it again in each run.
enum FuzzEntry: String, CaseIterable {
    /// Any bytes as text, well-formed or not: tokens, sentences, and positions in all units.
    case tokens
    /// Bytes as a document, through the formats.
    case extraction
    /// Bytes as lines of JSON Lines.
    case lines
    /// Bytes as a table of words.
    case table
    /// Bytes as a file of rules.
    case rules
    /// Bytes as a table of words, a file of rules and a text that is read with them, with lines of `%%` between.
    case own

    /// - Parameter isWhole: Whether a document goes through every format in every unit. Otherwise its bytes choose some of
    ///   them, which is a seventh of the time: another document will choose the others.
    func run(_ bytes: Span<UInt8>, isWhole: Bool) {
        switch self {
        case .tokens: Self.tokenize(bytes)
        case .extraction: Self.extract(Self.string(bytes), isWhole: isWhole)
        case .lines: Self.readLines(bytes, isWhole: isWhole)
        case .table: Self.addTable(bytes)
        case .rules: Self.addRules(Self.string(bytes))
        case .own: Self.extractWithOwn(Self.string(bytes), isWhole: isWhole)
        }
    }

    private static let extractor = Extractor()
    private static let splitter = SentenceSplitter()

    private static func string(_ bytes: Span<UInt8>) -> String {
        String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }

    private static func tokenize(_ bytes: Span<UInt8>) {
        var tokenizer = Tokenizer()
        var segments = Tokens()
        tokenizer.segment(bytes, into: &segments)
        precondition(segments.last?.utf8Range.upperBound ?? 0 == bytes.count, "the segments are not the text")
        tokenizer.tokenize(bytes, into: &segments)
        var sentences = splitter.sentences(of: &segments, in: bytes)
        _ = splitter.decisions(on: segments, in: bytes)
        var tokens = Tokens()
        TokenPolicy.indonesian.makeTokens(of: segments, &sentences, in: bytes, into: &tokens)
        var last = 0
        for token in tokens {
            precondition(token.utf8Range.lowerBound >= last && !token.utf8Range.isEmpty, "a token is out of order")
            last = token.utf8Range.upperBound
        }
        precondition(last <= bytes.count, "a token ends behind the text")
        for unit in OffsetUnit.allCases {
            let offsets = OffsetIndex(bytes, unit: unit)
            for token in tokens { _ = offsets.offset(ofUTF8: token.utf8Range.lowerBound, in: bytes) }
        }
    }

    private static func extract(_ text: String, by extractor: Extractor = extractor, isWhole: Bool) {
        let extraction = extractor.extract(from: text)
        let document = ExtractedDocument(id: .string("f"), text: text, extraction: extraction)
        if isWhole {
            for unit in OffsetUnit.allCases {
                for format in ExtractionFormats.all { write([document], in: format, unit) }
            }
        } else {
            let choice = text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
            let unit = OffsetUnit.allCases[choice % OffsetUnit.allCases.count]
            for (index, format) in ExtractionFormats.all.enumerated() where (index + choice) % 4 == 0 {
                write([document], in: format, unit)
            }
        }
        var options = FormatOptions()
        options.style = .colored
        options.layer = .acronym
        if isWhole {
            for format in ExtractionFormats.all { _ = format.text(of: [document, document], options) }
        } else {
            _ = TextReport.text(of: [document], options)
        }
        var glossary = Glossary()
        glossary.add(extraction, of: text, id: nil)
        _ = glossary.report
    }

    private static func write(
        _ documents: [ExtractedDocument], in format: any ExtractionFormat.Type, _ unit: OffsetUnit
    ) {
        var options = FormatOptions()
        options.hasText = true
        options.hasSentences = true
        options.unit = unit
        _ = format.text(of: documents, options)
    }

    private static func readLines(_ bytes: Span<UInt8>, isWhole: Bool) {
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
            do throws(InputRecordError) {
                let record = try InputRecord(line: bytes.extracting(start..<end))
                _ = record.date.flatMap { CalendarDate(timestamp: $0) }
                if record.text.utf8.count < 4096 { extract(record.text, isWhole: isWhole) }
            } catch {
                precondition(!error.reason.isEmpty, "an error without a word")
            }
            start = end + 1
        }
    }

    private static func addTable(_ bytes: Span<UInt8>) {
        var lexicon = Lexicon.builtIn
        do throws(LexiconError) {
            try lexicon.add(table: bytes, named: "fuzz.tsv")
        } catch {
            precondition(error.description.hasPrefix("fuzz.tsv:"), "an error without a place")
        }
    }

    private static func addRules(_ text: String) {
        var rules = CustomRules()
        do {
            try rules.add(rules: text, named: "fuzz.rules")
            let own = try Extractor(lexicon: .builtIn, rules: rules)
            _ = own.extract(from: "Menteri Sosial Gus Ipul (DAK) pada 27/12/2024 di Kota Bandung.")
        } catch {
            precondition(!"\(error)".isEmpty, "an error without a word")
        }
    }

    /// What is missing is nothing; a table or rules with a mistake are left out.
    private static func extractWithOwn(_ input: String, isWhole: Bool) {
        var parts = input.replacing("\r\n", with: "\n").split(separator: "\n%%\n", maxSplits: 2).map(String.init)[...]
        let (table, file) = (parts.popFirst() ?? "", parts.count > 1 ? parts.popFirst() ?? "" : "")
        var lexicon = Lexicon.builtIn
        var rules = CustomRules()
        try? lexicon.add(table: table, named: "fuzz.tsv", makesClasses: true)
        try? rules.add(rules: file, named: "fuzz.rules")
        guard let own = try? Extractor(lexicon: lexicon, rules: rules) else { return }
        // A word of the table alone, at both ends of a text, is where what stands around it is not.
        let words = table.split(separator: "\n").compactMap { $0.split(separator: "\t").first }.map(String.init)
        for text in Array(parts) + words.prefix(4) { extract(text, by: own, isWhole: isWhole) }
    }
}
