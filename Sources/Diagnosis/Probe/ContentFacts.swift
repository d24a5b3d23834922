/// What is known about the mirror namespace.
package enum MirrorNamespaceFacts: Equatable, Sendable, Codable {
    case notChecked
    /// The endpoint is the registry's root.
    case root
    /// A repository below it answered.
    case found
    /// The registry says so itself, or its complete catalogue has nothing below it; `answer` is what it said.
    case notFound(HTTPFacts)
    /// The images are not where the endpoint leads, but below another namespace; `nil` is the registry's root.
    case imagesElsewhere(mirrorNamespace: String?, image: String)
    /// Registries without namespaces cannot tell; an image would.
    case notProvable
}

/// One image that was asked for by name.
package struct ImageFacts: Equatable, Sendable, Codable {
    package enum Outcome: Equatable, Sendable, Codable {
        case found(digest: String?)
        case notFound
        /// 401 or 403 although the login was accepted.
        case denied
        /// 200, but not a manifest.
        case notManifest
        /// A manifest with a `Docker-Content-Digest` that containerd does not read; `words` are its own.
        case badDigest(header: String, words: String)
        /// A manifest of schema 1, which containerd reads up to 2.0.
        case schema1
        /// HEAD is answered with this status, GET with the manifest.
        case onlyByGET(head: Int)
        case unexpected
        case noAnswer(TransportFailure)
        /// The reference itself cannot be read.
        case badReference
    }

    /// As typed.
    package var reference: String
    /// `NAMESPACE/REPOSITORY:TAG` as asked for.
    package var path: String
    package var outcome: Outcome
    package var answer: HTTPFacts?

    package init(reference: String, path: String, outcome: Outcome, answer: HTTPFacts? = nil) {
        self.reference = reference
        self.path = path
        self.outcome = outcome
        self.answer = answer
    }
}
