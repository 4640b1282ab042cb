import KenaliLexicon
import KenaliText

/// Reads offices that are none of a ministry: "mantan Wakil Gubernur Jawa Barat", "Ketua Umum PSSI".
extension OfficeReader {
    /// The office that a part of a role is; nil when it begins with no office.
    func otherOffice(
        in part: Range<Int>, of role: Range<Int>, _ title: String, _ document: borrowing Document
    ) -> Office? {
        var office = Office(title: title, position: .official)
        var isDeputy = false
        var index = part.lowerBound
        var head: Range<Int>?
        while index < part.upperBound, head == nil {
            if let end = endOfHead(at: index, part.upperBound, role, document) {
                head = index..<end
                break
            }
            let (manner, end) = document.officeManner(at: index, before: role.upperBound)
            switch manner {
            case .former: office.isFormer = true
            case .acting: office.isActing = true
            case .coming: office.isComing = true
            case .deputy: isDeputy = true
            case nil:
                // The full stop of "Plt."
                guard !document.shape(index).contains(.word) else { return nil }
            }
            index = end
        }
        guard let head else { return nil }
        office.position = Office.Position(rawValue: (isDeputy ? "Wakil " : "") + written(head, document))
        readLimits(head.upperBound..<part.upperBound, of: role, document, &office)
        return office
    }

    /// Where the word of an office ends that begins at a token: the longest of the lists, but not in a body's or a country's
    /// name ("Kepala" of "Kepala Dinas Sosial Kota Bandung", "Presiden" of "Presiden RI").
    private func endOfHead(
        at start: Int, _ limit: Int, _ role: Range<Int>, _ document: borrowing Document
    ) -> Int? {
        guard
            let longest = document.text.endOfEntry(
                at: start, in: document.classes.officeWord, before: role.upperBound), longest <= limit
        else { return nil }
        for end in start + 1..<max(longest, start + 1)
        where document.text.isEntry(start..<end, in: document.classes.officeWord) {
            if document.text.isEntry(end..<longest, in: document.classes.place) { return end }
            if let (thing, last) = thing(at: end, before: limit, document), thing.kind == .organization,
                last >= longest
            {
                return end
            }
        }
        return longest
    }

    /// The word of an office written out, each word with a capital: "Wakil Gubernur" of "wagub".
    private func written(_ head: Range<Int>, _ document: borrowing Document) -> String {
        let text = document.value(head, in: document.classes.acronym) ?? document.string(head)
        return text.utf8.allSatisfy { $0 < 0x80 } ? Self.capitalized(text) : Self.capitalizedSlowly(text)
    }

    /// A text of ASCII letters, each word with a capital; words all in capitals keep only that.
    private static func capitalized(_ text: String) -> String {
        let letters = text.utf8Span.span
        var written: [UInt8] = []
        written.reserveCapacity(letters.count)
        var start = 0
        for end in 0..<letters.count + 1 where end == letters.count || letters[end] == UInt8(ascii: " ") {
            if end > start {
                if !written.isEmpty { written.append(UInt8(ascii: " ")) }
                let word = letters.extracting(start..<end)
                let isMixed = word.indices.contains { word[$0] &- 0x61 < 26 }
                for index in word.indices {
                    let byte = word[index]
                    let isLetter = byte | 0x20 &- 0x61 < 26
                    written.append(!isLetter || index > 0 && isMixed ? byte : index == 0 ? byte & ~0x20 : byte | 0x20)
                }
            }
            start = end + 1
        }
        return String(copying: written.span)
    }

    private static func capitalizedSlowly(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.first.map {
                $0.uppercased()
                    + (word.contains { $0.isLowercase } ? word.dropFirst() : Substring(word.dropFirst().lowercased()))
            } ?? ""
        }.joined(separator: " ")
    }

    /// Reads which body and which place an office is of.
    private func readLimits(
        _ limits: Range<Int>, of role: Range<Int>, _ document: borrowing Document, _ office: inout Office
    ) {
        var index = limits.lowerBound
        while index < limits.upperBound {
            guard document.shape(index).contains(.initialUpper) else {
                index += 1
                continue
            }
            if let (thing, end) = thing(at: index, before: limits.upperBound, document) {
                if thing.kind == .organization, office.body == nil {
                    office.body = thing.name
                    office.bodyEntity = thing.entity
                } else if thing.kind == .location, office.place == nil {
                    office.place = thing.place?.canonicalName
                    office.placeCode = thing.place?.code
                    office.placeEntity = thing.entity
                }
                index = end
            } else if office.place == nil,
                let end = document.text.endOfEntry(at: index, in: document.classes.place, before: role.upperBound),
                end <= limits.upperBound, let value = document.value(index..<end, in: document.classes.place)
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
}
