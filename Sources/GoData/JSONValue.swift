/// Any JSON value as Go's `encoding/json` reads it; numbers keep their spelling.
package enum JSONValue: Equatable, Sendable {
    /// In the file's order; of equal keys all are here.
    case object([JSONMember])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null
    /// Below more levels than anybody looks at.
    case tooDeep

    /// `nil` when Go refuses the bytes.
    /// - Parameter isStream: as `json.Decoder` reads them: what follows the first value is left alone.
    package init?(parsing bytes: [UInt8], isStream: Bool = false) {
        guard let value = try? JSONText.value(bytes, isStream: isStream) else { return nil }
        self = value
    }

    /// Of equal keys the last counts.
    package subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members.last { $0.name == key }?.value } else { nil }
    }

    package var string: String? { if case .string(let text) = self { text } else { nil } }
    package var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
    package var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
    package var members: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    /// Go's word for the kind.
    var kind: String {
        switch self {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .number: "number"
        case .bool: "bool"
        case .null: "null"
        case .tooDeep: "value"
        }
    }
}

package struct JSONMember: Equatable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}
