import Foundation

/// JSON Schemas of what commands print, out of the types that they print.
struct SchemaWriter {
    let types: EncodedTypes

    /// - Parameter roots: the types of which a text is one.
    func schema(_ title: String, _ roots: [String]) throws -> String {
        var needed: Set<String> = []
        let alternatives = try roots.map { try object($0, isRoot: true, &needed) }
        var definitions: [String: Any] = [:]
        while let next = needed.first(where: { definitions[$0] == nil }) {
            definitions[next] = try object(next, isRoot: false, &needed)
        }
        var schema: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "anyOf": alternatives,
        ]
        if !definitions.isEmpty { schema["$defs"] = definitions }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try JSONSerialization.data(withJSONObject: schema, options: options), as: UTF8.self)
            + "\n"
    }

    private func object(_ type: String, isRoot: Bool, _ needed: inout Set<String>) throws -> [String: Any] {
        guard let declared = types.properties[type], !declared.isEmpty else { throw Unknown(type: type) }
        var properties: [String: Any] = [:]
        for property in declared {
            var schema = try schema(of: property.type.trimming("?"), in: type, &needed)
            if !property.words.isEmpty { schema["description"] = property.words }
            if schema["type"] as? String == "string", let words = Self.words(property.words) { schema["enum"] = words }
            properties[property.name] = schema
        }
        var required = declared.filter { !$0.type.hasSuffix("?") }.map(\.name)
        if isRoot {
            properties["schemaVersion"] = ["const": 1, "type": "integer"]
            required.append("schemaVersion")
        }
        var schema: [String: Any] = [
            "type": "object", "properties": properties, "required": required.sorted(), "additionalProperties": false,
        ]
        if let words = types.words[type], !words.isEmpty { schema["description"] = words }
        return schema
    }

    private func schema(of type: String, in scope: String, _ needed: inout Set<String>) throws -> [String: Any] {
        switch type {
        case "String": return ["type": "string"]
        case "Bool": return ["type": "boolean"]
        case "Int", "Int64", "Int32": return ["type": "integer"]
        default: break
        }
        if type.hasPrefix("["), type.hasSuffix("]") {
            let inner = String(type.dropFirst().dropLast())
            if inner.hasPrefix("String: ") {
                let values = try schema(of: String(inner.dropFirst(8)), in: scope, &needed)
                return ["type": "object", "additionalProperties": values]
            }
            return ["type": "array", "items": try schema(of: inner, in: scope, &needed)]
        }
        guard let full = types.resolved(type, in: scope) else { throw Unknown(type: type) }
        if let cases = types.cases[full] { return ["type": "string", "enum": cases] }
        needed.insert(full)
        return ["$ref": "#/$defs/\(full)"]
    }

    /// A comment that begins with nothing but words in backticks lists all there are: `a`, `b` or `c`.
    private static func words(_ comment: String) -> [String]? {
        guard let match = comment.firstMatch(of: #/^(`[\w.]+`(?:(?:, | or )`[\w.]+`)*)(?: \([^)]*\))?\.?$/#) else {
            return nil
        }
        return match.1.split(separator: "`").map(String.init).filter { !$0.contains(" ") }
    }

    struct Unknown: Error { let type: String }
}

extension String {
    fileprivate func trimming(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
