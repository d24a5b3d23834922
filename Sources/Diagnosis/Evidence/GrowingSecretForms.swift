/// Secrets that become known one after the other. Each new one costs a few of the others' forms, not all of them anew: they
/// lie in sets, each at least twice as large as the next.
package struct GrowingSecretForms: Sendable {
    private struct Level {
        let secrets: [String]
        let forms: SecretForms
    }

    private var levels: [Level] = []
    private let minimum: Int

    /// - Parameter minimum: as in `SecretForms`.
    package init(minimum: Int) { self.minimum = minimum }

    package var count: Int { levels.reduce(0) { $0 + $1.secrets.count } }

    package mutating func add(_ secrets: some Collection<String>) {
        guard !secrets.isEmpty else { return }
        var new = Array(secrets)
        while let last = levels.last, last.secrets.count < 2 * new.count {
            new = last.secrets + new
            levels.removeLast()
        }
        levels.append(Level(secrets: new, forms: SecretForms(new, minimum: minimum)))
    }

    package func masked(_ text: String) -> String { SecretForms.masked(text, by: levels.map(\.forms)) }
}
