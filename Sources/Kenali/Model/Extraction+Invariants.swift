extension Extraction {
    /// What is wrong with the extraction of a text, nil when all of this holds: mentions in order, on boundaries of
    /// characters, none empty; entities without overlap, acronyms without overlap, each of these inside an entity or
    /// outside; names inside their mentions; entities, mentions and the glossary pointing at each other.
    ///
    /// Checked for each text in debug builds, and by the tests that make texts up.
    /// - Complexity: O(*m*), *m* the number of mentions.
    package func brokenInvariant(in text: String) -> String? {
        brokenPlace(in: text) ?? brokenLayer() ?? brokenLink()
    }

    private func brokenPlace(in text: String) -> String? {
        let bytes = text.utf8Span.span
        func isBoundary(_ offset: Int) -> Bool {
            offset == bytes.count || (0..<bytes.count).contains(offset) && bytes[offset] & 0xC0 != 0x80
        }
        for (index, mention) in mentions.enumerated() {
            let range = mention.utf8Range
            guard !range.isEmpty, isBoundary(range.lowerBound), isBoundary(range.upperBound) else {
                return "mention \(index) is at no characters: \(range)"
            }
            if case .person(let person) = mention.detail {
                let name = person.nameUTF8Range
                guard !name.isEmpty, isBoundary(name.lowerBound), isBoundary(name.upperBound),
                    range.lowerBound <= name.lowerBound, name.upperBound <= range.upperBound
                else { return "the name of mention \(index) is outside of it: \(name)" }
            }
        }
        return nil
    }

    private func brokenLayer() -> String? {
        var entity = 0..<0
        var acronym = 0..<0
        var last: Mention?
        for (index, mention) in mentions.enumerated() {
            let range = mention.utf8Range
            if let last {
                let isInOrder =
                    (last.utf8Range.lowerBound, -last.utf8Range.count, last.kind == .acronym ? 1 : 0)
                    < (range.lowerBound, -range.count, mention.kind == .acronym ? 1 : 0)
                guard isInOrder else { return "mention \(index) is out of order" }
            }
            last = mention
            if mention.kind == .acronym {
                guard acronym.upperBound <= range.lowerBound else { return "acronym \(index) overlaps another" }
                guard entity.upperBound <= range.lowerBound || range.upperBound <= entity.upperBound else {
                    return "acronym \(index) crosses the end of an entity"
                }
                acronym = range
            } else {
                guard entity.upperBound <= range.lowerBound else { return "entity \(index) overlaps another" }
                guard acronym.upperBound <= range.lowerBound else {
                    return "an acronym holds the start of entity \(index)"
                }
                entity = range
            }
        }
        return nil
    }

    private func brokenLink() -> String? {
        for (index, entity) in entities.enumerated() {
            guard entity.id == index, !entity.mentions.isEmpty, entity.mentions == entity.mentions.sorted() else {
                return "entity \(index) has another number, or mentions out of order"
            }
            guard entity.mentions.allSatisfy({ mentions.indices.contains($0) && mentions[$0].entity == index }) else {
                return "entity \(index) claims mentions that are not its own"
            }
        }
        let linked = entities.reduce(0) { $0 + $1.mentions.count }
        guard linked == mentions.count(where: { $0.entity != nil }) else { return "an entity lacks a mention" }
        for entry in glossary {
            guard entry.mentions.allSatisfy({ mentions.indices.contains($0) && mentions[$0].kind == .acronym }) else {
                return "the glossary names what is no acronym"
            }
        }
        for (index, mention) in mentions.enumerated() {
            guard let companion = mention.temporalValue?.companion else { continue }
            guard mentions.indices.contains(companion), mentions[companion].temporalValue?.companion == index else {
                return "the companion of mention \(index) has another"
            }
        }
        return nil
    }
}
