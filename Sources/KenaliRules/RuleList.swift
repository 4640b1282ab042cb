import KenaliLexicon
import KenaliStorage

/// The rules of a grammar in the order they were given. They lie in its image, and each is read when it is asked for.
package struct RuleList: RandomAccessCollection, Sendable {
    /// A rule, as far as its matches need it.
    package struct Rule: Sendable {
        /// Its stable name, which every mention it finds carries: `date.weekday.numeric`.
        package var name: String
        /// What it finds. KenaliRules gives this no meaning.
        package var kind: String
        /// How much each token of a match counts when matches compete.
        package var weight: Int
    }

    /// What a matcher needs of a rule to run it.
    struct Head: Sendable {
        var root: Int
        var spanCount: Int
        /// Two for each span and each capture.
        var slotCount: Int
    }

    /// What rules find, each once.
    package let kinds: [String]
    /// The names of captures, each once.
    package let captureNames: [String]
    /// The slots of the rule that has most.
    let mostSlots: Int
    private let records: PackedRecords
    private let text: PackedBytes
    /// The numbers of the names of the captures, rule by rule in the order of their slots.
    private let captures: PackedTable

    /// The fields of a rule.
    private enum Field: Int {
        case root, spanCount, firstCapture, captureCount, nameStart, nameLength, kind, weight
    }

    static let fieldCount = 8

    /// The name of their section in an image.
    static let section = "rules.heads"

    init(_ image: Image, _ text: PackedBytes) {
        records = image.records(Self.section, fields: Self.fieldCount)
        let most = image.table("rules.mostSlots")
        mostSlots = most.count > 0 ? most[0] : 0
        let (kinds, names) = (image.texts("rules.kinds"), image.texts("rules.captureNames"))
        self.kinds = (0..<kinds.count).map { kinds.string($0) }
        captureNames = (0..<names.count).map { names.string($0) }
        captures = image.table("rules.captures")
        self.text = text
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { records.count }

    package subscript(rule: Int) -> Rule {
        Rule(name: name(of: rule), kind: kinds[kind(of: rule)], weight: weight(of: rule))
    }

    private subscript(rule: Int, field: Field) -> Int { records[rule, records.fields[field.rawValue]] }

    package func name(of rule: Int) -> String {
        let start = self[rule, .nameStart]
        return String(copying: text.span.extracting(start..<start + self[rule, .nameLength]))
    }

    /// What a rule finds, as an index into ``kinds``.
    package func kind(of rule: Int) -> Int { self[rule, .kind] }

    package func weight(of rule: Int) -> Int { self[rule, .weight] }

    /// The number of a rule's captures.
    package func captureCount(of rule: Int) -> Int { self[rule, .captureCount] }

    /// The name of a capture of a rule, in the order of their slots, as an index into ``captureNames``.
    package func capture(_ slot: Int, of rule: Int) -> Int { captures[self[rule, .firstCapture] + slot] }

    /// Writes the rules of a graph whose nodes have other numbers.
    func write(roots numbers: [Int], into writer: inout ImageWriter) {
        var columns = records.fields.map { field in (0..<records.count).map { records[$0, field] } }
        columns[Field.root.rawValue] = columns[Field.root.rawValue].map { numbers[$0] }
        writer.add(Self.section, fields: columns)
    }

    func head(of rule: Int) -> Head {
        let spanCount = self[rule, .spanCount]
        return Head(
            root: self[rule, .root], spanCount: spanCount,
            slotCount: 2 * (spanCount + self[rule, .captureCount]))
    }
}
