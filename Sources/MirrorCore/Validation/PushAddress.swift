/// Why `HOST:PORT[/NAMESPACE]` cannot be used; `fixed` is what to type instead.
package enum PushAddressError: Error, Equatable, Sendable {
    case scheme(fixed: String)
    case v2(fixed: String)
    /// Slashes around the namespace, or two in a row.
    case slashes(fixed: String)
    case invalid([ValidationIssue])
}

extension MirrorEndpoint {
    /// Where a push goes, as `bmctl push images --private-registry` spells it: `HOST:PORT[/NAMESPACE]`.
    package init(pushTarget text: String, isHTTP: Bool) throws(PushAddressError) {
        if text.contains("@") {
            throw .invalid(validate([MirrorDraft(endpoint: "https://" + text)], for: .header).issues)
        }
        if let mark = text.firstRange(of: "://") {
            throw .scheme(fixed: Self.withoutV2(String(text[mark.upperBound...])))
        }
        let fixed = Self.withoutV2(text)
        guard fixed == text else { throw Self.hasV2(text) ? .v2(fixed: fixed) : .slashes(fixed: fixed) }
        let parts = text.split(separator: "/", maxSplits: 1)
        let draft = MirrorDraft(
            endpoint: (isHTTP ? "http://" : "https://") + (parts.first ?? ""),
            mirrorNamespace: parts.count == 2 ? String(parts[1]) : ""
        )
        let validated = validate([draft], for: .header)
        guard let mirror = validated.mirrors?.first else { throw .invalid(validated.issues) }
        self = mirror.endpoint
    }

    private static func hasV2(_ text: String) -> Bool { text.split(separator: "/").dropFirst().first == "v2" }

    private static func withoutV2(_ text: String) -> String {
        var parts = text.split(separator: "/")
        if parts.count > 1, parts[1] == "v2" { parts.remove(at: 1) }
        return parts.joined(separator: "/")
    }
}

/// Whether nodes with these mirrors would look for an image where a push puts it.
package struct PushCover: Equatable, Sendable {
    private let mirrors: [RegistryMirror]
    private let target: MirrorEndpoint

    package init(mirrors: [RegistryMirror], target: MirrorEndpoint) {
        self.mirrors = mirrors
        self.target = target
    }

    /// - Parameter registryHost: of the image's name; empty when the package does not give one.
    package func finds(_ registryHost: String) -> Bool {
        mirrors.contains { mirror in
            mirror.endpoint.host == target.host && mirror.endpoint.effectivePort == target.effectivePort
                && mirror.endpoint.mirrorNamespace == target.mirrorNamespace
                && (mirror.hosts + [.alwaysMirrored]).contains { $0.name == registryHost }
        }
    }
}
