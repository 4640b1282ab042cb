import KenaliLexicon
import KenaliText

/// Reads what office a role is, of what, and how it is held: of a ministry by the titles of ministers and the names of
/// ministries in it, else by the office's own word and by the body or place that it names.
struct OfficeReader: ~Copyable {
    let lexicon: Lexicon
    let classes: ClassTable
    private let day: String?
    private var tokenizer = Tokenizer()
    private(set) var text = AnnotatedTokens()
    /// What the document names, by how it is written there, in small letters.
    let named: [String: NamedThing]

    /// A body or place that the document names.
    struct NamedThing {
        var entity: Int
        var kind: MentionKind
        var name: String
        var place: Place?
    }

    /// A reader for the roles of one document, written on a day (`YYYY-MM-DD`).
    init(_ lexicon: Lexicon, _ classes: ClassTable, on day: String?, named: [String: NamedThing]) {
        self.lexicon = lexicon
        self.classes = classes
        self.day = day
        self.named = named
    }

    /// The offices of a role: two of "Menko Perekonomian sekaligus Menteri ESDM ad interim", none of "petani".
    ///
    /// - Complexity: O(*n*), *n* the length of the role.
    mutating func offices(in role: String) -> [Office] {
        let bytes = role.utf8Span.span
        _ = text.read(bytes, &tokenizer, SentenceSplitter(), lexicon)
        var offices: [Office] = []
        var start = 0
        while start < text.tokens.count {
            let end =
                (start..<text.tokens.count).first { text.isEntry($0..<$0 + 1, in: classes.roleJoint) }
                ?? text.tokens.count
            let ofMinistries = officesOfMinistries(in: start..<end, role)
            if !ofMinistries.isEmpty {
                offices += ofMinistries
            } else if let office = otherOffice(in: start..<end, role) {
                offices.append(office)
            }
            start = end + 1
        }
        return offices
    }

    /// The offices of ministries that a role names.
    private func officesOfMinistries(in part: Range<Int>, _ role: String) -> [Office] {
        var offices: [Office] = []
        var state = State()
        var index = part.lowerBound
        while index < part.upperBound {
            if var found = office(at: index) {
                found.office.title = role
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
            let (value, end) = word(at: index)
            let shape = text.tokens[index].shape
            state.take(
                value,
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
        mutating func take(_ value: String?, isName: Bool, _ offices: inout [Office]) {
            switch value {
            case "former": isFormer = true
            case "deputy": isDeputy = true
            // "Menteri ESDM ad interim"
            case "acting" where !offices.isEmpty && !isDeputy && !isOther: offices[offices.count - 1].isActing = true
            case "acting": isActing = true
            case "coming": isComing = true
            default: isOther = isOther || isName
            }
        }
    }

    /// What the lists say of how an office is held, at a token, and where the word ends: `former` of "mantan wakil" by
    /// its first word.
    func word(at index: Int) -> (value: String?, end: Int) {
        for end in [text.endOfEntry(at: index, in: classes.officePrefix) ?? index + 1, index + 1] {
            if let value = text.values(of: index..<end, in: classes.officePrefix, lexicon).first { return (value, end) }
        }
        return (nil, index + 1)
    }

    /// The office or ministry that the lists have at a token, and where it ends; the title is still empty.
    private func office(at index: Int) -> (office: Office, end: Int)? {
        // Of offices, ministers' titles alone have a value.
        for wanted in [classes.office, classes.ministry] {
            guard let end = text.endOfEntry(at: index, in: wanted) else { continue }
            let values = text.values(of: index..<end, in: wanted, lexicon)
            let isVice = values.contains { $0.hasSuffix("*") }
            let ids = isVice ? values.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) } : values
            guard let ministry = MinistryRegistry.builtIn.entry(meantAmong: ids, on: day) else { continue }
            let country = country(from: end)
            let position: Office.Position =
                wanted == classes.ministry ? .official : isVice ? .viceMinister : .minister
            return (
                Office(
                    title: "", position: position, ministryID: country == nil ? ministry.id : nil,
                    ministryName: ministry.name, country: country), end
            )
        }
        return nil
    }

    /// The other country that a role names behind an office.
    private func country(from index: Int) -> String? {
        for index in index..<text.tokens.count {
            guard let end = text.endOfEntry(at: index, in: classes.country),
                let value = text.values(of: index..<end, in: classes.country, lexicon).first
            else { continue }
            let country = Place(value: value).canonicalName
            return country == "Indonesia" ? nil : country
        }
        return nil
    }
}

extension Extraction {
    /// Says of every person which offices their roles are, and of every ministry which one of the registry it is.
    mutating func linkOffices(_ lexicon: Lexicon, _ classes: ClassTable) {
        var ministries: [String: Int] = [:]
        for index in entities.indices where entities[index].kind == .ministry {
            guard let first = entities[index].mentions.first, case .ministry(let ministry) = mentions[first].detail,
                let id = ministry.id
            else { continue }
            entities[index].ministryID = id
            ministries[id] = index
        }
        guard entities.contains(where: { $0.kind == .person && !$0.roles.isEmpty }) else { return }
        var reader = OfficeReader(lexicon, classes, on: referenceDate?.description, named: namedThings())
        for index in entities.indices where entities[index].kind == .person {
            for role in entities[index].roles {
                for var office in reader.offices(in: role) {
                    office.ministryEntity = office.ministryID.flatMap { ministries[$0] }
                    if let same = entities[index].offices.firstIndex(where: office.isSame) {
                        entities[index].offices[same].formUnion(office)
                    } else {
                        entities[index].offices.append(office)
                    }
                }
            }
        }
    }

    /// The bodies and places of a document by the names that it calls them.
    private func namedThings() -> [String: OfficeReader.NamedThing] {
        var named: [String: OfficeReader.NamedThing] = [:]
        for entity in entities where entity.kind == .organization || entity.kind == .location {
            var thing = OfficeReader.NamedThing(entity: entity.id, kind: entity.kind, name: entity.name)
            if let first = entity.mentions.first, case .location(let place) = mentions[first].detail {
                thing.place = place
            }
            for name in [entity.name] + entity.aliases where named[name.lowercased()] == nil {
                named[name.lowercased()] = thing
            }
        }
        return named
    }
}
