/// What the words of a mention say of a date, a time or a duration, before its place in the text is known.
struct TemporalReading: Hashable {
    enum Meaning: Hashable {
        /// A calendar expression, which may need the document's date.
        case expression(TemporalExpression)
        /// A time of day or a length of time, which needs nothing.
        case fixed(TemporalValue.Content)
    }

    var meaning: Meaning
    var modifier: TemporalValue.Modifier?
    var zone: String?
    /// What is wrong already: order, year.
    var issues: Set<TemporalValue.Issue> = []

    init(_ meaning: Meaning) { self.meaning = meaning }

    init(_ expression: TemporalExpression) { self.init(.expression(expression)) }

    /// The value in a context, with what contradicts itself in it.
    func value(in context: TemporalContext) -> TemporalValue {
        switch meaning {
        case .fixed(let content): return TemporalValue(content, zone: zone)
        case .expression(let expression):
            let content = expression.content(in: context)
            var hijri: HijriDate?
            if case .hijri(let date) = expression { hijri = date }
            return TemporalValue(
                content, modifier: modifier, zone: zone, issues: issues(of: expression, content), hijri: hijri)
        }
    }

    /// What is wrong with an expression of which the content has been found.
    private func issues(of expression: TemporalExpression, _ content: TemporalValue.Content) -> [TemporalValue.Issue] {
        var issues = issues
        switch expression {
        case .date(let parts): check(parts, content.components, &issues)
        case .interval(let first, let last):
            check(first, content.components, &issues)
            check(last, content.endComponents, &issues)
        default: break
        }
        return issues.isEmpty ? [] : TemporalValue.Issue.allCases.filter { issues.contains($0) }
    }

    /// Whether the weekday and the day that the text gives are those of the date.
    private func check(_ parts: DateParts, _ found: CalendarComponents?, _ issues: inout Set<TemporalValue.Issue>) {
        guard let found, let day = parts.day else { return }
        if found.day != day { issues.insert(.day) }
        if let weekday = parts.weekday, let date = found.date, date.weekday != weekday { issues.insert(.weekday) }
    }
}
