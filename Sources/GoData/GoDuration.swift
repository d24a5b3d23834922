/// `time.ParseDuration` and `Duration.String`.
package struct GoDuration: Equatable, Sendable, CustomStringConvertible {
    package struct ParseError: Error, Equatable {
        package let description: String
    }

    package let nanoseconds: Int64

    package init(_ text: String) throws(ParseError) {
        let quoted = GoText.quoted(text)
        let invalid = ParseError(description: "time: invalid duration \(quoted)")
        var rest = text[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        guard !rest.isEmpty else { throw invalid }
        var total = 0.0
        while rest != "0", !rest.isEmpty {
            let number = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
            guard let value = Double(number.hasPrefix(".") ? "0" + number : String(number)) else { throw invalid }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { $0 != "." && !("0"..."9").contains($0) }
            guard !unit.isEmpty else { throw ParseError(description: "time: missing unit in duration \(quoted)") }
            guard let scale = Self.units[String(unit)] else {
                let name = GoText.quoted(String(unit))
                throw ParseError(description: "time: unknown unit \(name) in duration \(quoted)")
            }
            rest = rest.dropFirst(unit.count)
            total += value * scale
        }
        guard total < 9.22e18 else { throw invalid }
        nanoseconds = Int64(isNegative ? -total : total)
    }

    private static let units: [String: Double] = [
        "ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 60e9, "h": 3600e9,
    ]

    package var description: String {
        if nanoseconds == 0 { return "0s" }
        let sign = nanoseconds < 0 ? "-" : ""
        let total = nanoseconds.magnitude
        switch total {
        case ..<1_000: return "\(sign)\(total)ns"
        case ..<1_000_000: return sign + Self.decimal(total, 1_000) + "µs"
        case ..<1_000_000_000: return sign + Self.decimal(total, 1_000_000) + "ms"
        default: break
        }
        let seconds = Self.decimal(total % 60_000_000_000, 1_000_000_000) + "s"
        let minutes = total / 60_000_000_000
        if minutes == 0 { return sign + seconds }
        return minutes < 60 ? "\(sign)\(minutes)m\(seconds)" : "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
    }

    /// `value / unit` without trailing zeros.
    private static func decimal(_ value: UInt64, _ unit: UInt64) -> String {
        var fraction = String(String(unit + value % unit).dropFirst())
        while fraction.last == "0" { fraction.removeLast() }
        return "\(value / unit)" + (fraction.isEmpty ? "" : "." + fraction)
    }
}
