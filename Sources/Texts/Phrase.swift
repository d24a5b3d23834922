/// A text to show: a key of the catalogue and the values that go into its `{placeholders}`.
///
/// Values travel through the core as phrases, so that the language is chosen once, at the edge.
package struct Phrase: Equatable, Hashable, Sendable, Codable {
    package let key: String
    package let arguments: [String: String]
    /// Placeholders that are texts of the catalogue themselves.
    package let parts: [String: Phrase]

    package init(_ key: String, _ arguments: [String: String] = [:], parts: [String: Phrase] = [:]) {
        self.key = key
        self.arguments = arguments
        self.parts = parts
    }
}
