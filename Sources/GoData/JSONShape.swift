/// A Go type that a document is read into: names of fields are compared without case, of equal ones the last counts, and a
/// value of another type refuses the whole document.
package indirect enum JSONShape: Sendable {
    case any, string, integer, bool
    /// `[]byte`: base64.
    case bytes
    /// RFC 3339.
    case time
    case list(JSONShape)
    /// Keys as they stand.
    case map(JSONShape)
    /// Fields that nobody names are not looked at.
    case object([String: JSONShape])

    /// - Returns: with each field under the name that the shape has for it.
    /// - Throws: Go's reason for refusing the bytes; for a wrong type its first words and where.
    package func read(_ bytes: [UInt8], isStream: Bool = false) throws(JSONError) -> JSONValue {
        try read([JSONText.value(bytes, isStream: isStream)], at: "")
    }

    /// - Parameter values: of one place, in the document's order: an object that comes twice is read into the same one.
    private func read(_ values: [JSONValue], at path: String) throws(JSONError) -> JSONValue {
        var result = JSONValue.null
        for value in values where value != .tooDeep {
            switch (self, value) {
            case (.any, _), (.string, .string), (.bool, .bool): result = value
            case (.integer, .number(let text)) where Int(text) != nil: result = value
            case (.bytes, .string(let text)) where Base64.decode(text) != nil: result = value
            case (.bytes, .array): result = try JSONShape.list(.integer).read([value], at: path)
            case (.time, .string(let text)) where GoTime.isRFC3339(text): result = value
            case (.list(let shape), .array(let elements)):
                var read: [JSONValue] = []
                for (index, element) in elements.enumerated() {
                    read.append(try shape.read([element], at: Self.path(path, "\(index)")))
                }
                result = .array(read)
            case (.map(let shape), .object(let members)):
                var read = result.members ?? [:]
                for member in members {
                    read[member.name] = try shape.read([member.value], at: Self.path(path, member.name))
                }
                result = .object(read.map { JSONMember($0.key, $0.value) })
            case (.object, .object), (.string, .null), (.bool, .null), (.integer, .null), (.time, .null),
                (.object, .null):
                break
            case (.list, .null), (.map, .null), (.bytes, .null): result = .null
            default: throw mismatch(value, path)
            }
        }
        guard case .object(let fields) = self, values.contains(where: { $0.members != nil }) else { return result }
        return try read(fields: fields, values, at: path)
    }

    private func read(fields: [String: JSONShape], _ values: [JSONValue], at path: String) throws(JSONError)
        -> JSONValue
    {
        var found: [String: [JSONValue]] = [:]
        var order: [String] = []
        for case .object(let members) in values {
            for member in members {
                guard let name = Self.field(member.name, of: fields) else { continue }
                if found[name] == nil { order.append(name) }
                found[name, default: []].append(member.value)
            }
        }
        var read: [JSONMember] = []
        for name in order {
            guard let shape = fields[name], let values = found[name] else { continue }
            read.append(JSONMember(name, try shape.read(values, at: Self.path(path, name))))
        }
        return .object(read)
    }

    private static func path(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    private static func field(_ key: String, of fields: [String: JSONShape]) -> String? {
        if fields[key] != nil { return key }
        let folded = folded(key)
        return fields.keys.sorted().first { Self.folded($0) == folded }
    }

    /// `foldName`: besides the case of letters the Kelvin sign is a k and the long s an s.
    private static func folded(_ name: String) -> [Unicode.Scalar] {
        name.unicodeScalars.map { scalar in
            switch scalar {
            case "\u{212A}": "k"
            case "\u{17F}": "s"
            case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) | 0x20)
            default: scalar
            }
        }
    }

    private func mismatch(_ value: JSONValue, _ path: String) -> JSONError {
        let kind: String
        switch (self, value) {
        case (.integer, .number(let text)): kind = "number \(text)"
        default: kind = value.kind
        }
        let text = "json: cannot unmarshal \(kind) into \(path.isEmpty ? "the document" : path) of type \(goType)"
        return JSONError(.type(value: kind, path: path, wanted: goType), text)
    }

    private var goType: String {
        switch self {
        case .any: "interface {}"
        case .string: "string"
        case .integer: "int"
        case .bytes: "[]uint8"
        case .bool: "bool"
        case .time: "time.Time"
        case .list(let shape): "[]\(shape.goType)"
        case .map(let shape): "map[string]\(shape.goType)"
        case .object: "struct"
        }
    }
}
