import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads what office a role is, of what, and how it is held: of a ministry by the titles of ministers and the names of
/// ministries in it, else by the office's own word and by the body or place that it names.
///
/// It reads the tokens of the document, and of phrases those that end within the role.
struct OfficeReader {
    /// The document's date, `YYYY-MM-DD`.
    private let day: String?
    /// The bodies and places that the document names.
    private let names: EntityNames
    private let extraction: Extraction

    /// A body or place that the document names.
    struct NamedThing {
        var entity: Int
        var kind: MentionKind
        var name: String
        var place: Place?
    }

    /// A reader for the roles of the document of an extraction.
    init(_ extraction: borrowing Extraction, on day: String?, _ names: EntityNames) {
        self.extraction = copy extraction
        self.day = day
        self.names = names
    }

    private func thing(_ index: Int) -> NamedThing {
        let entity = extraction.entities[index]
        var thing = NamedThing(entity: entity.id, kind: entity.kind, name: entity.name)
        if let first = entity.mentions.first, case .location(let place) = extraction.mentions[first].detail {
            thing.place = place
        }
        return thing
    }

    /// The offices of a role: two of "Menko Perekonomian sekaligus Menteri ESDM ad interim", none of "petani".
    ///
    /// - Complexity: O(*n*), *n* the length of the role.
    func offices(in role: Range<Int>, _ document: borrowing Document) -> [Office] {
        let title = document.string(role)
        var offices: [Office] = []
        var start = role.lowerBound
        while start < role.upperBound {
            let end =
                (start..<role.upperBound).first { document.has($0, document.classes.roleJoint) } ?? role.upperBound
            let ofMinistries = officesOfMinistries(in: start..<end, of: role, title, document)
            if !ofMinistries.isEmpty {
                offices += ofMinistries
            } else if let office = otherOffice(in: start..<end, of: role, title, document) {
                offices.append(office)
            }
            start = end + 1
        }
        return offices
    }

    /// The offices of ministries that a part of a role names.
    private func officesOfMinistries(
        in part: Range<Int>, of role: Range<Int>, _ title: String, _ document: borrowing Document
    ) -> [Office] {
        var offices: [Office] = []
        var state = State()
        var index = part.lowerBound
        while index < part.upperBound {
            if var found = office(at: index, role, document) {
                found.office.title = title
                if found.office.position != .official {
                    if state.isOther {
                        found.office.position = .official
                    } else if state.isDeputy {
                        found.office.position = .viceMinister
                    }
                }
                found.office.isFormer = state.isFormer
                found.office.isActing = state.isActing
                found.office.isComing = state.isComing
                offices.append(found.office)
                index = found.end
                state = State()
                continue
            }
            let (manner, end) = document.officeManner(at: index, before: role.upperBound)
            let shape = document.shape(index)
            state.take(
                manner,
                // Words in small letters join two offices: "sekaligus".
                isName: shape.contains(.word) && (offices.isEmpty || shape.contains(.initialUpper)), &offices)
            index = end
        }
        return offices
    }

    /// What the words in front of an office say of it.
    private struct State {
        var isFormer = false
        var isActing = false
        var isComing = false
        var isDeputy = false
        /// Whether another office stands in front: "Staf Khusus Menteri Sosial".
        var isOther = false

        /// Takes a word in front of an office, or what the lists say of it.
        mutating func take(_ manner: OfficeManner?, isName: Bool, _ offices: inout [Office]) {
            switch manner {
            case .former: isFormer = true
            case .deputy: isDeputy = true
            // "Menteri ESDM ad interim"
            case .acting where !offices.isEmpty && !isDeputy && !isOther: offices[offices.count - 1].isActing = true
            case .acting: isActing = true
            case .coming: isComing = true
            case nil: isOther = isOther || isName
            }
        }
    }

    /// The office or ministry that the lists have at a token, and where it ends; the title is still empty.
    private func office(
        at index: Int, _ role: Range<Int>, _ document: borrowing Document
    ) -> (office: Office, end: Int)? {
        guard document.starts(index, document.classes.office.union(document.classes.ministry)) else { return nil }
        // Of offices, ministers' titles alone have a value.
        for isMinistry in [false, true] {
            let wanted = isMinistry ? document.classes.ministry : document.classes.office
            guard let end = document.text.endOfEntry(at: index, in: wanted, before: role.upperBound) else { continue }
            let values = document.text.values(of: index..<end, in: wanted, document.grammar.lexicon)
            guard !values.isEmpty else { continue }
            let isVice = values.contains { $0.utf8.last == UInt8(ascii: "*") }
            let ids =
                isVice
                ? values.filter { $0.utf8.last == UInt8(ascii: "*") }.map { String($0.dropLast()) } : values
            guard let ministry = MinistryRegistry.builtIn.entry(meantAmong: ids, on: day) else { continue }
            let country = country(in: end..<role.upperBound, document)
            return (
                Office(
                    title: "", position: isMinistry ? .official : isVice ? .viceMinister : .minister,
                    ministryID: country == nil ? ministry.id : nil, ministryName: ministry.name, country: country), end
            )
        }
        return nil
    }

    /// The other country that a role names behind an office.
    private func country(in rest: Range<Int>, _ document: borrowing Document) -> String? {
        for index in rest {
            guard let end = document.text.endOfEntry(at: index, in: document.classes.country, before: rest.upperBound),
                let value = document.value(index..<end, in: document.classes.country)
            else { continue }
            let country = Place(value: value).canonicalName
            return country == "Indonesia" ? nil : country
        }
        return nil
    }

    /// The most tokens of a body's or place's name in a role.
    private static let longestName = 14

    /// The longest body or place of the document whose name begins at a token, and where the name ends.
    func thing(at start: Int, before limit: Int, _ document: borrowing Document) -> (NamedThing, end: Int)? {
        var found: (entity: Int, end: Int)?
        for end in start + 1..<min(limit, start + Self.longestName) + 1 {
            let run = start..<end
            let entity =
                document.isPlain(run)
                ? entity(named: document.bytes.extracting(document.utf8Range(of: run)))
                : entity(named: document.string(run).utf8Span.span)
            if let entity { found = (entity, end) }
        }
        return found.map { (thing($0.entity), $0.end) }
    }

    private func entity(named name: Span<UInt8>) -> Int? { names.thing(named: name, in: extraction.entities) }
}

/// How an office is held, by the words in front of it.
enum OfficeManner {
    /// "mantan"
    case former
    /// "Plt."
    case acting
    /// "calon"
    case coming
    /// "Wakil"
    case deputy

    /// The manner that a value of the lists is.
    init?(_ value: Span<UInt8>) {
        if value.isEqual(to: "former") {
            self = .former
        } else if value.isEqual(to: "acting") {
            self = .acting
        } else if value.isEqual(to: "coming") {
            self = .coming
        } else if value.isEqual(to: "deputy") {
            self = .deputy
        } else {
            return nil
        }
    }
}

extension Document {
    /// What the lists say of how an office is held, at a token, and where the word ends: `former` of "mantan wakil" by
    /// its first word.
    func officeManner(at index: Int, before limit: Int) -> (manner: OfficeManner?, end: Int) {
        if let end = text.endOfEntry(at: index, in: classes.officePrefix, before: limit) {
            for end in [end, index + 1] {
                let manner = text.withValue(of: index..<end, in: classes.officePrefix, grammar.lexicon) {
                    OfficeManner($0)
                }
                if let manner { return (manner, end) }
            }
        }
        return (nil, index + 1)
    }
}

extension Extraction {
    /// Says of every person which offices their roles are, and of every ministry which one of the registry it is.
    mutating func linkOffices(
        _ roles: [Linker.Role], _ document: borrowing Document, _ names: EntityNames
    ) {
        var ministries: [String: Int] = [:]
        for index in entities.indices where entities[index].kind == .ministry {
            guard let first = entities[index].mentions.first, case .ministry(let ministry) = mentions[first].detail,
                let id = ministry.id
            else { continue }
            entities[index].ministryID = id
            ministries[id] = index
        }
        guard !roles.isEmpty else { return }
        var found = offices(of: roles, document, names)
        for (place, role) in roles.enumerated() {
            for index in found[place].indices {
                if let id = found[place][index].ministryID { found[place][index].ministryEntity = ministries[id] }
                if let same = entities[role.entity].offices.firstIndex(where: { $0.isSame(as: found[place][index]) }) {
                    entities[role.entity].offices[same].formUnion(found[place][index])
                } else {
                    entities[role.entity].offices.append(found[place][index])
                }
            }
        }
    }

    /// The offices of each role. Read before any is noted: the reader holds the entities.
    private func offices(
        of roles: [Linker.Role], _ document: borrowing Document, _ names: EntityNames
    ) -> [[Office]] {
        let reader = OfficeReader(self, on: document.day, names)
        var offices: [[Office]] = []
        offices.reserveCapacity(roles.count)
        for role in roles { offices.append(reader.offices(in: role.tokens, document)) }
        return offices
    }
}
