extension TOMLDateTime {
    /// `dddd-…` or `dd:…`: what no number can begin with.
    static func isCandidate(_ bytes: [UInt8]) -> Bool {
        func beginsWithDigits(_ count: Int, then mark: UInt8) -> Bool {
            bytes.count > count && bytes[count] == mark && bytes[..<count].allSatisfy(\.isDigit)
        }
        return beginsWithDigits(4, then: 0x2D) || beginsWithDigits(2, then: 0x3A)
    }

    /// RFC 3339 with the liberties of TOML: a blank for `T`, and date, time or offset left out.
    init?(_ bytes: [UInt8]) {
        var reader = FieldReader(rest: bytes[...])
        var date: Date?
        if bytes.count > 4, bytes[4] == 0x2D {
            guard let year = reader.digits(4), reader.skip([0x2D]), let month = reader.digits(2), reader.skip([0x2D]),
                let day = reader.digits(2), let parsed = Date(year: year, month: month, day: day)
            else { return nil }
            date = parsed
            if reader.rest.isEmpty {
                self.init(date: parsed, time: nil, offsetMinutes: nil)
                return
            }
            guard reader.skip([0x54, 0x74, 0x20]) else { return nil }
        }
        guard let time = reader.time() else { return nil }
        guard date != nil else {
            guard reader.rest.isEmpty else { return nil }
            self.init(date: nil, time: time, offsetMinutes: nil)
            return
        }
        let offset = reader.offset()
        guard reader.rest.isEmpty else { return nil }
        self.init(date: date, time: time, offsetMinutes: offset)
    }
}

private struct FieldReader {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ choices: [UInt8]) -> Bool {
        guard let first = rest.first, choices.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        let field = rest.prefix(count)
        guard field.count == count, field.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    mutating func time() -> TOMLDateTime.Time? {
        guard let hour = digits(2), skip([0x3A]), let minute = digits(2), skip([0x3A]), let second = digits(2) else {
            return nil
        }
        var fraction = ""
        if skip([0x2E]) {
            let field = rest.prefix(while: \.isDigit)
            guard !field.isEmpty else { return nil }
            fraction = String(decoding: field, as: UTF8.self)
            rest = rest.dropFirst(field.count)
        }
        return TOMLDateTime.Time(hour: hour, minute: minute, second: second, fraction: fraction)
    }

    /// `Z` or `±hh:mm` in minutes; `nil`, with `rest` as it was, when there is none.
    mutating func offset() -> Int? {
        if skip([0x5A, 0x7A]) { return 0 }
        let before = rest
        let isNegative = rest.first == 0x2D
        guard skip([0x2B, 0x2D]), let hours = digits(2), skip([0x3A]), let minutes = digits(2), hours <= 23,
            minutes <= 59
        else {
            rest = before
            return nil
        }
        return (isNegative ? -1 : 1) * (hours * 60 + minutes)
    }
}
