import KenaliStorage

/// Reads which office of public life a title is: "Mensos", "Plt. Gubernur Jabar", "mantan Presiden ke-6 RI".
package struct OfficeTitles: Sendable {
    /// What a title says.
    package struct Reading: Sendable, Hashable {
        /// The ids of the offices that it may be: several when ministries of different times had the same title.
        package var offices: [String]
        /// Kinds of offices, where the text does not say of what: "Presiden", "Gubernur".
        package var kinds: [String] = []
        /// "mantan"
        package var isFormer = false
        /// "Plt.", "Pj."
        package var isActing = false
        /// "calon", "terpilih"
        package var isComing = false
    }

    /// Titles, the words in small letters with a blank between, in the order of their bytes.
    private let phrases: PackedTexts
    /// The offices that each phrase names whole, and where those of each start.
    private let officeIDs: PackedTexts
    private let officeStarts: PackedTable
    /// Offices of a province, a country or the like, which stands behind the phrase: their places among the offices.
    private let heads: PackedTable
    private let headStarts: PackedTable
    /// The ids of what has a name: "city", a tab and "bandung" give "32.73".
    private let places: PackedTexts
    private let placeIDs: PackedTexts
    /// The usual name of what has an id: of "city", a tab and "32.73".
    private let ids: PackedTexts
    private let names: PackedTexts
    /// The most words of a phrase.
    private let longest: Int
    private let offices: PublicOffices

    init(_ image: Image, _ offices: PublicOffices) {
        phrases = image.texts("titles.phrases")
        officeIDs = image.texts("titles.offices")
        officeStarts = image.table("titles.officeStarts")
        heads = image.table("titles.heads")
        headStarts = image.table("titles.headStarts")
        places = image.texts("titles.places")
        placeIDs = image.texts("titles.placeIDs")
        ids = image.texts("titles.ids")
        names = image.texts("titles.names")
        let bounds = image.table("titles.longest")
        longest = bounds.count > 0 ? bounds[0] : 1
        self.offices = offices
    }

    /// The usual name of what an office is of.
    func name(of id: String, in scope: PublicOffice.Scope) -> String? {
        ids.firstIndex(ofSorted: "\(scope.rawValue)\t\(id)".utf8Span.span).map { names.string($0) }
    }

    /// The usual name of a place that offices are of, by any of its names in small letters: of "dki" that of Jakarta.
    package func usualName(of name: String, in scope: PublicOffice.Scope) -> String? {
        places.firstIndex(ofSorted: "\(scope.rawValue)\t\(name)".utf8Span.span)
            .flatMap { self.name(of: placeIDs.string($0), in: scope) }
    }

    // MARK: - Reading

    /// The offices of a role: two of "Menko Perekonomian sekaligus Ketua Umum Golkar", none of "Staf Khusus Mensos".
    ///
    /// - Complexity: O(*n*), *n* the length of the role.
    package func readings(of role: String) -> [Reading] {
        let words = TitleWords(role)
        guard words.count <= 40 else { return [] }
        var found: [Reading] = []
        var current = Reading(offices: [])
        var isOther = false
        var index = 0
        while index < words.count {
            if !isOther, let office = office(in: words, at: index) {
                current.offices = office.offices
                current.kinds = office.kinds
                index = office.end
                while index < words.count, take(words.meaning(index), &current) || words.isFiller(index) { index += 1 }
                // "Menteri Keuangan Malaysia", "Presiden Direktur": what goes on is another office.
                if index == words.count || words.meaning(index) == .joint {
                    found.append(current)
                } else {
                    isOther = true
                }
                current.offices = []
                current.kinds = []
                continue
            }
            if words.meaning(index) == .joint {
                current = Reading(offices: [])
                isOther = false
            } else if !take(words.meaning(index), &current), !words.isFiller(index) {
                isOther = true
            }
            index += 1
        }
        return found
    }

    /// What stands at a word, and where it ends.
    private struct Found {
        var offices: [String]
        var kinds: [String] = []
        var end: Int
    }

    /// The office at a word, by the longest title that stands there.
    private func office(in words: TitleWords, at start: Int) -> Found? {
        for title in words.phrases(at: start, atMost: longest, in: phrases).reversed() {
            let (phrase, end) = (title.text, title.end)
            let heads = headStarts[phrase]..<headStarts[phrase + 1]
            if let found = place(of: heads, in: words, from: end) { return found }
            let whole = (officeStarts[phrase]..<officeStarts[phrase + 1]).map { officeIDs.string($0) }
            if !whole.isEmpty { return Found(offices: whole, end: end) }
            guard !heads.isEmpty else { continue }
            return bare(heads.map { offices.id(self.heads[$0]) }, in: words, from: end)
        }
        return nil
    }

    /// The office of a place, which is named right behind the head: by the longest name that stands there.
    private func place(of heads: Range<Int>, in words: TitleWords, from start: Int) -> Found? {
        var found: Found?
        for head in heads {
            let scope = Array("\(offices.scope(self.heads[head]).rawValue)\t".utf8)
            let names = words.phrases(at: start, atMost: longest, in: places, behind: scope)
            guard let name = names.last, name.end >= found?.end ?? 0 else { continue }
            let office = "\(offices.id(self.heads[head])):\(placeIDs.string(name.text))"
            if found?.end == name.end {
                found?.offices.append(office)
            } else {
                found = Found(offices: [office], end: name.end)
            }
        }
        return found
    }

    /// An office without its place. A president is Indonesia's, the seventh for sure.
    private func bare(_ heads: [String], in words: TitleWords, from start: Int) -> Found {
        var end = start
        while end < words.count, words.isOrdinal(end) { end += 1 }
        let ids = heads.filter { $0 == "president" || $0 == "vice_president" }.map { "\($0):ID" }
        return Found(offices: ids, kinds: end > start ? [] : heads, end: end)
    }

    /// Takes a word that says how an office is held.
    private func take(_ word: TitleWords.Meaning?, _ reading: inout Reading) -> Bool {
        switch word {
        case .former: reading.isFormer = true
        case .acting: reading.isActing = true
        case .coming: reading.isComing = true
        default: return false
        }
        return true
    }
}
