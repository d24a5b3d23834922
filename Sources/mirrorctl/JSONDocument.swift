import FoundationEssentials

/// What a command says as JSON, with the version of the schemas in docs/schema: the one place where it becomes text.
struct JSONDocument: Encodable {
    /// Grows when a reader of an older one would be misled: a field goes, or means something else.
    static let schemaVersion = 1

    private enum Key: String, CodingKey { case schemaVersion }

    private let value: any Encodable

    init(_ value: any Encodable) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(Self.schemaVersion, forKey: .schemaVersion)
    }

    /// Keys sorted, so that two runs can be compared.
    var text: String { get throws { try Self.encoded(self, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]) } }

    /// The same on one line.
    var line: String { get throws { try Self.encoded(self, [.sortedKeys, .withoutEscapingSlashes]) } }

    /// In somebody else's format.
    static func foreign(_ value: some Encodable) throws -> String {
        try encoded(value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    }

    private static func encoded(_ value: some Encodable, _ format: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = format
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
