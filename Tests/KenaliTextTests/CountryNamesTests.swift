import CICU
import Foundation
import Testing

@testable import KenaliText

/// `countries.tsv` against the Indonesian names and the codes of the ICU that is linked.
@Suite("Country names")
struct CountryNamesTests {
    /// Codes of ICU that ISO 3166 only reserves: parts of Spain and of other territories.
    private static let reserved: Set = ["DG", "EA", "IC", "AC", "CP", "CQ", "TA"]

    /// The names of each code in the table.
    private static let table: [String: Set<String>] = {
        let file = Project.folder.appending(path: "Sources/KenaliData/Lexicon/countries.tsv")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
        var table: [String: Set<String>] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count > 2, fields[0].count == 2 else { continue }
            // A question mark says that a form needs context.
            let forms = fields[2].replacing("?", with: "").split(separator: "|").map(String.init)
            table[fields[0], default: []].formUnion([fields[1]] + forms)
        }
        return table
    }()

    private static let assigned: [String] = {
        var codes: [String] = []
        let list = cicu_countries()
        while let code = list[codes.count] { codes.append(String(cString: code)) }
        return codes.filter { !reserved.contains($0) }
    }()

    private static func name(_ code: String) -> String {
        var units = [UInt16](repeating: 0, count: 128)
        let length = cicu_country_name("und_\(code)", "id", &units, 128)
        return String(decoding: units.prefix(Int(length)), as: UTF16.self)
    }

    @Test("ICU's Indonesian name of every country is one of its forms", arguments: assigned)
    func names(_ code: String) throws {
        let forms = try #require(Self.table[code], "\(code) \(Self.name(code)) is missing")
        // Look-ups take both apostrophes for one.
        #expect(forms.contains(Self.name(code).replacing("’", with: "'")), "\(code): \(Self.name(code))")
    }

    @Test("Every code is one of ISO 3166")
    func knownCodes() {
        #expect(Set(Self.table.keys).subtracting(Self.assigned) == [])
        #expect(Self.assigned.count > 240)
    }
}
