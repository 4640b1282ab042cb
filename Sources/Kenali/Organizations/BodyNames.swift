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
    private var longer: [String: Long?] = [:]

    /// A name as it is written, and what it stands for.
    private struct Written: Hashable {
        var text: String
        var canonicalName: String
    }

    /// The keys of the names met before: most mentions repeat one.
    private var keys: [Written: String] = [:]

    private struct Long: Equatable {
        var name: String
        /// Whether the body that it is a part of stands behind it, and not a place.
        var isPart: Bool
    }

    /// - Complexity: O(*n*), *n* the number of tokens of the bodies that stand.
    init(_ standing: [Candidate], _ document: borrowing Document, _ memory: DocumentMemory) {
        for candidate in standing where candidate.kind == .mention(.organization) && candidate.tokens.count > 1 {
            let name = document.spelledName(candidate.tokens)
            for end in Set([name.seat, name.parent]) where end > 0 && end < name.words.count {
                let long = Long(name: name.words.joined(separator: " "), isPart: end == name.parent)
                add(long, as: name.words[..<end].joined(separator: " "))
                // "BP BUMN" is the "Badan Pengaturan BUMN".
                guard end > 1, long.isPart else { continue }
                let initials = String(name.words[..<end].compactMap(\.first))
                add(long, as: ([initials] + name.words[end...]).joined(separator: " "))
            }
        }
    }

    private mutating func add(_ long: Long, as short: String) {
        if let known = longer[short] {
            if known != long { longer[short] = .some(nil) }
        } else {
            longer[short] = long
        }
    }

    /// What is equal for all mentions of a body.
    mutating func key(_ candidate: Candidate, _ canonicalName: String, _ document: borrowing Document) -> String {
        var tokens = candidate.tokens
        if case .shortForm(let long) = candidate.detail { tokens = long }
        let written = Written(text: document.string(tokens), canonicalName: canonicalName)
        if let key = keys[written] { return key }
        let key = key(tokens, written, document)
        keys[written] = key
        return key
    }

    private func key(_ tokens: Range<Int>, _ written: Written, _ document: borrowing Document) -> String {
        let canonicalName = written.canonicalName
        let isAsWritten = tokens.count > 1 && canonicalName == written.text
        var key = Self.plain(canonicalName)
        if isAsWritten {
            key = document.spelledName(tokens).words.joined(separator: " ")
            let first = tokens.lowerBound
            if document.shape(first).contains(.allUpper), document.shape(first + 1).contains(.word) {
                let rest = document.spelledName(first + 1..<tokens.upperBound).words
                let short = ([document.folded(first)] + rest).joined(separator: " ")
                if let long = longer[short], let long { return long.name }
            }
        }
        guard let long = longer[key], let long else { return key }
        // "KPU" may be the whole, "KPU Kota Bandung" a part of it; a firm is called with its country or without.
        let isWhole =
            !long.isPart && key != "dewan perwakilan rakyat daerah"
            && document.text.isEntry(tokens, in: document.classes.organization)
        return isWhole && !long.name.hasSuffix(" indonesia") ? key : long.name
    }

    /// Words of a name that say nothing of which body it is.
    static let idle: Set = ["pt", "cv", "tbk", "persero", "perseroda", "ri"]

    /// A name of the lists, or one that the text spells out, without what says nothing.
    private static func plain(_ name: String) -> String {
        var words: [Substring] = []
        var isInBracket = false
        for word in name.lowercased().split(separator: " ") {
            if word.hasPrefix("(") { isInBracket = true }
            let bare = word.hasSuffix(".") ? word.dropLast() : word
            if !isInBracket, !idle.contains(String(bare)) { words.append(bare) }
            if word.hasSuffix(")") { isInBracket = false }
        }
        if words.count > 2, words.suffix(2) == ["republik", "indonesia"] { words.removeLast(2) }
        return words.joined(separator: " ")
    }
}

extension Document {
    /// The words of a body's name, spelled out, and how many of them stand before its seat and before the body that it
    /// is a part of.
    fileprivate func spelledName(_ tokens: Range<Int>) -> (words: [String], seat: Int, parent: Int) {
        var words: [String] = []
        var seat: Int?
        var parent: Int?
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            if isMark(token, "(") {
                while token < tokens.upperBound, !isMark(token, ")") { token += 1 }
                token += 1
                continue
            }
            guard shape(token).contains(.word) || shape(token).contains(.number) else {
                token += 1
                continue
            }
            if token > tokens.lowerBound, let end = text.endOfEntry(at: token, in: classes.place),
                end <= tokens.upperBound
            {
                seat = seat ?? words.count
                words.append(bareName(of: token..<end))
                token = end
                continue
            }
            if token > tokens.lowerBound, parent == nil,
                text.endOfEntry(at: token, in: classes.organization) == tokens.upperBound
            {
                parent = words.count
            }
            let word = folded(token)
            if token > tokens.lowerBound, text.isEntry(token..<token + 1, in: classes.seatWord) {
                seat = seat ?? words.count
                words.append(word)
            } else if !BodyNames.idle.contains(word) {
                let reading = has(token, classes.acronym) ? readings(of: token..<token + 1).first?.value : nil
                words += (reading?.lowercased() ?? word).split(separator: " ").map(String.init)
                // "Pemkot Bandung": the word for the seat is in the short form.
                if reading != nil, let last = words.last, ["kota", "kabupaten", "provinsi"].contains(last) {
                    seat = seat ?? words.count - 1
                }
            }
            token += 1
        }
        if words.count > 2, words.suffix(2) == ["republik", "indonesia"] { words.removeLast(2) }
        return (words, seat ?? words.count, parent ?? words.count)
    }

    /// The official name of a place without the word for its type.
    private func bareName(of tokens: Range<Int>) -> String {
        let name = place(tokens).canonicalName
        for head in ["Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "] where name.hasPrefix(head)
        {
            return String(name.dropFirst(head.count)).lowercased()
        }
        return name.lowercased()
    }
}
