import Containerd

/// Which of several images a line speaks of that were pulled at the same time.
struct LineOwner {
    enum Owner { case this, other, unknown }

    private static let askedOthers = 200

    private let reference: ImageReference
    private let otherRegistryHosts: Set<String>
    private let otherRepositories: Set<String>
    private let isAlone: Bool
    /// By the node's files: whom it asks for this image, and for all others; `nil` where they are not known.
    private let ownHosts: Set<String>?
    private let otherHosts: Set<String>?

    init(_ reference: ImageReference, others: Set<String>, hosts: (String) -> Set<String>?) {
        self.reference = reference
        isAlone = others.isEmpty
        let references = others.compactMap { try? TraceReader.reference($0) }
        otherRegistryHosts = Set(references.map(\.registryHost))
        otherRepositories = Set(references.map(\.repository))
        // Alone, every line is this image's: nobody has to be told apart.
        ownHosts = others.isEmpty ? nil : hosts(reference.normalized)
        // Each of them has its files read; a log that names thousands says too little of any.
        let isKnown = ownHosts != nil && references.count == others.count && others.count <= Self.askedOthers
        var all: Set<String>? = isKnown ? [] : nil
        for other in references where all != nil {
            guard let more = hosts(other.normalized) else {
                all = nil
                break
            }
            all?.formUnion(more)
        }
        otherHosts = all
    }

    /// - Parameter url: of an object.
    func mayBelong(_ url: String) -> Bool {
        guard TracedURL.asks(url, for: reference.repository) else { return false }
        // Everybody but the registry itself is told which registry is meant.
        if !url.contains("?ns="), !url.contains("&ns=") { return TracedURL.host(of: url).map(isUpstream) ?? true }
        return TracedURL.registryHost(of: url).map { $0 == reference.registryHost } ?? true
    }

    func owner(of hop: PullMessage.Hop) -> Owner {
        if let url = hop.url { return mayBelong(url) ? .this : .other }
        if isAlone { return .this }
        if let scopes = TracedURL.scopes(in: hop.text) {
            guard scopes.contains(where: { Self.isMirrored(reference.repository, as: $0) }) else { return .other }
            let isOthers = otherRepositories.contains { other in scopes.contains { Self.isMirrored(other, as: $0) } }
            return isOthers ? .unknown : .this
        }
        if let ownHosts {
            guard ownHosts.contains(hop.host) else { return .other }
            if let otherHosts, !otherHosts.contains(hop.host) { return .this }
        }
        let isOthers = otherRegistryHosts.contains { PullTrace.isUpstream(hop.host, of: $0) }
        if isUpstream(hop.host) { return isOthers ? .unknown : .this }
        return isOthers && ownHosts == nil ? .other : .unknown
    }

    private func isUpstream(_ host: String) -> Bool { PullTrace.isUpstream(host, of: reference.registryHost) }

    /// A mirror's namespace may stand before the repository.
    private static func isMirrored(_ repository: String, as name: String) -> Bool {
        name == repository || name.hasSuffix("/\(repository)")
    }
}
