/// The four date and time types of TOML, told apart by what is `nil`.
package struct TOMLDateTime: Equatable, Sendable {
    package struct Date: Equatable, Sendable {
        package let year: Int
        package let month: Int
        package let day: Int

        /// `nil` when the calendar has no such day.
        init?(year: Int, month: Int, day: Int) {
            guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
            self.year = year
            self.month = month
            self.day = day
        }

        private static func days(in month: Int, of year: Int) -> Int {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            return switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }
    }

    package struct Time: Equatable, Sendable {
        package let hour: Int
        package let minute: Int
        /// To 60, as RFC 3339 allows for leap seconds.
        package let second: Int
        /// The fraction of a second as written, without the point; empty for none.
        package let fraction: String

        init?(hour: Int, minute: Int, second: Int, fraction: String) {
            guard hour <= 23, minute <= 59, second <= 60 else { return nil }
            self.hour = hour
            self.minute = minute
            self.second = second
            self.fraction = fraction
        }
    }

    package let date: Date?
    package let time: Time?
    /// Minutes east of UTC; `nil` for a local time.
    package let offsetMinutes: Int?
}
