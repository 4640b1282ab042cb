import KenaliLexicon
import KenaliRules
import KenaliText

/// The places that a document names, each in the way that says most.
///
/// "Kabupaten Bogor" settles which Bogor a bare "Bogor" is, before it and after it, unless the text names "Kota Bogor",
/// too; and a "Cirangkong" without a code is the "Desa Cirangkong" of the same text.
struct PlaceNames {
    /// What the documents calls a name with its type, by the name's key; nil where two places share the name.
    private var byName: [UInt64: Place?] = [:]

    /// Types whose word the press leaves out where the place is known; a street or a stadium keeps it.
    private static let droppedTypes: Set<Substring> = [
        "city", "regency", "province", "district", "village", "region", "island", "mountain", "river", "lake", "sea",
    ]

    /// Whether the press leaves out the word for a type where the place is known.
    static func isDropped(_ type: Substring) -> Bool { droppedTypes.contains(type) }

    /// - Complexity: O(*n*), *n* the number of candidates.
    init(_ standing: [Candidate], _ document: borrowing Document) {
        for candidate in standing where candidate.kind == .mention(.location) {
            guard let head = document.placeHead(candidate.tokens), Self.droppedTypes.contains(head.type) else {
                continue
            }
            let key = document.key(head.name)
            let place = document.place(candidate.tokens)
            if let known = byName[key] {
                if known != place { byName[key] = .some(nil) }
            } else {
                byName[key] = place
            }
        }
    }

    /// The place that a mention names.
    func place(_ candidate: Candidate, _ document: borrowing Document, _ memory: DocumentMemory) -> Place {
        if case .match(let match) = candidate.detail, let place = document.place(match) { return place }
        if case .shortForm(let long) = candidate.detail { return document.place(long) }
        let place = document.place(candidate.tokens, memory)
        guard let named = byName[document.key(candidate.tokens)], let named else { return place }
        // "Bandung" is not the "Desa Bandung" of the same text, but it may be the regency.
        if named.code == nil, place.code != nil { return place }
        return named
    }
}

extension Place {
    /// The place that a value of the lists is: a code, a tab, and a name; or a name alone.
    init(value: String) {
        guard let tab = value.utf8.lastIndex(of: UInt8(ascii: "\t")) else {
            self.init(canonicalName: value)
            return
        }
        let code = value[..<tab]
        self.init(
            canonicalName: String(value[value.utf8.index(after: tab)...]),
            code: code.isEmpty || code.utf8.contains(UInt8(ascii: "\t")) ? nil : String(code))
    }
}

extension Document {
    /// The word or phrase that tells a place's type, in front of its name.
    struct PlaceHead {
        /// What the list says: `city`, `street` ...
        var type: Substring
        /// The head written out, where it is a short form: "Jalan" for "Jl.".
        var word: Substring?
        /// The tokens of the name.
        var name: Range<Int>
    }

    /// The longest head in front of a name.
    func placeHead(_ tokens: Range<Int>) -> PlaceHead? {
        let first = tokens.lowerBound
        guard starts(first, classes.placeHead) else { return nil }
        for index in text.phraseIndices(at: first) {
            let end = first + Int(text.phrases[index].length)
            guard end < tokens.upperBound, let value = placeHeadValue(first..<end) else { continue }
            return placeHead(value, end, of: tokens)
        }
        guard tokens.count > 1, let value = placeHeadValue(first..<first + 1) else { return nil }
        return placeHead(value, first + 1, of: tokens)
    }

    private func placeHeadValue(_ head: Range<Int>) -> String? {
        text.isEntry(head, in: classes.placeHead) ? value(head, in: classes.placeHead) : nil
    }

    /// The head that ends at a token and has this value: the type, and behind a blank the word that a short form stands for.
    private func placeHead(_ value: String, _ end: Int, of tokens: Range<Int>) -> PlaceHead? {
        let start = isMark(end, ".") ? end + 1 : end
        guard start < tokens.upperBound, !value.isEmpty else { return nil }
        let blank = value.utf8.firstIndex(of: UInt8(ascii: " ")) ?? value.endIndex
        return PlaceHead(
            type: value[..<blank], word: blank < value.endIndex ? value[value.utf8.index(after: blank)...] : nil,
            name: start..<tokens.upperBound)
    }

    /// The place that some tokens name, by themselves.
    func place(_ tokens: Range<Int>, _ memory: DocumentMemory? = nil) -> Place {
        if let known = knownPlace(tokens, in: classes.place) { return known }
        if let head = placeHead(tokens) {
            if let known = knownPlace(head) { return known }
            guard let word = head.word else { return Place(canonicalName: string(tokens), code: nil) }
            return Place(canonicalName: "\(word) \(string(head.name))", code: nil)
        }
        if let known = smallPlace(tokens) { return known }
        let name = memory?.expansion(tokens, self) ?? expansion(tokens) ?? string(tokens)
        return Place(canonicalName: name, code: nil)
    }

    /// The region of the lists that posts write in small letters, with the word for its type in front or without.
    private func smallPlace(_ tokens: Range<Int>) -> Place? {
        let first = tokens.lowerBound
        guard shape(first).contains(.allLower) else { return nil }
        if let known = knownPlace(tokens, in: classes.smallRealm) { return known }
        let start = isMark(first + 1, ".") ? first + 2 : first + 1
        guard start < tokens.upperBound else { return nil }
        let name = start..<tokens.upperBound
        let places = text.readings(of: name, in: classes.smallRealm, grammar.lexicon)
            .map { Place(value: $0.value) }
        let type = folded(first).hasPrefix("kab") ? "Kabupaten " : "Kota "
        if let known = places.first(where: { $0.canonicalName.hasPrefix(type) }) { return known }
        // The bare name is the city's where both have it: "kab blitar".
        guard type == "Kabupaten " else { return places.first }
        let regency = text.readings(of: "kabupaten", before: name, in: classes.smallRealm, grammar.lexicon)
        return preferred(regency) ?? places.first
    }

    /// The place of the lists that has this name, and the type that the word in front of it says.
    private func knownPlace(_ head: PlaceHead) -> Place? {
        switch head.type {
        case "province": knownPlace(head.name, in: classes.province)
        case "state": knownPlace(head.name, in: classes.country)
        case "regency": administrativePlace("Kabupaten", head.name) ?? variant("Kabupaten ", head.name)
        case "city":
            administrativePlace("Kota", head.name) ?? variant("Kota ", head.name)
                ?? knownPlace(head.name, in: classes.city)
        case "district": district(head.name)
        default: nil
        }
    }

    /// What the words around a name say: `regency` and `city` by who governs it, `town` by the province behind it,
    /// `quarter` by the town behind it.
    func place(_ match: RuleMatch) -> Place? {
        if let name = capture(.district, of: match), name == match.tokens { return district(match) }
        if let name = capture(.regency, of: match) { return administrativePlace("Kabupaten", name) }
        if let name = capture(.city, of: match) { return administrativePlace("Kota", name) }
        if let name = capture(.quarter, of: match) { return Place(canonicalName: string(name), code: nil) }
        guard let name = capture(.town, of: match), let province = capture(.province, of: match),
            let code = knownPlace(province, in: classes.province)?.code
        else { return nil }
        let places = [
            knownPlace(name, in: classes.town), administrativePlace("Kabupaten", name),
            administrativePlace("Kota", name),
        ]
        return places.lazy.compactMap { $0 }.first { $0.code?.hasPrefix(code + ".") ?? false }
    }

    /// The district that a rule has bound with the region that holds it; nil when that region has none of the name.
    func district(_ match: RuleMatch) -> Place? {
        guard let name = capture(.district, of: match), let region = capture(.region, of: match) else { return nil }
        return place(region).code.flatMap { district(name, in: $0) }
    }

    /// The district of the state's list that has this name: the only one, or that of a region, which is named behind it.
    private func district(_ name: Range<Int>, in region: String? = nil) -> Place? {
        let places = text.readings(of: name, in: classes.districtCoded, grammar.lexicon).map { Place(value: $0.value) }
        guard let first = places.first else { return nil }
        let found: Place?
        if let region {
            found = places.first { $0.code?.hasPrefix(region + ".") ?? false }
        } else {
            found =
                places.count == 1
                ? first
                : regionCode(behind: name.upperBound).flatMap { code in
                    places.first { $0.code?.hasPrefix(code + ".") ?? false }
                }
        }
        return found.map { Place(canonicalName: "Kecamatan \($0.canonicalName)", code: $0.code) }
    }

    /// The most tokens between a district and the region that holds it.
    private static let longestGap = 6

    /// The code of the first regency or city that is named right behind a place, or of a province.
    private func regionCode(behind token: Int) -> String? {
        for index in token..<min(tokenCount, token + Self.longestGap) {
            for kind in [classes.town, classes.province] {
                guard let end = text.endOfEntry(at: index, in: kind) else { continue }
                let head = index > token && has(index - 1, classes.placeHead) ? index - 1 : index
                if let code = place(head..<end).code { return code }
            }
        }
        return nil
    }

    /// The regency or city that a name in another spelling is of: "Kabupaten Gunung Kidul".
    private func variant(_ word: String, _ name: Range<Int>) -> Place? {
        text.readings(of: name, in: classes.town, grammar.lexicon).lazy.map { Place(value: $0.value) }
            .first { $0.code != nil && $0.canonicalName.hasPrefix(word) }
    }

    private func administrativePlace(_ word: StaticString, _ name: Range<Int>) -> Place? {
        preferred(text.readings(of: word, before: name, in: classes.town, grammar.lexicon))
    }

    private func knownPlace(_ tokens: Range<Int>, in kinds: WordClasses) -> Place? {
        guard text.isEntry(tokens, in: kinds) else { return nil }
        let readings = text.readings(of: tokens, in: kinds, grammar.lexicon)
        return preferred(readings) ?? Place(canonicalName: string(tokens), code: nil)
    }

    /// The first reading with a code, else the first.
    private func preferred(_ readings: [LexiconReading]) -> Place? {
        var first: Place?
        for reading in readings {
            let place = Place(value: reading.value)
            if place.code != nil { return place }
            if first == nil { first = place }
        }
        return first
    }

    /// The usual name of a country.
    func countryName(_ tokens: Range<Int>) -> String? { knownPlace(tokens, in: classes.country)?.canonicalName }
}
