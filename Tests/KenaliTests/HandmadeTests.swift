import Foundation
import Kenali
import Testing

/// What whoever depends on Kenali can make for tests of their own: nothing here sees more than the public names.
@Suite("Results made by hand")
struct HandmadeTests {
    /// Stored as JSON and read back.
    private func restored<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test("Results can be made by hand, for tests of one's own")
    func byHand() {
        let mention = Mention(
            utf8Range: 0..<3, detail: .organization(Organization(canonicalName: "Komisi Pemberantasan Korupsi")),
            rule: "mine", entity: 0)
        let entity = Entity(
            id: 0, kind: .organization, name: "Komisi Pemberantasan Korupsi", aliases: ["KPK"], mentions: [0])
        let extraction = Extraction(mentions: [mention], entities: [entity])
        #expect(extraction.description == "1 mention of 1 entity")
        #expect(entity.description == "organization Komisi Pemberantasan Korupsi = KPK")
        #expect(extraction.mentions(of: entity) == [mention])
    }

    @Test("Values of dates, times and durations, with all that a text may say of them")
    func values() throws {
        let day = try #require(CalendarDate(year: 2025, month: 3, day: 1))
        let moment = try #require(CalendarComponents("2025-03-01T10:30+07:00"))
        var quarter = CalendarComponents(granularity: .quarter)
        (quarter.year, quarter.quarter) = (2025, 3)
        let values = [
            TemporalValue(
                .point(CalendarComponents(day)), modifier: .start, zone: "+07:00", issues: [.weekday],
                hijri: HijriDate(year: 1446, month: 9, day: 1), companion: 1, moment: .point(moment)),
            TemporalValue(.point(quarter)),
            TemporalValue(
                .duration(
                    CalendarDuration(parts: [
                        CalendarDuration.Part(amount: 2.5, unit: .year), CalendarDuration.Part(amount: 3, unit: .hour),
                    ]))),
        ]
        #expect(values.map(\.value) == ["2025-03-01", "2025-Q3", "P2.5YT3H"])
        #expect(values[0].isInconsistent && values[0].hijri?.description == "1446-09-01")
        let mentions = values.enumerated().map { index, value in
            Mention(utf8Range: index..<index + 1, detail: index == 2 ? .duration(value) : .date(value), rule: "mine")
        }
        #expect(try restored(Extraction(mentions: mentions)).mentions == mentions)
    }

    @Test("An entity of a corpus")
    func indexed() throws {
        let entity = IndexedEntity(
            kind: .person, key: "person:saifullah-yusuf", name: "Saifullah Yusuf",
            aliases: [IndexedEntity.Name("Gus Ipul", count: 2)], count: 3, documentCount: 2,
            months: [IndexedEntity.Month("2025-10", count: 3)],
            offices: [IndexedEntity.Term(title: "Menteri Sosial", count: 2, first: "2025-10-01", last: "2025-10-21")],
            companions: [IndexedEntity.Companion(key: "ministry:kemensos", name: "Kementerian Sosial", count: 2)],
            joinedBy: [IndexedEntity.Join(name: "ipul", evidence: .office, count: 1)])
        #expect(try restored(entity) == entity)
        let stored = String(decoding: try JSONEncoder().encode(entity), as: UTF8.self)
        for key in ["documents", "with", "joined_by", "by"] { #expect(stored.contains("\"\(key)\":")) }
    }

    @Test("An explanation is a value, as what it explains")
    func explanation() throws {
        let own = Explanation(
            words: [Explanation.Word(text: "Ipul", classes: ["given"], utf8Range: 0..<4)],
            proposals: [
                Explanation.Proposal(
                    kind: .person, rule: "mine", utf8Range: 0..<4, weight: 90, value: 90, stands: true),
                Explanation.Proposal(
                    kind: nil, rule: "other.mine", utf8Range: 0..<4, weight: 80, value: 80, stands: false,
                    lostAgainst: 0),
            ])
        #expect(try restored(own) == own)
        let found = Extractor().explain("Menteri Sosial Gus Ipul tiba.")
        #expect(try restored(found) == found && found.hashValue == found.hashValue)
        #expect(found.proposals.contains { $0.kind == .person && $0.stands })
    }
}
