import KenaliRules

/// The line in which a document says where and when it was written.
enum Dateline {
    /// The day that the document's own dateline names.
    ///
    /// A dateline stands at the top ("JAKARTA, 27 Desember 2024 -"), or alone on its line ("Jakarta, 5 Mei 2025" above a
    /// signature).
    static func date(of document: borrowing Document) -> CalendarDate? {
        for number in document.index[.dateline] {
            let match = document.matches.matches[Int(number)]
            guard match.tokens.lowerBound < end || document.capture(.closed, of: match) == nil,
                case .expression(let expression) = DateReader(match).reading(document)?.meaning,
                let day = expression.content(in: TemporalContext(reference: nil)).components?.date
            else { continue }
            return day
        }
        return nil
    }

    /// The token before which a dateline that goes on with text must start.
    private static let end = 120
}
