import KenaliLexicon
import KenaliRules
import KenaliText

/// Which mentions of a document name the same body, however each writes it.
///
/// Short forms inside a name are spelled out ("Pemkot Bandung" is "Pemerintah Kota Bandung"), places take their official
/// name, and legal forms, brackets and a trailing RI are left out. "Dinas Perhubungan" is the "Dinas Perhubungan Kota
/// Salatiga" of the same text when there is no other.
struct BodyNames {
    /// The longer name that a name without its seat, or without the body that it is a part of, stands for; nil where two
    /// bodies have the name.
    private var longer: [NameTable.Number: Long?] = [:]

    /// How names were written that were met before, each with what it stands for: most mentions repeat one.
    private var written = NameTable()
    /// The names that these are, by their numbers.
    private var keys: [NameTable.Number] = []
    /// What is being read.
    private var spelled = SpelledName()

    private struct Long: Equatable {
        var name: NameTable.Number
        /// Whether the body that it is a part of stands behind it, and not a place.
        var isPart: Bool
    }

    /// - Complexity: O(*n*), *n* the number of tokens of the bodies that are mentioned.
    init(_ mentions: [Mention], _ built: BuiltMentions, _ document: borrowing Document, _ names: inout NameTable) {
        for index in mentions.indices {
            let tokens = built.tokens(of: index)
            guard tokens.count > 1, case .organization = mentions[index].detail else { continue }
            spelled.read(tokens, document)
            add(upTo: spelled.seat, &names)
            if spelled.parent != spelled.seat { add(upTo: spelled.parent, &names) }
        }
    }

    /// Adds the body that is being read by the first of its words.
    private mutating func add(upTo end: Int, _ names: inout NameTable) {
        guard end > 0, end < spelled.count else { return }
        names.write(spelled[0..<spelled.count])
        let long = Long(name: names.take(), isPart: end == spelled.parent)
        names.write(spelled[0..<end])
        add(long, as: names.take())
        // "BP BUMN" is the "Badan Pengaturan BUMN".
        guard end > 1, long.isPart else { return }
        for word in 0..<end { names.write(spelled.initial(word)) }
        names.write(UInt8(ascii: " "))
        names.write(spelled[end..<spelled.count])
        add(long, as: names.take())
    }

    private mutating func add(_ long: Long, as short: NameTable.Number) {
        if let known = longer[short] {
            if known != long { longer[short] = .some(nil) }
        } else {
            longer[short] = long
        }
    }

    /// What is equal for all mentions of a body.
    mutating func key(
        _ tokens: Range<Int>, _ canonicalName: String, _ document: borrowing Document, _ names: inout NameTable
    ) -> NameTable.Number {
        written.write(document.bytes.extracting(document.utf8Range(of: tokens)))
        written.write(0)
        written.write(canonicalName.utf8Span.span)
        let number = Int(written.take())
        if number < keys.count { return keys[number] }
        let key = unknownKey(tokens, canonicalName, document, &names)
        keys.append(key)
        return key
    }

    private mutating func unknownKey(
        _ tokens: Range<Int>, _ canonicalName: String, _ document: borrowing Document, _ names: inout NameTable
    ) -> NameTable.Number {
        let isAsWritten = tokens.count > 1 && canonicalName == document.string(tokens)
        if isAsWritten, let long = longName(ofAbbreviated: tokens, document, &names) { return long }
        if isAsWritten { spelled.read(tokens, document) } else { spelled.read(plain: canonicalName) }
        names.write(spelled[0..<spelled.count])
        let key = names.take()
        guard let long = longer[key], let long else { return key }
        // "KPU" may be the whole, "KPU Kota Bandung" a part of it; a firm is called with its country or without.
        let isWhole =
            !long.isPart && !names[key].isEqual(to: "dewan perwakilan rakyat daerah")
            && document.text.isEntry(tokens, in: document.classes.organization)
        return isWhole && !names[long.name].ends(with: " indonesia") ? key : long.name
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
        return short.flatMap { longer[$0] ?? nil }?.name
    }
}
