import KenaliLexicon
import KenaliRules
import KenaliText

/// Which mentions of a document name the same body, however each writes it.
///
/// Short forms inside a name are spelled out ("Pemkot Bandung" is "Pemerintah Kota Bandung"), places take their official
/// name, and legal forms, brackets and a trailing RI are left out. "Dinas Perhubungan" is the "Dinas Perhubungan Kota
/// Salatiga" of the same text when there is no other.
///
/// It is kept from document to document for its room.
struct BodyNames: Sendable {
    /// The longer name that a name without its seat, or without the body that it is a part of, stands for, by its number.
    private var longer: [Long] = []

    /// The names as they are written, and what is known of each: most mentions repeat one.
    private var written = NameTable()
    private var known: [Known] = []
    /// The numbers of the names by which bodies are mentioned, in order.
    private var mentioned: [Int32] = []
    /// What is being read.
    private var spelled = SpelledName()

    private struct Known {
        /// What the words of a name of several spell; negative before they were read.
        var spelling: NameTable.Number = -1
        /// What it stood for last, and the key of that; negative before it was asked for.
        var canonicalName = ""
        var key: NameTable.Number = -1
    }

    private struct Long: Equatable {
        /// Negative for none.
        var name: NameTable.Number = -1
        /// Whether the body that it is a part of stands behind it, and not a place.
        var isPart = false
    }

    /// Two bodies have the name.
    private static let several = Long(name: -2)

    /// Reads the bodies that a document mentions, in place of those of the document before.
    ///
    /// - Complexity: O(*n*), *n* the number of tokens of the bodies that are mentioned.
    mutating func read(
        _ mentions: [Mention], _ built: BuiltMentions, _ document: borrowing Document, _ names: inout NameTable
    ) {
        longer.removeAll(keepingCapacity: true)
        written.removeAll()
        known.removeAll(keepingCapacity: true)
        mentioned.removeAll(keepingCapacity: true)
        for index in mentions.indices {
            guard case .organization = mentions[index].detail else { continue }
            let tokens = built.tokens(of: index)
            let number = number(of: tokens, document)
            mentioned.append(Int32(number))
            guard tokens.count > 1, known[number].spelling < 0 else { continue }
            spelled.read(tokens, document)
            let name = name(of: 0..<spelled.count, &names)
            known[number].spelling = name
            add(name, upTo: spelled.seat, &names)
            if spelled.parent != spelled.seat { add(name, upTo: spelled.parent, &names) }
        }
    }

    /// The number of a name as it is written.
    private mutating func number(of tokens: Range<Int>, _ document: borrowing Document) -> Int {
        let number = Int(written.number(document.bytes.extracting(document.utf8Range(of: tokens))))
        if number == known.count { known.append(Known()) }
        return number
    }

    /// The number of some words of the name that is being read.
    private func name(of words: Range<Int>, _ names: inout NameTable) -> NameTable.Number {
        names.number(spelled[words])
    }

    /// Adds the body that is being read by the first of its words.
    private mutating func add(_ name: NameTable.Number, upTo end: Int, _ names: inout NameTable) {
        guard end > 0, end < spelled.count else { return }
        let long = Long(name: name, isPart: end == spelled.parent)
        add(long, as: self.name(of: 0..<end, &names))
        // "BP BUMN" is the "Badan Pengaturan BUMN".
        guard end > 1, long.isPart else { return }
        for word in 0..<end { names.write(spelled.initial(word)) }
        names.write(UInt8(ascii: " "))
        names.write(spelled[end..<spelled.count])
        add(long, as: names.take())
    }

    private mutating func add(_ long: Long, as short: NameTable.Number) {
        let short = Int(short)
        if short >= longer.count { longer.append(contentsOf: repeatElement(Long(), count: short + 1 - longer.count)) }
        if longer[short] == Long() {
            longer[short] = long
        } else if longer[short] != long {
            longer[short] = Self.several
        }
    }

    /// The only body that a shorter name stands for.
    private func long(_ short: NameTable.Number) -> Long? {
        guard Int(short) < longer.count, longer[Int(short)].name >= 0 else { return nil }
        return longer[Int(short)]
    }

    /// What is equal for all mentions of a body.
    ///
    /// - Parameters:
    ///   - mention: Which mention of a body it is.
    ///   - long: The long name that it stands for, if it is a short form of one.
    mutating func key(
        _ mention: Int, _ tokens: Range<Int>, long: Range<Int>?, _ canonicalName: String,
        _ document: borrowing Document, _ names: inout NameTable
    ) -> NameTable.Number {
        let number = long.map { self.number(of: $0, document) } ?? Int(mentioned[mention])
        if known[number].key < 0 || known[number].canonicalName != canonicalName {
            known[number].canonicalName = canonicalName
            known[number].key = key(long ?? tokens, number, canonicalName, document, &names)
        }
        return known[number].key
    }

    private mutating func key(
        _ tokens: Range<Int>, _ number: Int, _ canonicalName: String, _ document: borrowing Document,
        _ names: inout NameTable
    ) -> NameTable.Number {
        let key: NameTable.Number
        if tokens.count > 1, document.reads(tokens, canonicalName) {
            if let long = longName(ofAbbreviated: tokens, document, &names) { return long }
            key = spelling(tokens, number, document, &names)
        } else {
            spelled.read(plain: canonicalName)
            key = name(of: 0..<spelled.count, &names)
        }
        guard let long = long(key) else { return key }
        // "KPU" may be the whole, "KPU Kota Bandung" a part of it; a firm is called with its country or without.
        let isWhole =
            !long.isPart && !names[key].isEqual(to: "dewan perwakilan rakyat daerah")
            && document.text.isEntry(tokens, in: document.classes.organization)
        return isWhole && !names[long.name].ends(with: " indonesia") ? key : long.name
    }

    /// What a name of several words spells.
    private mutating func spelling(
        _ tokens: Range<Int>, _ number: Int, _ document: borrowing Document, _ names: inout NameTable
    ) -> NameTable.Number {
        if known[number].spelling < 0 {
            spelled.read(tokens, document)
            known[number].spelling = name(of: 0..<spelled.count, &names)
        }
        return known[number].spelling
    }

    /// The body whose first words are initials here.
    private mutating func longName(
        ofAbbreviated tokens: Range<Int>, _ document: borrowing Document, _ names: inout NameTable
    ) -> NameTable.Number? {
        let first = tokens.lowerBound
        guard document.shape(first).contains(.allUpper), document.shape(first + 1).contains(.word) else { return nil }
        spelled.read(first + 1..<tokens.upperBound, document)
        names.write(lowercased: document.bytes.extracting(document.text.tokens[first].utf8Range))
        if spelled.count > 0 {
            names.write(UInt8(ascii: " "))
            names.write(spelled[0..<spelled.count])
        }
        let short = names.find()
        names.drop()
        return short.flatMap { long($0)?.name }
    }
}
