import Foundation
import Kenali
import Testing

@testable import KenaliLexicon

/// The registry of persons as data, and its questions.
@Suite("Registry of persons")
struct PersonRegistryTests {
    private let registry = PersonRegistry.builtIn

    private static let folder = Project.folder.appending(path: "Sources/KenaliData/Lexicon")

    /// The rows of a table, each by its columns.
    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let head = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
    }

    @Test("Ids are unique, and so are names and forms that are not marked as common")
    func names() {
        #expect(registry.persons.count >= 1500)
        #expect(Set(registry.persons.map(\.id)).count == registry.persons.count)
        var owners: [UInt64: String] = [:]
        for person in registry.persons {
            #expect(person.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(person.id)")
            let names = (person.isCommonName ? [] : [person.name]) + person.forms.filter { !$0.isCommon }.map(\.text)
            for name in names {
                let key = PersonName(name).key
                // "George Bush" and "George W. Bush" differ by an initial: the office tells, or nobody is meant.
                let hasInitial = name.split(separator: " ").contains {
                    $0.count == 1 || $0.count == 2 && $0.last == "."
                }
                if let owner = owners[key], owner != person.id, !hasInitial {
                    Issue.record("\(name): \(owner) and \(person.id)")
                }
                owners[key] = person.id
            }
        }
    }

    @Test("Terms are of persons and offices that there are, of regions of the right kind, in the time of the ministry")
    func terms() throws {
        let ids = Set(registry.persons.map(\.id))
        let regions = Dictionary(
            try Self.rows("regions.tsv").map { ($0["code"] ?? "", $0["class"] ?? "") },
            uniquingKeysWith: { first, _ in first })
        let countries = Set(try Self.rows("countries.tsv").compactMap { $0["code"] })
        let parties = Set(
            try Self.rows("public-offices.tsv").filter { $0["of"] == "party name" }.compactMap { $0["id"] })
        for row in try Self.rows("offices-held.tsv") {
            let office = row["office"] ?? ""
            #expect(ids.contains(row["person"] ?? ""), "\(row)")
            let kind = try #require(registry.office(office), "\(office)")
            let of = String(office.drop { $0 != ":" }.dropFirst())
            switch kind.scope {
            case .none: #expect(of.isEmpty, "\(office)")
            case .ministry:
                let ministry = try #require(MinistryRegistry.builtIn[of], "\(office)")
                if let until = row["until"], !until.isEmpty, let since = ministry.since {
                    #expect(until >= since, "\(row): before the ministry")
                }
                if let since = row["since"], !since.isEmpty, let until = ministry.until {
                    #expect(since <= until || since.hasPrefix(until), "\(row): after the ministry")
                }
            case .province, .regency, .city: #expect(regions[of] == kind.scope.rawValue, "\(office)")
            case .country: #expect(countries.contains(of), "\(office)")
            case .party: #expect(parties.contains(of), "\(office)")
            }
        }
    }

    @Test("Dates are ISO dates, months or years, in order")
    func dates() {
        let form = /\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?/
        for person in registry.persons {
            for term in person.terms {
                for date in [term.since, term.until].compactMap(\.self) {
                    #expect(date.wholeMatch(of: form) != nil, "\(person.id): \(date)")
                }
                guard let since = term.since, let until = term.until else { continue }
                let length = min(since.count, until.count)
                #expect(since.prefix(length) <= until.prefix(length), "\(person.id): \(since) – \(until)")
            }
        }
    }

    /// The cabinets since 1998, from the oath of the first minister to the end of the last one's term.
    private static let cabinets = [
        ("1998-03-16", "1998-05-21"), ("1998-05-23", "1999-10-20"), ("1999-10-29", "2001-08-09"),
        ("2001-08-10", "2004-10-20"), ("2004-10-21", "2009-10-20"), ("2009-10-22", "2014-10-20"),
        ("2014-10-27", "2019-10-20"), ("2019-10-23", "2024-10-20"), ("2024-10-21", PersonRegistry.asOf),
    ]

    @Test("The terms of ministers since 1998 begin and end within a cabinet")
    func cabinets() {
        func isInside(_ date: String) -> Bool {
            Self.cabinets.contains { first, last in
                first.prefix(date.count) <= date && date <= last.prefix(date.count)
            }
        }
        var count = 0
        for person in registry.persons {
            for term in person.terms where term.office.hasPrefix("minister:") || term.office.hasPrefix("vice_minister:")
            {
                guard let since = term.since, (term.until ?? "9999") >= "1998-03-16" else { continue }
                count += 1
                #expect(since < "1998-03-16" || isInside(since), "\(person.id): \(since)")
                #expect(term.until.map(isInside) ?? true, "\(person.id): \(term.until ?? "")")
            }
        }
        #expect(count > 450)
    }

    @Test("An office has one holder at a time, but for those who act and offices that are shared")
    func holders() {
        let offices = Set(registry.persons.flatMap(\.terms).map(\.office))
        #expect(offices.count > 700)
        for office in offices where !(registry.office(office)?.isShared ?? true) {
            let terms = registry.holdings(ofOffice: office).filter { !$0.term.isActing && $0.term.since != nil }
                .sorted { ($0.term.since ?? "") < ($1.term.since ?? "") }
            for (first, second) in zip(terms, terms.dropFirst()) {
                let until = first.term.until ?? "9999"
                let since = second.term.since ?? ""
                let length = min(until.count, since.count)
                #expect(
                    until.prefix(length) <= since.prefix(length), "\(office): \(first.person.id), \(second.person.id)")
            }
        }
    }

    @Test(
        "Who held an office on a day",
        arguments: [
            ("Mensos", "2024-12-27", "saifullah-yusuf"), ("Menteri Sosial", "2022-01-01", "tri-rismaharini"),
            ("Presiden RI", "2005-06-01", "susilo-bambang-yudhoyono"), ("presiden", "1999-12-01", "abdurrahman-wahid"),
            ("Gubernur Jawa Barat", "2020-02-02", "ridwan-kamil"), ("Gubernur Jabar", "2025-05-05", "dedi-mulyadi"),
            ("Wali Kota Bandung", "2015-01-01", "ridwan-kamil"), ("Bupati Purwakarta", "2012-01-01", "dedi-mulyadi"),
            ("Kapolri", "2017-01-01", "tito-karnavian"), ("Ketua KPK", "2020-06-01", "firli-bahuri"),
            ("Ketua DPR RI", "2016-06-01", "ade-komarudin"), ("governor:31", "2016-01-01", "basuki-tjahaja-purnama"),
            ("Menteri Sosial", "2009-10-25", "salim-segaf-al-jufri"), ("PM Malaysia", "2023-01-01", "anwar-ibrahim"),
            ("Presiden AS", "2006-01-01", "george-w-bush"), ("Ketua Umum Golkar", "2016-12-01", "setya-novanto"),
            ("Mentan", "2023-10-15", "arief-prasetyo-adi"),
        ])
    func holder(title: String, day: String, id: String) {
        #expect(registry.holder(ofTitle: title, on: day)?.id == id)
    }

    @Test("What is no office of the registry, or shared, or before all that it knows, has no holder")
    func nobody() {
        #expect(registry.holder(ofTitle: "Staf Khusus Mensos", on: "2024-12-27") == nil)
        #expect(registry.holder(ofTitle: "Menteri Keuangan Malaysia", on: "2024-12-27") == nil)
        #expect(registry.holder(ofTitle: "Wakil Ketua KPK", on: "2024-12-27") == nil)
        #expect(registry.holder(ofTitle: "Presiden RI", on: "1930-01-01") == nil)
        #expect(registry.holdings(ofTitle: "Wakil Ketua KPK", on: "2025-01-01").count > 3)
    }

    @Test(
        "Persons by their names, whatever the spelling",
        arguments: [
            ("Gus Ipul", "saifullah-yusuf"), ("SBY", "susilo-bambang-yudhoyono"), ("Sukarno", "soekarno"),
            ("M. Tito Karnavian", "tito-karnavian"), ("MUHAMMAD TITO KARNAVIAN", "tito-karnavian"),
            ("Djoko Widodo", "joko-widodo"), ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
            ("Ma’ruf Amin", "maruf-amin"), ("Edi Soeparno", "eddy-soeparno"),
        ])
    func entries(name: String, id: String) {
        #expect(registry.entries(named: name).map(\.id) == [id])
    }

    @Test("Several persons of one name; of a day, who was in office")
    func namesakes() {
        #expect(registry.entries(named: "Bush").count == 2)
        #expect(registry.entries(named: "Bush", on: "2005-01-01").map(\.id) == ["george-w-bush"])
        #expect(registry.entries(named: "Nobody At All").isEmpty)
    }
}
