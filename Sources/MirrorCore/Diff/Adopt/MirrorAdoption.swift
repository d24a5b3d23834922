import Texts

/// An admin cluster's mirrors, taken over into the spec of a user cluster that it manages. Its Secrets may be shared.
package struct MirrorAdoption: Equatable, Sendable {
    /// In the admin cluster's order, for `spec.nodeConfig.registryMirrors`.
    package let mirrors: [RegistryMirror]
    /// Where they come from, and what was found out about their Secrets.
    package let concerns: [EditConcern]

    /// - Parameters:
    ///   - admin: the managing cluster as it runs.
    ///   - user: the file that they go into.
    ///   - checks: what was asked of the Secrets in the managing cluster; those that its answer holds need none.
    package init(
        from admin: LiveCluster,
        into user: ClusterConfig,
        checks: [SecretReference: SecretCheck] = [:]
    ) throws(AdoptionError) {
        guard let cluster = user.cluster else { throw .noCluster }
        guard cluster.type == .user || cluster.type == nil else { throw .notAUserCluster(cluster.type) }
        let drafts = admin.registryMirrors
        let name = admin.config.cluster?.name ?? ""
        guard !drafts.isEmpty else {
            throw admin.hasHeaderMirrors ? .configFile : .nothingToAdopt(name)
        }
        switch validate(drafts, for: .spec) {
        case .invalid(let issues): throw .invalid(issues)
        case .valid(let mirrors): self.mirrors = mirrors
        }
        var concerns: [EditConcern] = []
        if cluster.type == nil { concerns.append(EditConcern(.warning, "adopt.unknownType")) }
        if admin.config.cluster?.type == .user {
            concerns.append(EditConcern(.warning, "adopt.fromUser", ["name": name]))
        }
        let known = Dictionary(admin.secrets.map { ($0.reference, $0) }) { first, _ in first }
        for use in SecretUse.all(in: mirrors) {
            let check = checks[use.reference] ?? known[use.reference].map { .found($0) } ?? .notAsked
            concerns += use.concerns(check, userNamespace: cluster.namespace)
        }
        let kept = Set(mirrors.map(\.endpoint.url))
        for draft in user.registryMirrors(at: .spec) where !kept.contains(draft.url) {
            concerns.append(EditConcern(.warning, "adopt.replaces", ["endpoint": draft.url]))
        }
        for (mirror, keys) in zip(mirrors, admin.unknownKeys) where !keys.isEmpty {
            let arguments = ["endpoint": mirror.endpoint.url, "keys": keys.joined(separator: ", ")]
            concerns.append(EditConcern(.warning, "adopt.keysLeft", arguments))
        }
        self.concerns = concerns
    }

    /// The Secrets that are worth asking for.
    package static func references(of admin: LiveCluster) -> [SecretReference] {
        guard case .valid(let mirrors) = validate(admin.registryMirrors, for: .spec) else { return [] }
        return SecretUse.all(in: mirrors).map(\.reference)
    }
}

/// Why there is nothing to take over. Nothing was changed.
package enum AdoptionError: Error, Equatable, Sendable {
    case noCluster
    /// `nil`: the file does not say.
    case notAUserCluster(ClusterType?)
    case nothingToAdopt(String)
    /// The admin cluster's config file was given: it holds paths, and a spec needs Secrets.
    case configFile
    case invalid([ValidationIssue])

    package var problem: Phrase {
        switch self {
        case .noCluster: Phrase("edit.noCluster")
        case .notAUserCluster(let type): Phrase("adopt.notAUserCluster", ["type": type?.rawValue ?? "?"])
        case .nothingToAdopt(let name): Phrase("adopt.nothing", ["name": name])
        case .configFile: Phrase("adopt.configFile")
        case .invalid(let issues):
            Phrase("adopt.invalid", parts: issues.first.map { ["problem": $0.problem] } ?? [:])
        }
    }

    package var fix: Phrase {
        switch self {
        case .noCluster: Phrase("edit.fix.noCluster")
        case .notAUserCluster: Phrase("adopt.fix.notAUserCluster")
        case .nothingToAdopt: Phrase("adopt.fix.nothing")
        case .configFile: Phrase("live.fix.command")
        case .invalid: Phrase("adopt.fix.invalid")
        }
    }
}
