/// How well predicted mentions agree with gold ones.
///
/// A mention is right when its place and kind are exactly those of a gold one; of a person the full mention or the bare
/// name may agree, since corpora differ in this. What is optional in gold is neither asked for nor wrong. Where gold knows
/// no ministries, they count as organizations.
public struct Evaluation: Sendable {
    /// What was counted of a kind.
    public struct Counts: Sendable, Hashable {
        /// Mentions of gold that were found, at exactly their place and of their kind.
        public var right = 0
        /// Mentions that gold does not have.
        public var extra = 0
        /// Mentions of gold that were not found.
        public var missed = 0
        /// Of the right ones with a value in gold, how many have it.
        public var rightValues = 0
        /// Right mentions whose value gold has.
        public var values = 0

        /// Mentions of gold.
        public var gold: Int { right + missed }
        /// The share of what was found that is right; from 0 to 1.
        public var precision: Double { Self.share(right, right + extra) }
        /// The share of gold that was found; from 0 to 1.
        public var recall: Double { Self.share(right, gold) }
        /// The harmonic mean of precision and recall.
        public var f1: Double { Self.share(2 * right, 2 * right + extra + missed) }
        /// The share of right values; nil when gold has none.
        public var value: Double? { values == 0 ? nil : Self.share(rightValues, values) }

        static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
    }

    /// A mention that is not as it should be.
    public struct Fault: Sendable, Hashable {
        /// What can be wrong with a mention.
        public enum What: String, Sendable, Hashable, CaseIterable {
            /// It was not found.
            case missed
            /// It was found, and is none.
            case extra
            /// It was found, with another value.
            case value
        }

        /// What is wrong.
        public var what: What
        /// Its kind.
        public var kind: String
        /// The id of its document.
        public var document: String
        /// The mention with some text around it.
        public var excerpt: String
        /// What was wanted and what came, for values.
        public var note: String?
    }

    /// The kinds that gold annotates, in alphabetical order, with what was counted.
    public private(set) var kinds: [String: Counts] = [:]
    /// Pairs of mentions that speak of one thing: those that both say, that the prediction alone and that gold alone says.
    public private(set) var links = Counts()
    /// What is wrong, in the order of the documents.
    public private(set) var faults: [Fault] = []
    /// How many documents gold has.
    public private(set) var documents = 0
    /// Gold documents without a prediction.
    public private(set) var missing = 0

    /// All kinds together.
    public var micro: Counts {
        kinds.values.reduce(into: Counts()) { sum, counts in
            sum.right += counts.right
            sum.extra += counts.extra
            sum.missed += counts.missed
            sum.rightValues += counts.rightValues
            sum.values += counts.values
        }
    }

    private let annotated: Set<String>

    /// An evaluation against gold documents.
    ///
    /// - Parameter predicted: The prediction for a document, nil when there is none.
    public init(_ gold: [AnnotatedText], predicted: (AnnotatedText) -> AnnotatedText?) {
        let declared = gold.compactMap(\.kinds).first
        annotated = Set(declared ?? gold.flatMap { $0.marks.map(\.kind) })
        for kind in annotated { kinds[kind] = Counts() }
        for document in gold {
            documents += 1
            let prediction = predicted(document)
            if prediction == nil { missing += 1 }
            add(document, prediction?.marks ?? [])
        }
    }

    private func kind(of mark: AnnotatedText.Mark) -> String {
        mark.kind == "ministry" && !annotated.contains("ministry") ? "organization" : mark.kind
    }

    private mutating func add(_ gold: AnnotatedText, _ predicted: [AnnotatedText.Mark]) {
        // Which gold mention each predicted one is.
        var partners: [Int: Int] = [:]
        for kind in annotated.sorted() {
            var counts = kinds[kind] ?? Counts()
            var seen: Set<Range<Int>> = []
            let own = predicted.indices.filter {
                self.kind(of: predicted[$0]) == kind && seen.insert(predicted[$0].range).inserted
            }
            let wanted = gold.marks.indices.filter { self.kind(of: gold.marks[$0]) == kind }
            var byPlace: [Range<Int>: [Int]] = [:]
            for index in own { for place in places(predicted[index]) { byPlace[place, default: []].append(index) } }
            for index in wanted where !gold.marks[index].isOptional {
                let mark = gold.marks[index]
                let candidates = places(mark).flatMap { byPlace[$0] ?? [] }
                guard let hit = candidates.first(where: { partners[$0] == nil }) else {
                    counts.missed += 1
                    faults.append(fault(.missed, mark, gold))
                    continue
                }
                partners[hit] = index
                counts.right += 1
                guard !mark.values.isEmpty else { continue }
                counts.values += 1
                if Self.agree(mark, predicted[hit]) {
                    counts.rightValues += 1
                } else {
                    let got = predicted[hit].values.first ?? "nothing"
                    faults.append(fault(.value, mark, gold, "\(mark.values[0]) wanted, \(got) found"))
                }
            }
            let optional = wanted.filter { gold.marks[$0].isOptional }.map { gold.marks[$0].range }
            for index in own where partners[index] == nil {
                guard !optional.contains(where: { $0.overlaps(predicted[index].range) }) else { continue }
                counts.extra += 1
                faults.append(fault(.extra, predicted[index], gold))
            }
            kinds[kind] = counts
        }
        addLinks(gold, predicted, partners)
    }

    private func places(_ mark: AnnotatedText.Mark) -> [Range<Int>] { [mark.range] + (mark.name.map { [$0] } ?? []) }

    private static func agree(_ gold: AnnotatedText.Mark, _ predicted: AnnotatedText.Mark) -> Bool {
        let found = predicted.values.first ?? ""
        if ["date", "time", "duration"].contains(gold.kind) { return gold.values.contains(found) }
        return gold.values.contains { plain($0) == plain(found) }
    }

    /// A name as names are compared: letters and digits in small letters, one blank between words.
    private static func plain(_ name: String) -> [Substring] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }
    }

    /// Counts links among the mentions that both found.
    private mutating func addLinks(
        _ gold: AnnotatedText, _ predicted: [AnnotatedText.Mark], _ partners: [Int: Int]
    ) {
        let both = partners.sorted { $0.key < $1.key }.filter { gold.marks[$0.value].entity != nil }
        var goldSizes: [Int: Int] = [:]
        var ownSizes: [Int: Int] = [:]
        var bothSizes: [[Int]: Int] = [:]
        for (own, wanted) in both {
            guard let goldEntity = gold.marks[wanted].entity else { continue }
            goldSizes[goldEntity, default: 0] += 1
            guard let entity = predicted[own].entity else { continue }
            ownSizes[entity, default: 0] += 1
            bothSizes[[goldEntity, entity], default: 0] += 1
        }
        func pairs(_ sizes: some Collection<Int>) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
        let right = pairs(bothSizes.values)
        links.right += right
        links.extra += pairs(ownSizes.values) - right
        links.missed += pairs(goldSizes.values) - right
    }

    private func fault(_ what: Fault.What, _ mark: AnnotatedText.Mark, _ gold: AnnotatedText, _ note: String? = nil)
        -> Fault
    {
        let scalars = Array((gold.text ?? "").unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
        }
        let (start, end) = (mark.range.lowerBound, mark.range.upperBound)
        let excerpt =
            "…" + part(max(0, start - 40)..<start) + "[" + part(mark.range) + "]" + part(end..<end + 40) + "…"
        return Fault(
            what: what, kind: kind(of: mark), document: gold.id,
            excerpt: excerpt.split(whereSeparator: \.isNewline).joined(separator: " ⏎ "), note: note)
    }
}
