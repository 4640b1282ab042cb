import Foundation
import Kenali
import KenaliText
import Testing

@testable import KenaliLexicon

/// The registry of ministries as data, and its calls.
@Suite("Registry of ministries")
struct MinistryRegistryTests {
    private let registry = MinistryRegistry.builtIn

    // MARK: Data

    @Test("Ids are unique, names are there, and a row says no name twice")
    func ids() {
        #expect(Set(registry.ministries.map(\.id)).count == registry.ministries.count)
        for ministry in registry.ministries {
            #expect(!ministry.name.isEmpty && !ministry.id.isEmpty)
            let names = ([ministry.name] + ministry.forms).map { $0.lowercased() }
            #expect(Set(names).count == names.count, "\(ministry.id)")
            for titles in [ministry.ministerTitles, ministry.viceMinisterTitles] {
                #expect(Set(titles).count == titles.count, "\(ministry.id)")
            }
        }
    }

    @Test("Dates are days or years, in order")
    func dates() {
        for ministry in registry.ministries {
            for date in [ministry.since, ministry.until].compactMap(\.self) {
                #expect(date.wholeMatch(of: #/\d{4}(-\d\d-\d\d)?/#) != nil, "\(ministry.id): \(date)")
            }
            if let since = ministry.since, let until = ministry.until { #expect(since <= until, "\(ministry.id)") }
        }
    }

    @Test("Predecessors and successors exist, say each other, and do not overlap")
    func links() {
        for ministry in registry.ministries {
            for id in ministry.predecessors {
                #expect(registry[id]?.successors.contains(ministry.id) == true, "\(ministry.id) names \(id)")
            }
            for id in ministry.successors {
                #expect(registry[id]?.predecessors.contains(ministry.id) == true, "\(ministry.id) names \(id)")
                guard let since = registry[id]?.since, let until = ministry.until else { continue }
                #expect(until <= since || until.hasPrefix(since), "\(ministry.id) ended after \(id) began")
            }
            #expect(!registry.ancestors(of: ministry.id).contains { $0.id == ministry.id }, "\(ministry.id)")
        }
    }

    @Test("No two ministries that are in force on one day share a name")
    func ambiguity() {
        var byName: [String: [Ministry]] = [:]
        for ministry in registry.ministries where !ministry.isAgency {
            for name in [ministry.name] + ministry.forms { byName[name.lowercased(), default: []].append(ministry) }
        }
        for (name, ministries) in byName {
            for (index, one) in ministries.enumerated() {
                for other in ministries[(index + 1)...] {
                    let apart =
                        one.until.map { until in other.since.map { until < $0 } ?? false } ?? false
                        || other.until.map { until in one.since.map { until < $0 } ?? false } ?? false
                    #expect(apart, "\(name): \(one.id), \(other.id)")
                }
            }
        }
    }

    @Test("No name is an ordinary word")
    func ordinaryWords() throws {
        let file = DataFolder.url.appending(path: "Lexicon/common-words.tsv")
        let words = Set(
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
                .map { $0.prefix { $0 != "\t" }.lowercased() })
        for ministry in registry.ministries {
            for name in ministry.names where words.contains(name.lowercased()) {
                // What has capitals alone is not the word.
                #expect(name == name.uppercased() && name.count > 1, "\(ministry.id): \(name)")
            }
        }
    }

    @Test("Ministries of today have a minister's title; only agencies are no ministries")
    func titles() {
        for ministry in registry.ministries {
            if ministry.until == nil { #expect(!ministry.ministerTitles.isEmpty, "\(ministry.id)") }
            let heads = ["Kementerian ", "Departemen ", "Kantor Menteri ", "Sekretariat Negara"]
            #expect(heads.contains { ministry.name.hasPrefix($0) } != ministry.isAgency, "\(ministry.id)")
        }
        // The cabinet as it was sworn in; what comes later changes nothing of it.
        let cabinet = registry.ministries.filter { $0.isInForce(on: "2025-01-15") && !$0.isAgency }
        #expect(cabinet.count == 48)
        #expect(cabinet.count { $0.name.hasPrefix("Kementerian Koordinator") } == 7)
    }

    // MARK: Calls

    @Test("A ministry by its id")
    func lookup() {
        #expect(registry["kemensos"]?.name == "Kementerian Sosial")
        #expect(registry["kemensos"]?.ministerTitles.contains("Mensos") == true)
        #expect(registry["kemenbahagia"] == nil)
    }

    @Test("What came before and after")
    func history() {
        #expect(
            Set(registry.successors(of: "kemendikbudristek").map(\.id)) == [
                "kemendikdasmen", "kemendiktisaintek", "kemenbud",
            ])
        #expect(registry.predecessors(of: "kemendikbudristek").map(\.id) == ["kemendikbud", "kemenristek"])
        #expect(registry["kemendikbudristek"]?.successors.count == 3)
        #expect(registry.ancestors(of: "kemenlh").map(\.id).starts(with: ["kemenlhk", "kemenlh2014"]))
        #expect(registry.descendants(of: "depkumham").map(\.id).contains("kemenimipas"))
        #expect(registry.successors(of: "kemenbumn").map(\.id) == ["bpbumn"])
        #expect(registry.successors(of: "none").isEmpty && registry.ancestors(of: "none").isEmpty)
    }

    @Test(
        "Which ministry a name means on a day",
        arguments: [
            ("Kementerian Kehutanan", "2025-03-04", "kemenhut"),
            ("Kementerian Kehutanan", "2012-03-04", "kemenhut2014"),
            // Between two times: the last one before.
            ("Kementerian Kehutanan", "2018-03-04", "kemenhut2014"),
            ("Kementerian Kehutanan", "2001-03-04", "kemenhut2014"),
            ("Kemenko Polkam", "2003-03-04", "kemenkopolkam2004"),
            ("Kemenko Polkam", "1999-03-04", "kemenkopolkam2000"),
            ("Departemen Sosial", "1998-03-04", "depsos1999"),
            ("Departemen Sosial", "2006-03-04", "depsos"),
            ("Kementerian Kehutanan", nil, "kemenhut"),
            ("Kementerian BUMN", nil, "kemenbumn"),
        ] as [(String, String?, String)])
    func meaning(_ name: String, _ day: String?, _ id: String) {
        let ids = registry.ministries.filter { ([$0.name] + $0.forms).contains(name) }.map(\.id)
        #expect(registry.meant(among: ids, on: day)?.id == id)
    }

    @Test("A day is in force from the first to the last one, a year as a whole")
    func force() throws {
        let ministry = try #require(registry["kemenpupr"])
        #expect(!ministry.isInForce(on: "2014-10-26") && ministry.isInForce(on: "2014-10-27"))
        #expect(ministry.isInForce(on: "2024-10-20") && !ministry.isInForce(on: "2024-10-21"))
        let old = try #require(registry["depperin1995"])
        #expect(old.isInForce(on: "1995-12-31") && !old.isInForce(on: "1996-01-01"))
    }

    @Test(
        "Entries by any name, whatever its capitals, blanks and marks",
        arguments: [
            ("kemenpan rb", "kemenpanrb"), ("KEMENPAN-RB", "kemenpanrb"), ("Kementerian Sosial RI", "kemensos"),
            ("kementerian hukum & ham", "kemenkumham"), ("Mensos", "kemensos"), ("wakil menteri keuangan", "kemenkeu"),
            ("kementerian sosial republik indonesia", "kemensos"), ("kemendikbudristek", "kemendikbudristek"),
            ("BP BUMN", "bpbumn"),
        ])
    func entries(_ name: String, _ id: String) {
        #expect(registry.entries(named: name).first?.id == id)
    }

    @Test("What a name is to a ministry")
    func kinds() throws {
        let ministry = try #require(registry["kemensos"])
        #expect(ministry.kind(of: "kementerian sosial ri") == .name)
        #expect(ministry.kind(of: "KEMENSOS") == .form)
        #expect(ministry.kind(of: "mensos") == .minister)
        #expect(ministry.kind(of: "Wamensos") == .viceMinister)
        #expect(ministry.kind(of: "Kemenkes") == nil)
        #expect(registry["kkp"]?.kind(of: "kkp") == .form && registry["depsos1999"]?.kind(of: "depsos1999") == .id)
    }

    @Test("Names that are spelt nearly alike, else those that hold the name")
    func nearNames() {
        #expect(registry.nearNames(to: "Kemensoss").first == "Kemensos")
        #expect(registry.nearNames(to: "Mensoss").first == "Mensos")
        #expect(registry.nearNames(to: "perumahan").first == "Kementerian Perumahan dan Kawasan Permukiman")
        #expect(registry.nearNames(to: "Qwertyuiop").isEmpty && registry.nearNames(to: "").isEmpty)
        #expect(registry.entries(named: "").isEmpty && registry.entries(named: "RI").isEmpty)
    }
}
