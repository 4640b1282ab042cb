package import KenaliLexicon
package import KenaliStorage
import KenaliText

/// Rules compiled for one lexicon, ready to match.
///
/// A grammar is a view of an image, made when the program was built or, by ``init(rules:lexicon:)``, in memory: what is
/// large lies there and is used in place, and copies share it.
package struct Grammar: Sendable {
    /// The rules in the order they were given.
    package let rules: RuleList
    /// The lexicon the rules were compiled for, with the words that they name.
    package var lexicon: Lexicon
    let graph: RuleGraph
    let atoms: AtomTable
    let starts: StartReasons
    let frozen: FrozenAutomaton
    private let image: Image

    /// Compiles rules.
    ///
    /// - Throws: the first error, with the place of the rule: an unknown class, a pattern that matches nothing, one
    ///   that is too large.
    package init(rules: [RuleDefinition], lexicon: consuming Lexicon) throws(RuleError) {
        var compiler = Compiler(lexicon: lexicon)
        for rule in rules { try compiler.compile(rule) }
        var writer = ImageWriter()
        compiler.write(rules, into: &writer)
        self.init(Self.image(writer), lexicon: compiler.lexicon)
    }

    /// An image in memory.
    static func image(_ writer: ImageWriter) -> Image {
        do throws(Image.Flaw) {
            return try Image(PackedBytes(writer.bytes()))
        } catch {
            preconditionFailure("an image that was just written cannot be read: \(error)")
        }
    }
}

// MARK: - Images

extension Grammar {
    /// The grammar in an image, compiled for a lexicon that has the same word numbers.
    package init(_ image: Image, lexicon: consuming Lexicon) {
        self.image = image
        self.lexicon = lexicon
        let text = image.text("rules.text")
        rules = RuleList(image, text)
        graph = RuleGraph(image.records(RuleGraph.section, fields: 4))
        atoms = AtomTable(image, text)
        starts = StartReasons(image)
        frozen = FrozenAutomaton(image)
    }

    /// Writes the grammar, trained as it is.
    package func write(into writer: inout ImageWriter) { image.copy(sectionsFrom: "rules.", into: &writer) }

    /// The grammar with the part of its automaton that these texts lead to, so that matchers need not build it.
    ///
    /// What is found does not change.
    ///
    /// - Parameters:
    ///   - words: A text of which only the words count, not how they follow each other.
    ///   - least: How often a step must be expected in texts as long as these, were their words in any order, to be there too; nil
    ///     for those of these texts alone.
    package func trained(on texts: [String], words: String = "", foreseeing least: Double? = nil) -> Grammar {
        var matcher = Matcher(self, FrozenAutomaton())
        matcher.largestCache = .max
        var tokenizer = Tokenizer()
        var read = AnnotatedTokens()
        var matches = Matches()
        let splitter = SentenceSplitter()
        let bytes = words.utf8Span.span
        let sentences = read.read(bytes, &tokenizer, splitter, lexicon)
        matcher.learn(read, sentences, bytes)
        for text in texts {
            let bytes = text.utf8Span.span
            let sentences = read.read(bytes, &tokenizer, splitter, lexicon)
            matcher.match(read, sentences, bytes, into: &matches)
        }
        if let least {
            var counts = MeetingCounts()
            for text in texts {
                let bytes = text.utf8Span.span
                let sentences = read.read(bytes, &tokenizer, splitter, lexicon)
                matcher.count(read, sentences, bytes, in: &counts)
            }
            matcher.foresee(counts, least: least)
        }
        var writer = ImageWriter()
        image.copy(
            sectionsFrom: "rules.", except: [FrozenAutomaton.prefix, RuleGraph.section, RuleList.section],
            into: &writer)
        let numbers = matcher.write(into: &writer)
        graph.write(as: numbers, into: &writer)
        rules.write(roots: numbers, into: &writer)
        return Grammar(Self.image(writer), lexicon: lexicon)
    }

    /// The place of a name among the captures of a rule, nil when it has none of that name.
    func captureIndex(_ name: String, of rule: Int) -> Int? {
        (0..<rules.captureCount(of: rule)).first { rules.captureNames[rules.capture($0, of: rule)] == name }
    }
}
