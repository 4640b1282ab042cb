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

    /// - Complexity: O(*n*), *n* the number of candidates.
    init(_ standing: [Candidate], _ document: borrowing Document) {
        for candidate in standing where candidate.kind == .mention(.location) {
            guard let head = document.placeHead(candidate.tokens), head.type.isDropped else { continue }
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

/// What a word in front of a place's name says that it is.
enum PlaceType {
    case city, regency, province, state, district, village, region, island, mountain, river, lake, sea
    /// A street, a stadium ...
    case other

    init(_ name: Span<UInt8>) {
        self = .other
        for (type, text) in Self.names where name.isEqual(to: text) { self = type }
    }

    private static let names: [(PlaceType, StaticString)] = [
        (.city, "city"), (.regency, "regency"), (.province, "province"), (.state, "state"), (.district, "district"),
        (.village, "village"), (.region, "region"), (.island, "island"), (.mountain, "mountain"), (.river, "river"),
        (.lake, "lake"), (.sea, "sea"),
    ]

    /// Whether the press leaves out the word where the place is known; a street or a stadium keeps it.
    var isDropped: Bool { self != .other && self != .state }
}

extension Place {
    /// The place that a value of the lists is: a code, a tab, and a name; or a name alone.
    init(value: String) { self.init(value: value.utf8Span.span) }

    /// The same of UTF-8.
    init(value: Span<UInt8>) {
        let tab = Self.tab(in: value)
        self.init(
            canonicalName: String(copying: value.extracting((tab ?? -1) + 1..<value.count)),
            code: tab.flatMap { Self.hasCode(value, $0) ? String(copying: value.extracting(first: $0)) : nil })
    }

    /// Whether a value has a code.
    static func hasCode(_ value: Span<UInt8>) -> Bool { tab(in: value).map { hasCode(value, $0) } ?? false }

    /// The last tab.
    private static func tab(in value: Span<UInt8>) -> Int? {
        var index = value.count - 1
        while index >= 0, value[index] != UInt8(ascii: "\t") { index -= 1 }
        return index < 0 ? nil : index
    }

    private static func hasCode(_ value: Span<UInt8>, _ tab: Int) -> Bool {
        tab > 0 && Self.tab(in: value.extracting(first: tab)) == nil
    }
}

extension Document {
    /// The word or phrase that tells a place's type, in front of its name.
    struct PlaceHead {
        var type: PlaceType
        /// The head written out, where it is a short form: "Jalan" for "Jl.".
        var word: String?
        /// The tokens of the name.
        var name: Range<Int>
    }

    /// The longest head in front of a name.
    func placeHead(_ tokens: Range<Int>) -> PlaceHead? {
        let first = tokens.lowerBound
        guard starts(first, classes.placeHead) else { return nil }
        for index in text.phraseIndices(at: first) {
            let end = first + Int(text.phrases[index].length)
            guard end < tokens.upperBound, let head = placeHead(first..<end, of: tokens) else { continue }
            return head.name.isEmpty ? nil : head
        }
        guard tokens.count > 1, let head = placeHead(first..<first + 1, of: tokens) else { return nil }
        return head.name.isEmpty ? nil : head
    }

    /// What the lists say of a head: the type, and behind a blank the word that a short form stands for. Its name is what is
    /// left of some tokens.
    private func placeHead(_ head: Range<Int>, of tokens: Range<Int>) -> PlaceHead? {
        let start = isMark(head.upperBound, ".") ? head.upperBound + 1 : head.upperBound
        return text.withValue(of: head, in: classes.placeHead, grammar.lexicon) { value in
            var blank = 0
            while blank < value.count, value[blank] != UInt8(ascii: " ") { blank += 1 }
            return PlaceHead(
                type: PlaceType(value.extracting(first: blank)),
                word: blank < value.count ? String(copying: value.extracting(blank + 1..<value.count)) : nil,
                name: min(start, tokens.upperBound)..<tokens.upperBound)
        }
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
        case .province: knownPlace(head.name, in: classes.province)
        case .state: knownPlace(head.name, in: classes.country)
        case .regency: administrativePlace("Kabupaten", head.name) ?? variant("Kabupaten ", head.name)
        case .city:
            administrativePlace("Kota", head.name) ?? variant("Kota ", head.name)
                ?? knownPlace(head.name, in: classes.city)
        case .district: district(head.name)
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
        // The first reading with a code, else the first.
        var place: Place?
        text.visitValues(of: tokens, in: kinds, grammar.lexicon) { value, _ in
            let hasCode = Place.hasCode(value)
            if hasCode || place == nil { place = Place(value: value) }
            return hasCode
        }
        return place ?? Place(canonicalName: string(tokens), code: nil)
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
