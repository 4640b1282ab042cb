import KenaliStorage

/// A person whom everybody writes about, as the registry knows them.
public struct PublicPerson: Sendable, Hashable {
    /// What the given name and the honorifics of the press say.
    public enum Sex: String, Sendable, Hashable, CaseIterable {
        /// A woman.
        case female = "f"
        /// A man.
        case male = "m"
    }

    /// Another name of a person.
    public struct Form: Sendable, Hashable {
        /// The name as it is written.
        public var text: String
        /// Whether others bear it, too, or it is a word: alone it says nothing.
        public var isCommon: Bool
    }

    /// A stable name for programs: `saifullah-yusuf`.
    public var id: String
    /// The full name as it is usually written: `Saifullah Yusuf`.
    public var name: String
    /// Whether the full name is one that many people bear: `Budi Santoso`.
    public var isCommonName: Bool
    /// Other spellings, nicknames and initials: `Gus Ipul`.
    public var forms: [Form]
    /// Nil when the table does not say.
    public var sex: Sex?
    /// The offices that the person held or holds, in the order of the table.
    public internal(set) var terms: [OfficeTerm] = []
}

/// The time for which a person held an office.
public struct OfficeTerm: Sendable, Hashable {
    /// The id of the office, see ``PublicOffice``: `minister:kemensos`, `governor:32`, `kapolri`.
    public var office: String
    /// The first day, `2024-09-11`, or year; nil when unknown.
    public var since: String?
    /// The last day, or year; nil when unknown, or when the person held the office when the table was made.
    public var until: String?
    /// Whether it was held for somebody else, or until somebody is chosen.
    public var isActing: Bool

    /// Whether the office was held on a day, given as `YYYY-MM-DD`. Of years, the first and the last one count whole; an
    /// end that is not known excludes nothing, a start that is not known everything but the end itself.
    public func isHeld(on day: String) -> Bool {
        guard let since else { return until.map { day.hasPrefix($0) } ?? false }
        return day >= since && hasNotEnded(by: day)
    }

    /// Whether the table can tell of a day: an office without an end was held when the table was made.
    package func isSure(on day: String) -> Bool { until != nil || day <= PersonRegistry.asOf }

    /// Whether it is not known to have ended before a day.
    package func hasNotEnded(by day: String) -> Bool {
        guard let until else { return true }
        // ISO dates sort as text; "2024" stands before every day of 2024.
        return day <= until || day.hasPrefix(until)
    }

    /// Whether it began on a day or before.
    package func hasBegun(by day: String) -> Bool { since.map { $0 <= day || day.hasPrefix($0) } ?? true }
}

/// The persons of an image, in the order of the table; one is made when it is asked for.
public struct PublicPersons: Sendable, RandomAccessCollection {
    private let table: ImageTable
    private let order: PackedTable
    private let terms: OfficeTerms

    static let columns = ["id", "name", "forms", "sex"]

    init(_ image: Image, _ terms: OfficeTerms) {
        table = image.cells("persons", columns: Self.columns)
        order = image.table("persons.order")
        self.terms = terms
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { table.count }

    public subscript(index: Int) -> PublicPerson {
        var person = PublicPerson(
            id: table.string(index, 0), name: table.string(index, 1), forms: table.strings(index, 2),
            sex: table.string(index, 3))
        person.terms = terms(index)
        return person
    }

    /// The id and the full name of a person.
    package func title(_ index: Int) -> (id: String, name: String) {
        (table.string(index, 0), PublicPerson.form(table.string(index, 1)).text)
    }

    /// The full name and the other names of a person, as what tells persons apart.
    func names(_ index: Int) -> [PersonName] {
        var names: [PersonName] = []
        for column in 1...2 {
            let cell = table.bytes(index, column)
            var start = 0
            for end in 0..<cell.count + 1 where end == cell.count || cell[end] == UInt8(ascii: "|") {
                // The mark in front of a name is no letter of it.
                if end > start { names.append(PersonName(cell.extracting(start..<end))) }
                start = end + 1
            }
        }
        return names
    }

    /// The offices that a person held or holds, in the order of the table.
    package func terms(_ index: Int) -> [OfficeTerm] { terms.rows(ofPerson: index).map { terms[$0] } }

    /// Whether one of these is right.
    package func hasTerm(_ index: Int, where isRight: (OfficeTerm) -> Bool) -> Bool {
        terms.rows(ofPerson: index).contains { isRight(terms[$0]) }
    }

    /// The place of the person of this id.
    ///
    /// - Complexity: O(log *n*), *n* the number of persons.
    func index(of id: String) -> Int? { table.row(of: id.utf8Span.span, sorted: order) }
}

extension PublicPerson {
    /// A person as the table has it. A "?" or "~" in front of a name marks one that others bear, too.
    init(id: String, name: String, forms: [String], sex: String) {
        let full = Self.form(name)
        self.init(
            id: id, name: full.text, isCommonName: full.isCommon, forms: forms.map(Self.form), sex: Sex(rawValue: sex))
    }

    static func form(_ text: String) -> Form {
        text.hasPrefix("?") || text.hasPrefix("~")
            ? Form(text: String(text.dropFirst()), isCommon: true) : Form(text: text, isCommon: false)
    }
}

/// The terms of an image; one is made when it is asked for.
struct OfficeTerms: Sendable {
    private let table: ImageTable
    /// The person of each row.
    private let persons: PackedTable
    private let byPerson: PackedTable
    private let personStarts: PackedTable
    /// The ids of all offices that somebody held, in the order of their bytes.
    private let offices: PackedTexts
    private let byOffice: PackedTable
    private let officeStarts: PackedTable

    static let columns = ["person", "office", "since", "until", "acting"]

    init(_ image: Image) {
        table = image.cells("terms", columns: Self.columns)
        persons = image.table("terms.persons")
        byPerson = image.table("terms.byPerson")
        personStarts = image.table("terms.personStarts")
        offices = image.texts("terms.offices")
        byOffice = image.table("terms.byOffice")
        officeStarts = image.table("terms.officeStarts")
    }

    /// The term of a row.
    subscript(row: Int) -> OfficeTerm {
        OfficeTerm(
            office: table.string(row, 1), since: table.optionalString(row, 2), until: table.optionalString(row, 3),
            isActing: !table.bytes(row, 4).isEmpty)
    }

    /// The person of a row.
    func person(_ row: Int) -> Int { persons[row] }

    /// The rows of a person, in the order of the table.
    func rows(ofPerson person: Int) -> LazyMapSequence<Range<Int>, Int> {
        (personStarts[person]..<personStarts[person + 1]).lazy.map { byPerson[$0] }
    }

    /// The rows of an office, in the order of the table; nil when nobody held it.
    func rows(ofOffice id: String) -> [Int]? {
        offices.firstIndex(ofSorted: id.utf8Span.span).map { office in
            (officeStarts[office]..<officeStarts[office + 1]).map { byOffice[$0] }
        }
    }
}
