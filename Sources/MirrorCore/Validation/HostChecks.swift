/// What was made of registry hosts: a list may hold thousands of them, and one changes at a time.
package struct HostChecks: Equatable, Sendable {
    struct Check: Equatable, Sendable {
        /// The id; `nil` for a usable host.
        var problem: String?
        var arguments: [String: String] = [:]
        var host: RegistryHost?

        init(_ text: String) {
            if let found = RegistryHostSyntax.problem(in: text) { (problem, arguments) = (found.id, found.arguments) }
            host = RegistryHost(text)
        }
    }

    /// More than any list holds; what was typed on the way to a name is not kept for ever.
    private static let limit = 20_000
    private var known: [String: Check] = [:]

    package init() {}

    subscript(host: String) -> Check {
        mutating get {
            if let check = known[host] { return check }
            if known.count >= Self.limit { known = [:] }
            let check = Check(host)
            known[host] = check
            return check
        }
    }
}
