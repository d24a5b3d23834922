import Foundation

/// As much of JSON Schema as docs/schema is written in.
package struct JSONSchema {
    private let root: [String: Any]

    package static func named(_ name: String) -> JSONSchema? {
        guard let data = try? Data(contentsOf: URL(filePath: "\(repositoryRoot)/docs/schema/\(name).json")),
            let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return nil }
        return JSONSchema(root: root)
    }

    /// What is wrong with a value, and where; `nil` if nothing is.
    package func trouble(with value: Any) -> String? { trouble(value, root, "$") }

    private func trouble(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        if let alternatives = schema["anyOf"] as? [[String: Any]] {
            let troubles = alternatives.map { trouble(value, $0, path) }
            return troubles.contains { $0 == nil } ? nil : troubles.compactMap { $0 }.joined(separator: " | ")
        }
        if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
            let definition = (root["$defs"] as? [String: [String: Any]])?[String(name)]
            return definition.map { trouble(value, $0, path) } ?? "\(path): no definition \(name)"
        }
        if let constant = schema["const"] as? Int, value as? Int != constant { return "\(path): not \(constant)" }
        if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
            return "\(path): \(value) is none of \(words)"
        }
        switch schema["type"] as? String {
        case "string": return value is String ? nil : "\(path): no text"
        case "boolean": return Self.isBoolean(value) ? nil : "\(path): not true or false"
        case "integer": return value is Int && !Self.isBoolean(value) ? nil : "\(path): no integer"
        case "array":
            guard let values = value as? [Any], let items = schema["items"] as? [String: Any] else {
                return "\(path): no array"
            }
            return values.enumerated().lazy.compactMap { trouble($1, items, "\(path)[\($0)]") }.first
        case "object": return object(value, schema, path)
        default: return "\(path): a schema without a type"
        }
    }

    private func object(_ value: Any, _ schema: [String: Any], _ path: String) -> String? {
        guard let fields = value as? [String: Any] else { return "\(path): no object" }
        for name in schema["required"] as? [String] ?? [] where fields[name] == nil { return "\(path): no \(name)" }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let others = schema["additionalProperties"] as? [String: Any]
        for (name, field) in fields {
            guard let known = properties[name] ?? others else { return "\(path): \(name) is too many" }
            if let trouble = trouble(field, known, "\(path).\(name)") { return trouble }
        }
        return nil
    }

    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { CFBooleanKind.isBoolean($0) } ?? (value is Bool)
    }
}

private enum CFBooleanKind {
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
