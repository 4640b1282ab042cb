/// The civil (tabular) Islamic calendar: months of 30 and 29 days in turn, eleven leap years in thirty.
///
/// In Indonesia months begin when the crescent may be seen, as the ministry of religion decides shortly before, so no
/// calculation gives every day. Of ICU's variants this one agrees best: of 38 first days of months and feasts from
/// 1439 to 1447 AH it gives 29 as they were kept and the others one day off, Umm al-Qura 22, the astronomical one 7.
///
/// The arithmetic is that of ICU's `islamic-civil` (Reingold and Dershowitz, "Calendrical Calculations"), which the
/// tests compare it with day by day. It is written out because ICU's calendars are in a library of their own, and
/// loading that takes about a millisecond at every start.
enum HijriCalendar {
    /// The first of Muharam of the year 1, 16 July 622 of the Julian calendar, as a ``CalendarDate/dayNumber``.
    private static let epoch = 227_320

    /// The civil day of an Islamic date; nil for days that no month has, and years out of 1 to 9000.
    static func civil(year: Int, month: Int, day: Int) -> CalendarDate? {
        guard (1...9000).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
        return CalendarDate(dayNumber: epoch + start(ofYear: year) + start(ofMonth: month) + day - 1)
    }

    /// The Islamic year that a civil day lies in; nil before the year 1.
    static func year(of date: CalendarDate) -> Int? {
        let days = date.dayNumber - epoch
        return days >= 0 ? (30 * days + 10_646) / 10_631 : nil
    }

    /// The days before a year.
    private static func start(ofYear year: Int) -> Int { 354 * (year - 1) + (3 + 11 * year) / 30 }

    /// The days of a year before a month.
    private static func start(ofMonth month: Int) -> Int { (59 * (month - 1) + 1) / 2 }
}
