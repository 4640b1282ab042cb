import Kenali

/// A token a line with its label by IOB2, as in the shared task of CoNLL 2003; an empty line between sentences.
public struct ConllFormat: ExtractionFormat {
    public static var name: String { "conll" }
    public static var summary: String { "a token a line with its label (IOB2); --layer says of what" }
    public static var fileEnding: String { "conll" }

    private let options: FormatOptions
    private var cutter = TokenCutter()

    public init(_ options: FormatOptions) { self.options = options }

    public mutating func write(_ document: ExtractedDocument, to output: inout [UInt8]) {
        output.append(contentsOf: "-DOCSTART- -X- O O\n\n".utf8)
        let mentions = document.mentions(in: options.layer)
        let tokens = cutter.tokens(of: document.text, cutAt: mentions)
        var sentences = document.extraction.sentences[...]
        var next = 0
        var isSentenceStart = true
        var hasTokens = false
        for token in tokens {
            while let sentence = sentences.first, sentence.upperBound <= token.lowerBound {
                sentences.removeFirst()
                isSentenceStart = true
            }
            if isSentenceStart, hasTokens { output.append(UInt8(ascii: "\n")) }
            while next < mentions.count, mentions[next].utf8Range.upperBound <= token.lowerBound { next += 1 }
            var tag = "O"
            if next < mentions.count, mentions[next].utf8Range.lowerBound <= token.lowerBound {
                let isFirst = mentions[next].utf8Range.lowerBound == token.lowerBound || isSentenceStart
                tag = (isFirst ? "B-" : "I-") + mentions[next].label
            }
            // A reader cuts at white space.
            for scalar in document.text.substring(token).unicodeScalars {
                output.append(contentsOf: String(scalar.properties.isWhitespace ? "_" : scalar).utf8)
            }
            output.append(contentsOf: " -X- O \(tag)\n".utf8)
            isSentenceStart = false
            hasTokens = true
        }
        output.append(UInt8(ascii: "\n"))
    }
}
