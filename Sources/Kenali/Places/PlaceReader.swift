import KenaliLexicon
import KenaliRules
import KenaliText

/// Reads which place some tokens name.
enum PlaceReader {
    /// The word or phrase that tells a place's type, in front of its name.
    struct Head {
        var type: PlaceType
        /// The head written out, where it is a short form: "Jalan" for "Jl.".
        var word: String?
        /// The tokens of the name.
        var name: Range<Int>
    }

    /// The longest head in front of a name.
    static func head(_ tokens: Range<Int>, _ document: borrowing Document) -> Head? {
        let first = tokens.lowerBound
        guard document.starts(first, document.classes.placeHead) else { return nil }
        for index in document.text.phraseIndices(at: first) {
            let end = first + Int(document.text.phrases[index].length)
            guard end < tokens.upperBound, let head = Self.head(first..<end, of: tokens, document) else { continue }
            return head.name.isEmpty ? nil : head
        }
        guard tokens.count > 1, let head = Self.head(first..<first + 1, of: tokens, document) else { return nil }
        return head.name.isEmpty ? nil : head
    }

    /// What the lists say of a head: the type, and behind a blank the word that a short form stands for. Its name is what is
    /// left of some tokens.
    private static func head(_ head: Range<Int>, of tokens: Range<Int>, _ document: borrowing Document) -> Head? {
        let start = document.isMark(head.upperBound, ".") ? head.upperBound + 1 : head.upperBound
        return document.text.withValue(of: head, in: document.classes.placeHead, document.grammar.lexicon) { value in
            var blank = 0
            while blank < value.count, value[blank] != UInt8(ascii: " ") { blank += 1 }
            return Head(
                type: PlaceType(value.extracting(first: blank)),
                word: blank < value.count ? String(copying: value.extracting(blank + 1..<value.count)) : nil,
                name: min(start, tokens.upperBound)..<tokens.upperBound)
        }
    }

    /// The place that some tokens name, by themselves.
    static func place(_ tokens: Range<Int>, _ document: borrowing Document, _ memory: DocumentMemory? = nil) -> Place {
        if let known = listedPlace(tokens, document) { return known }
        if let head = Self.head(tokens, document) {
            if let known = knownPlace(head, document) { return known }
            guard let word = head.word else { return Place(canonicalName: document.string(tokens), code: nil) }
            return Place(canonicalName: "\(word) \(document.string(head.name))", code: nil)
        }
        if let known = smallPlace(tokens, document) { return known }
        let name = memory?.expansion(tokens, document) ?? document.expansion(tokens) ?? document.string(tokens)
        return Place(canonicalName: name, code: nil)
    }

    /// The place that the lists have under a name.
    static func listedPlace(_ tokens: Range<Int>, _ document: borrowing Document) -> Place? {
        knownPlace(tokens, in: document.classes.place, document)
    }

    /// The region of the lists that posts write in small letters, with the word for its type in front or without.
    private static func smallPlace(_ tokens: Range<Int>, _ document: borrowing Document) -> Place? {
        let first = tokens.lowerBound
        guard document.shape(first).contains(.allLower) else { return nil }
        if let known = knownPlace(tokens, in: document.classes.smallRealm, document) { return known }
        let start = document.isMark(first + 1, ".") ? first + 2 : first + 1
        guard start < tokens.upperBound else { return nil }
        let name = start..<tokens.upperBound
        let places = document.text.readings(of: name, in: document.classes.smallRealm, document.grammar.lexicon)
            .map { Place(value: $0.value) }
        let type = document.folded(first).hasPrefix("kab") ? "Kabupaten " : "Kota "
        if let known = places.first(where: { $0.canonicalName.hasPrefix(type) }) { return known }
        // The bare name is the city's where both have it: "kab blitar".
        guard type == "Kabupaten " else { return places.first }
        let regency = document.text.readings(
            of: "kabupaten", before: name, in: document.classes.smallRealm, document.grammar.lexicon)
        return regency.first.map { Place(value: $0.value) } ?? places.first
    }

    /// The place of the lists that has this name, and the type that the word in front of it says.
    private static func knownPlace(_ head: Head, _ document: borrowing Document) -> Place? {
        switch head.type {
        case .province: knownPlace(head.name, in: document.classes.province, document)
        case .state: knownPlace(head.name, in: document.classes.country, document)
        case .regency:
            administrativePlace("Kabupaten", head.name, document) ?? variant("Kabupaten ", head.name, document)
        case .city:
            administrativePlace("Kota", head.name, document) ?? variant("Kota ", head.name, document)
                ?? knownPlace(head.name, in: document.classes.city, document)
        case .district: district(head.name, document)
        default: nil
        }
    }

    /// What the words around a name say: `regency` and `city` by who governs it, `town` by the province behind it,
    /// `quarter` by the town behind it.
    static func place(_ match: RuleMatch, _ document: borrowing Document) -> Place? {
        if let name = document.capture(.district, of: match), name == match.tokens { return district(match, document) }
        if let name = document.capture(.regency, of: match) { return administrativePlace("Kabupaten", name, document) }
        if let name = document.capture(.city, of: match) { return administrativePlace("Kota", name, document) }
        if let name = document.capture(.quarter, of: match) {
            return Place(canonicalName: document.string(name), code: nil)
        }
        guard let name = document.capture(.town, of: match), let province = document.capture(.province, of: match),
            let code = knownPlace(province, in: document.classes.province, document)?.code
        else { return nil }
        let places = [
            knownPlace(name, in: document.classes.town, document), administrativePlace("Kabupaten", name, document),
            administrativePlace("Kota", name, document),
        ]
        return places.lazy.compactMap { $0 }.first { $0.code?.hasPrefix(code + ".") ?? false }
    }

    /// The district that a rule has bound with the region that holds it; nil when that region has none of the name.
    static func district(_ match: RuleMatch, _ document: borrowing Document) -> Place? {
        guard let name = document.capture(.district, of: match), let region = document.capture(.region, of: match)
        else { return nil }
        return place(region, document).code.flatMap { district(name, document, in: $0) }
    }

    /// Whether the region that a rule has bound has a district of the name that it has bound.
    static func hasDistrict(_ match: RuleMatch, _ document: borrowing Document) -> Bool {
        guard let name = document.capture(.district, of: match), let region = document.capture(.region, of: match),
            document.text.isEntry(name, in: document.classes.districtCoded), let code = place(region, document).code
        else { return false }
        let lexicon = document.grammar.lexicon
        return document.text.firstValue(of: name, in: document.classes.districtCoded, lexicon) { value in
            Place.isCode(of: value, inside: code) ? true : nil
        } ?? false
    }

    /// The district of the state's list that has this name: the only one, or that of a region, which is named behind it.
    private static func district(_ name: Range<Int>, _ document: borrowing Document, in region: String? = nil) -> Place?
    {
        let places = document.text.readings(of: name, in: document.classes.districtCoded, document.grammar.lexicon).map
        { Place(value: $0.value) }
        guard let first = places.first else { return nil }
        let found: Place?
        if let region {
            found = places.first { $0.code?.hasPrefix(region + ".") ?? false }
        } else {
            found =
                places.count == 1
                ? first
                : regionCode(behind: name.upperBound, document).flatMap { code in
                    places.first { $0.code?.hasPrefix(code + ".") ?? false }
                }
        }
        return found.map { Place(canonicalName: "Kecamatan \($0.canonicalName)", code: $0.code) }
    }

    /// The most tokens between a district and the region that holds it.
    private static let longestGap = 6

    /// The code of the first regency or city that is named right behind a place, or of a province.
    private static func regionCode(behind token: Int, _ document: borrowing Document) -> String? {
        for index in token..<min(document.tokenCount, token + longestGap) {
            for kind in [document.classes.town, document.classes.province] {
                guard let end = document.text.endOfEntry(at: index, in: kind) else { continue }
                let head = index > token && document.has(index - 1, document.classes.placeHead) ? index - 1 : index
                if let code = place(head..<end, document).code { return code }
            }
        }
        return nil
    }

    /// The regency or city that a name in another spelling is of: "Kabupaten Gunung Kidul".
    private static func variant(_ word: String, _ name: Range<Int>, _ document: borrowing Document) -> Place? {
        document.text.readings(of: name, in: document.classes.town, document.grammar.lexicon).lazy.map {
            Place(value: $0.value)
        }
        .first { $0.code != nil && $0.canonicalName.hasPrefix(word) }
    }

    /// The regency or city that the lists have behind the word for its type: each of the state's has a code, and what a user adds
    /// comes behind them.
    private static func administrativePlace(_ word: StaticString, _ name: Range<Int>, _ document: borrowing Document)
        -> Place?
    {
        document.text.readings(of: word, before: name, in: document.classes.town, document.grammar.lexicon).first
            .map { Place(value: $0.value) }
    }

    private static func knownPlace(_ tokens: Range<Int>, in kinds: WordClasses, _ document: borrowing Document)
        -> Place?
    {
        guard document.text.isEntry(tokens, in: kinds) else { return nil }
        // The first reading with a code, else the first.
        var place: Place?
        document.text.visitValues(of: tokens, in: kinds, document.grammar.lexicon) { value, _ in
            let hasCode = Place.hasCode(value)
            if hasCode || place == nil { place = Place(value: value) }
            return hasCode
        }
        return place ?? Place(canonicalName: document.string(tokens), code: nil)
    }

    /// The usual name of a country.
    static func countryName(_ tokens: Range<Int>, _ document: borrowing Document) -> String? {
        knownPlace(tokens, in: document.classes.country, document)?.canonicalName
    }
}
