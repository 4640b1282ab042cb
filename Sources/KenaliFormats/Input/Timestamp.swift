public import Kenali

extension CalendarDate {
    /// The day of `YYYY-MM-DD`, alone or with a time behind it as ISO 8601 and RFC 3339 write it:
    /// `2024-12-27T23:30:00+07:00`, `2024-12-27 23:30`. Whatever the zone, it is the day that is written.
    public init?(timestamp: String) {
        // By bytes: a day has no other characters than ASCII's.
        let day = timestamp.utf8.prefix(10)
        let rest = timestamp.utf8.dropFirst(day.count)
        if let mark = rest.first {
            let digits = rest.dropFirst()
            guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") || mark == UInt8(ascii: " "),
                digits.count >= 2, digits.prefix(2).allSatisfy({ $0 &- 0x30 < 10 }),
                digits.allSatisfy({ "0123456789:.,+-Zz ".utf8.contains($0) })
            else { return nil }
        }
        guard let day = String(day) else { return nil }
        self.init(day)
    }
}
