import ArgumentParser
import Kenali

extension CalendarDate {
    /// Reads a day on the command line.
    static func argument(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else {
            throw ValidationError("'\(text)' is no day of the form YYYY-MM-DD")
        }
        return date
    }
}
