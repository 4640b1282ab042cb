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
        let expression: TemporalExpression
        switch meaning {
        case .fixed(let content):
            return TemporalValue(content, zone: zone)
        case .expression(let found):
            expression = found
        }
        var value = TemporalValue(expression.content(in: context), zone: zone)
        value.modifier = modifier
        var issues = issues
        switch expression {
        case .date(let parts):
            check(parts, value.content.components, &issues)
        case .interval(let first, let last):
            check(first, value.content.components, &issues)
            check(last, value.content.endComponents, &issues)
        case .hijri(let date):
            value.hijri = date
        default:
            break
        }
        if !issues.isEmpty { value.issues = TemporalValue.Issue.allCases.filter { issues.contains($0) } }
        return value
    }

    /// Whether the weekday and the day that the text gives are those of the date.
    private func check(_ parts: DateParts, _ found: CalendarComponents?, _ issues: inout Set<TemporalValue.Issue>) {
        guard let found, let day = parts.day else { return }
        if found.day != day { issues.insert(.day) }
        if let weekday = parts.weekday, let date = found.date, date.weekday != weekday { issues.insert(.weekday) }
    }
}
