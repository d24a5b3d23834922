import GoData
import TOML

extension GoText {
    /// `%v` of a decoded TOML value.
    static func value(_ value: TOMLValue) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .float(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .boolean(let flag): "\(flag)"
        case .dateTime: "time"
        case .array(let elements): "[" + elements.map { Self.value($0.value) }.joined(separator: " ") + "]"
        case .table(let table):
            "map["
                + table.entries.sorted { $0.key < $1.key }.map { "\($0.key):\(Self.value($0.value))" }
                .joined(separator: " ") + "]"
        }
    }

    /// `%T` of a decoded TOML value.
    static func typeName(_ value: TOMLValue) -> String {
        switch value {
        case .string: "string"
        case .integer: "int64"
        case .float: "float64"
        case .boolean: "bool"
        case .dateTime: "time.Time"
        case .array: "[]interface {}"
        case .table: "map[string]interface {}"
        }
    }
}
