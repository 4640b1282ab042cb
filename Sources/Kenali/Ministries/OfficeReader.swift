import KenaliLexicon
import KenaliText

/// Reads from a role which ministry it is of, by the titles of ministers and by the names of ministries in it.
struct OfficeReader: ~Copyable {
    private let lexicon: Lexicon
    private let classes: ClassTable
    private let day: String?
    private var tokenizer = Tokenizer()
    private var text = AnnotatedTokens()

    /// A reader for the roles of one document, written on a day (`YYYY-MM-DD`).
    init(_ lexicon: Lexicon, _ classes: ClassTable, on day: String?) {
        self.lexicon = lexicon
        self.classes = classes
        self.day = day
    }

    /// The offices of a role: two of "Menko Perekonomian sekaligus Menteri ESDM ad interim", none of "Gubernur Bali".
    ///
    /// - Complexity: O(*n*), *n* the length of the role.
    mutating func offices(in role: String) -> [Office] {
        let bytes = role.utf8Span.span
        _ = text.read(bytes, &tokenizer, SentenceSplitter(), lexicon)
        var offices: [Office] = []
        var state = State()
        var index = 0
        while index < text.tokens.count {
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
    private func word(at index: Int) -> (value: String?, end: Int) {
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
            guard let ministry = MinistryRegistry.builtIn.meant(among: ids, on: day) else { continue }
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
    /// Says of every person which ministries their roles are of, and of every ministry which one of the registry it is.
    mutating func linkOffices(_ lexicon: Lexicon, _ classes: ClassTable) {
        var ministries: [String: Int] = [:]
        for index in entities.indices where entities[index].kind == .ministry {
            guard let first = entities[index].mentions.first, case .ministry(let ministry) = mentions[first].detail,
                let id = ministry.id
            else { continue }
            entities[index].ministryID = id
            ministries[id] = index
        }
        var reader: OfficeReader?
        for index in entities.indices where entities[index].kind == .person && !entities[index].roles.isEmpty {
            if reader == nil { reader = OfficeReader(lexicon, classes, on: referenceDate?.description) }
            var seen: Set<Office> = []
            for role in entities[index].roles {
                for var office in reader?.offices(in: role) ?? [] {
                    office.ministryEntity = office.ministryID.flatMap { ministries[$0] }
                    var key = office
                    key.title = ""
                    if seen.insert(key).inserted { entities[index].offices.append(office) }
                }
            }
        }
    }
}
