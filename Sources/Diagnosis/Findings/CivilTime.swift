/// `2026-11-23 08:15 UTC` of seconds since 1970, for every year from 1 on (proleptic Gregorian).
package func civilTime(_ seconds: Int64) -> String {
    // A bundle may hold any number; these are some million years.
    let seconds = max(-100_000_000_000_000, min(100_000_000_000_000, seconds))
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    // Days from civil, backwards: eras of 400 years beginning on 1 March.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let dayOfMonth = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    return "\(date) \(padded(rest / 3_600, 2)):\(padded(rest / 60 % 60, 2)) UTC"
}

extension Int64 {
    /// The sum, or the largest or smallest number instead of an overflow.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? (other > 0 ? .max : .min) : sum
    }

    /// How far apart two times are, whatever they are.
    func gap(to other: Int64) -> UInt64 { UInt64(bitPattern: self > other ? self &- other : other &- self) }
}
