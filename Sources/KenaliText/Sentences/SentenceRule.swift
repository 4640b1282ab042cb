/// What decided whether a sentence ends at a place. In the order in which they are asked; the first that applies decides.
public enum SentenceRule: String, Sendable, CaseIterable {
    // MARK: At a line end

    /// A line end ends a sentence.
    case line
    /// The next line goes on in lower case where this one stopped without a terminator: joins.
    case lineContinued

    // MARK: Unicode's rules

    /// A mark that carries on stands behind the terminator (UAX #29, SB8a: `SContinue`): joins.
    case continued
    /// A lower-case word follows the full stop (SB8), or the closing mark of a quoted or bracketed sentence: joins.
    case lowerCase

    // MARK: Ours

    /// A terminator inside a bracket that the sentence opened and closes: joins.
    case bracket
    /// Who said it follows the quoted sentence: `"Siapa itu?" Tanya Budi.`, `"Siapa itu?" Budi bertanya.`: joins.
    case speech
    /// An ordinary lower-case word stands before the full stop and an ordinary lower-case word behind: splits.
    case lowerCaseStart
    /// A lettered item begins: `Pihak pertama setuju. b. Pihak kedua menolak.`: splits.
    case lettered
    /// The name is written with an exclamation mark: `Yahoo! Indonesia`: joins.
    case nameWithMark
    /// The number or letter of a heading or an item, at the start of a sentence or behind a colon: joins.
    case item
    /// A letter behind a number is a unit, an era or a part of the number: `abad ke-5 M.`, `Pasal 27 B.`: splits.
    case letterOfNumber
    /// A letter behind a word that letters tell apart: `vitamin C.`, `Grup A.`, `Perang Dunia I.`: splits.
    case label
    /// A letter behind a hyphen or slash is the end of a compound: `PDI-P.`, `I/O.`: splits.
    case compound
    /// An initial or a row of initials of a name: `A. Yani`, `B.J. Habibie`: joins.
    case initial
    /// A degree of the person before it: `Ahmad, S.H. Ia hadir.`: splits; but not between degrees: `S.H. M.H.`
    case degree
    /// An abbreviation that leads to what follows: `Dr. Ahmad`, `No. 12`, `PT. Dua Saudara`: joins.
    case abbreviation
    /// A bracket behind an abbreviation belongs to its phrase: `PT Sinar Tbk. (SNR)`: joins.
    case apposition
    /// A word that begins sentences stands behind an initial or abbreviation: `golongan A. Ia`: splits.
    case opener
    /// A new sentence begins without a blank: `(21/10/2025).Ia pergi`: splits.
    case glued

    /// A terminator, a blank, and none of the above: splits.
    case terminator
}

/// What a rule says about a place between two tokens.
public struct SentenceDecision: Sendable, Hashable {
    /// The token that would begin a sentence.
    public var token: Int
    /// Whether it does.
    public var splits: Bool
    /// The rule that said so.
    public var rule: SentenceRule
}
