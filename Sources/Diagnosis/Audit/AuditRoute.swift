import Containerd

/// Who stands on an image's way, and where each of them is.
package struct AuditRoute: Sendable {
    package let plan: PullPlan
    private let reaches: [AuditBounds.Reach]
    private let bounds: AuditBounds

    package init(_ plan: PullPlan, _ bounds: AuditBounds) {
        self.plan = plan
        self.bounds = bounds
        reaches = plan.attempts.map { attempt in
            let host = attempt.endpoint.host
            return attempt.isUpstream ? bounds.reach(of: host) : bounds.reach(ofMirror: host)
        }
    }

    package var asked: [String] { plan.resolving.map(\.endpoint.baseURL) }

    /// What needs nobody to be asked.
    package func settled(asks: Bool) -> AuditResult? {
        if let error = plan.error { return .nobody(error.text) }
        guard let first = plan.resolving.first else { return .nobody("no resolve hosts") }
        guard reaches[first.index] == .mirror else { return beyond(first.index) }
        if asks { return nil }
        return first.isUpstream ? .inside(.mirror) : .configured
    }

    /// Whether this one may be asked from here.
    package func isAskable(_ index: Int) -> Bool {
        reaches.indices.contains(index) && reaches[index] == .mirror
    }

    /// The pull comes to a host that is not asked from here.
    package func beyond(_ index: Int) -> AuditResult {
        guard reaches.indices.contains(index) else { return .upstreamNext }
        guard reaches[index] == .outside else { return .inside(reaches[index]) }
        return plan.resolving.first?.index == index ? .upstream : .upstreamNext
    }

    /// A host has the image.
    package func found(by index: Int) -> AuditResult {
        plan.attempts.indices.contains(index) && plan.attempts[index].isUpstream ? .own(index) : .mirror(index)
    }

    /// Whether a URL that a mirror sends to may be asked from here: a token server, the target of a redirect.
    /// - Parameter host: `HOST[:PORT]`.
    package func mayFollow(to host: String, from index: Int) -> Bool {
        guard plan.attempts.indices.contains(index) else { return false }
        let own = plan.attempts[index].endpoint.host
        return host == own || bounds.reach(ofMirror: host) == .mirror
    }

    /// A manifest, by its media type; a page of a portal is none.
    package static func isManifest(_ mediaType: String) -> Bool {
        [
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws",
            "application/vnd.docker.distribution.manifest.v1+json",
        ].contains(mediaType)
    }
}
