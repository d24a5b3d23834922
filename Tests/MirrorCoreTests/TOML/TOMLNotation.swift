import MirrorCore
import TOML

/// Values in one line, written alike here and by `oracle.py`: the order of keys included.
enum TOMLNotation {
    static func of(_ table: TOMLTable) -> String {
        "{" + table.entries.map { "\($0.key)=\(of($0.value))" }.joined(separator: ",") + "}"
    }

    static func of(_ value: TOMLValue) -> String {
        switch value {
        case .string(let text): TOMLText.basicString(text)
        case .integer(let value): "\(value)"
        case .float(let value): value.isNaN ? "nan" : "\(value)"
        case .boolean(let value): "\(value)"
        case .dateTime(let value): of(value)
        case .array(let elements): "[" + elements.map { of($0.value) }.joined(separator: ",") + "]"
        case .table(let table): of(table)
        }
    }

    private static func of(_ value: TOMLDateTime) -> String {
        let date = value.date.map { "\(pad($0.year, 4))-\(pad($0.month))-\(pad($0.day))" }
        let time = value.time.map { time in
            let fraction = time.fraction.prefix(6)
            let micros = fraction + String(repeating: "0", count: 6 - fraction.count)
            return "\(pad(time.hour)):\(pad(time.minute)):\(pad(time.second))"
                + (micros.allSatisfy { $0 == "0" } ? "" : ".\(micros)")
        }
        let offset = value.offsetMinutes.map {
            ($0 < 0 ? "-" : "+") + "\(pad(abs($0) / 60)):\(pad(abs($0) % 60))"
        }
        return [date, time].compactMap(\.self).joined(separator: "T") + (offset ?? "")
    }

    private static func pad(_ number: Int, _ width: Int = 2) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
