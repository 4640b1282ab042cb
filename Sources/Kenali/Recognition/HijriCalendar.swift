internal import CICU

/// The Islamic calendar, computed by ICU.
///
/// In Indonesia months begin when the crescent may be seen, as the ministry of religion decides shortly before, so no
/// calculation gives every day. Of ICU's variants the civil (tabular) one agrees best: of 38 first days of months and
/// feasts from 1439 to 1447 AH it gives 29 as they were kept and the others one day off, Umm al-Qura 22,
/// the astronomical one 7.
enum HijriCalendar {
    /// The civil day of an Islamic date; nil for days that no month has, and years out of 1 to 9000.
    static func civil(year: Int, month: Int, day: Int) -> CalendarDate? {
        guard (1...9000).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
        let number = cicu_islamic_day(Int32(year), Int32(month), Int32(day))
        return number == Int32(cicu_no_day) ? nil : epoch?.adding(days: Int(number))
    }

    /// The Islamic year that a civil day lies in.
    static func year(of date: CalendarDate) -> Int? {
        guard let epoch else { return nil }
        let year = cicu_islamic_year(Int32(date.dayNumber - epoch.dayNumber))
        return year > 0 ? Int(year) : nil
    }

    private static let epoch = CalendarDate(year: 1970, month: 1, day: 1)
}
