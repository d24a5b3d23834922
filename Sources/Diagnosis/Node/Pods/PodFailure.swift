/// Why a node could not be read through a pod of its own; the words are kubectl's or the cluster's, untrusted and bounded.
package enum PodFailure: Error, Equatable, Sendable, Codable {
    /// kubectl is not there, or could not ask the cluster.
    case kubectl(String)
    /// No node of the cluster has this name or this address.
    case notInCluster
    /// RBAC, or a login that is none.
    case forbidden(String)
    /// Pod Security admission: the namespace takes no pod that sees its host.
    case podSecurity(namespace: String, String)
    /// Another admission rule, or a namespace that is not there.
    case refused(namespace: String, String)
    case imageNotPulled(image: String, String)
    /// The last that is known of the pod.
    case notStarted(String)
    /// Deleted, evicted, or at the end of its time.
    case gone(String)
    case execDenied(namespace: String, String)
    /// kubectl exec ended without an answer.
    case execFailed(String)
    /// Nothing in the image opens a connection and says that it stands.
    case noStreams(image: String)

    /// Nothing was created, for certain.
    package var hasCreatedNothing: Bool {
        switch self {
        case .forbidden, .podSecurity, .refused, .notInCluster: true
        default: false
        }
    }
}

extension PodFailure {
    /// Reads kubectl's own words: `Error from server (REASON): MESSAGE`, or a sentence.
    /// - Parameter otherwise: what words without a known reason mean where they were said.
    package init(
        kubectl words: String,
        namespace: String,
        otherwise: (String) -> PodFailure = { .kubectl($0) }
    ) {
        let text = Self.bounded(words)
        func says(_ texts: String...) -> Bool { texts.contains { words.contains($0) } }
        if says("violates PodSecurity") {
            self = .podSecurity(namespace: namespace, text)
        } else if says("(Forbidden)"), says("cannot "), says("pods/exec") {
            self = .execDenied(namespace: namespace, text)
        } else if says("(Forbidden)") && says("cannot ") && says(" resource ") || says("(Unauthorized)") {
            self = .forbidden(text)
        } else if says("(NotFound): namespaces ", "(NotFound): error when creating") {
            self = .refused(namespace: namespace, text)
        } else if says("(NotFound): pods ", "container not found", "in a completed pod") {
            self = .gone(text)
        } else if says(
            "(Forbidden)",
            "(Invalid)",
            "(BadRequest)",
            "(AlreadyExists)",
            "denied the request",
            " is invalid:"
        ) {
            self = .refused(namespace: namespace, text)
        } else if says("Unable to connect to the server", "did you specify the right host") {
            self = .kubectl(text)
        } else {
            self = otherwise(text)
        }
    }

    /// The end says what went wrong; warnings come first.
    private static func bounded(_ words: String) -> String { String(words.suffix(2000)) }
}

extension PodFailure {
    /// The cluster's or kubectl's.
    package var words: String {
        switch self {
        case .kubectl(let words), .forbidden(let words), .podSecurity(_, let words), .refused(_, let words),
            .imageNotPulled(_, let words), .notStarted(let words), .gone(let words), .execDenied(_, let words),
            .execFailed(let words):
            words
        case .notInCluster, .noStreams: ""
        }
    }
}
