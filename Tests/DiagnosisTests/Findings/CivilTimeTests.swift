import Foundation
import Testing

@testable import Diagnosis

@Suite struct CivilTimeTests {
    @Test func agreesWithFoundation() {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "yyyy-MM-dd HH:mm 'UTC'"
        // From 1901 to 2199, in steps that meet every hour and month.
        for seconds in stride(from: Int64(-2_177_452_800), to: 7_226_582_400, by: 12_345_678) {
            #expect(civilTime(seconds) == formatter.string(from: Date(timeIntervalSince1970: Double(seconds))))
        }
    }

    @Test func leapDay() {
        #expect(civilTime(951_782_400) == "2000-02-29 00:00 UTC")
        #expect(civilTime(-1) == "1969-12-31 23:59 UTC")
    }
}
