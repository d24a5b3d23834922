/// What a host may be asked for.
package struct RegistryCapabilities: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let pull = RegistryCapabilities(rawValue: 1)
    package static let resolve = RegistryCapabilities(rawValue: 2)
    package static let push = RegistryCapabilities(rawValue: 4)
    package static let referrers = RegistryCapabilities(rawValue: 8)

    private static let named: [(String, RegistryCapabilities)] = [
        ("pull", .pull), ("resolve", .resolve), ("push", .push), ("referrers", .referrers),
    ]

    package var names: [String] { Self.named.filter { contains($0.1) }.map(\.0) }

    /// `nil` for a name that the version does not know; case does not matter.
    static func named(_ name: String, rules: ContainerdRules) -> RegistryCapabilities? {
        guard let found = named.first(where: { $0.0 == name.lowercased() })?.1 else { return nil }
        return found == .referrers && !rules.knowsReferrers ? nil : found
    }

    /// What a host gets that lists none.
    static func all(rules: ContainerdRules) -> RegistryCapabilities {
        rules.knowsReferrers ? [.pull, .resolve, .push, .referrers] : [.pull, .resolve, .push]
    }
}
