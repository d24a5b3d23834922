extension JSONValue {
    /// A string as it is, lists and objects as JSON; numbers, booleans and null are left out.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .array(let elements): "[" + elements.compactMap(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.compactMap { member in member.value.json.map { "\"\(member.name)\":\($0)" } }
                .joined(separator: ",") + "}"
        case .number, .bool, .null, .tooDeep: nil
        }
    }

    private var json: String? {
        if case .string(let text) = self { "\"\(text)\"" } else { text }
    }
}
