import KenaliLexicon
import KenaliText

/// Reads offices that are none of a ministry: "mantan Wakil Gubernur Jawa Barat", "Ketua Umum PSSI".
extension OfficeReader {
    /// The most tokens of a body's or place's name in a role.
    private static let longestName = 14

    /// The office that a role, or one of two joined in it, is; nil when it begins with no office.
    func otherOffice(in part: Range<Int>, _ role: String) -> Office? {
        var office = Office(title: role, position: .official)
        var isDeputy = false
        var index = part.lowerBound
        var head: Range<Int>?
        while index < part.upperBound, head == nil {
            if let end = endOfHead(at: index, part.upperBound, role) {
                head = index..<end
                break
            }
            let (value, end) = word(at: index)
            switch value {
            case "former": office.isFormer = true
            case "acting": office.isActing = true
            case "coming": office.isComing = true
            case "deputy": isDeputy = true
            default:
                // The full stop of "Plt."
                guard text.tokens[index].shape.contains(.word) == false else { return nil }
            }
            index = end
        }
        guard let head else { return nil }
        office.position = Office.Position(rawValue: (isDeputy ? "Wakil " : "") + written(head, role))
        readLimits(head.upperBound..<part.upperBound, role, &office)
        return office
    }

    /// Where the word of an office ends that begins at a token: the longest of the lists, but not in a body's or a country's
    /// name ("Kepala" of "Kepala Dinas Sosial Kota Bandung", "Presiden" of "Presiden RI").
    private func endOfHead(at start: Int, _ limit: Int, _ role: String) -> Int? {
        guard let longest = text.endOfEntry(at: start, in: classes.officeWord), longest <= limit else { return nil }
        for end in start + 1..<max(longest, start + 1) where text.isEntry(start..<end, in: classes.officeWord) {
            if text.isEntry(end..<longest, in: classes.place) { return end }
            if let (thing, last) = thing(at: end, limit, role), thing.kind == .organization, last >= longest {
                return end
            }
        }
        return longest
    }

    /// The word of an office written out, each word with a capital: "Wakil Gubernur" of "wagub".
    private func written(_ head: Range<Int>, _ role: String) -> String {
        let short = text.values(of: head, in: classes.acronym, lexicon).first
        return (short ?? string(head, role)).split(separator: " ").map { word in
            word.first.map {
                $0.uppercased()
                    + (word.contains { $0.isLowercase } ? word.dropFirst() : Substring(word.dropFirst().lowercased()))
            } ?? ""
        }.joined(separator: " ")
    }

    /// Reads which body and which place an office is of.
    private func readLimits(_ limits: Range<Int>, _ role: String, _ office: inout Office) {
        var index = limits.lowerBound
        while index < limits.upperBound {
            guard text.tokens[index].shape.contains(.initialUpper) else {
                index += 1
                continue
            }
            if let (thing, end) = thing(at: index, limits.upperBound, role) {
                if thing.kind == .organization, office.body == nil {
                    office.body = thing.name
                    office.bodyEntity = thing.entity
                } else if thing.kind == .location, office.place == nil {
                    office.place = thing.place?.canonicalName
                    office.placeCode = thing.place?.code
                    office.placeEntity = thing.entity
                }
                index = end
            } else if office.place == nil, let end = text.endOfEntry(at: index, in: classes.place),
                end <= limits.upperBound,
                let value = text.values(of: index..<end, in: classes.place, lexicon).first
            {
                let place = Place(value: value)
                office.place = place.canonicalName
                office.placeCode = place.code
                index = end
            } else {
                index += 1
            }
        }
    }

    /// The longest body or place of the document whose name begins at a token, and where the name ends.
    private func thing(at start: Int, _ limit: Int, _ role: String) -> (NamedThing, end: Int)? {
        for end in (start + 1..<min(limit, start + Self.longestName) + 1).reversed() {
            if let thing = named[string(start..<end, role).lowercased()] { return (thing, end) }
        }
        return nil
    }

    private func string(_ tokens: Range<Int>, _ role: String) -> String {
        let range =
            Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
        return String(copying: role.utf8Span.span.extracting(range))
    }
}
