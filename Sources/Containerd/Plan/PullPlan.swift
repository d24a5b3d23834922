/// What containerd will do to pull an image: every attempt in order, and what follows from each answer.
package struct PullPlan: Equatable, Sendable {
    /// Where the list of hosts comes from.
    package enum Origin: Equatable, Sendable {
        /// A directory of `config_path`.
        case directory(LoadedHostDirectory)
        /// `registry.mirrors`, perhaps without an entry for this host.
        case mirrors
        /// Nothing is configured for this host.
        case defaults
    }

    package enum Mode: String, Equatable, Sendable { case local, transfer }

    package let image: String
    package let reference: ImageReference
    package let rules: ContainerdRules
    package let mode: Mode
    /// The directories that hosts are looked up in.
    package let roots: [String]
    package let origin: Origin
    package let attempts: [PullAttempt]
    /// Fails the pull before anybody is asked.
    package let error: PullConfigurationError?
    package let headers: [HTTPField]
    /// Names of `registry.headers` whose list is empty.
    package var emptyHeaders: [String] = []

    /// The ones that can be asked for the name, in order.
    package var resolving: [PullAttempt] { attempts.filter(\.isAskedForName) }

    /// The first that is asked is not the registry itself.
    package var usesMirror: Bool { error == nil && resolving.first.map { !$0.isUpstream } ?? false }
}

/// One host that is asked, and how.
package struct PullAttempt: Equatable, Sendable {
    /// Index into the endpoints of the pull, from 0.
    package let index: Int
    package let endpoint: RegistryEndpoint
    /// The HEAD request that resolves the name or digest.
    package let resolveURL: String
    /// Has the capabilities that the request needs; others are asked for layers only.
    package let isAskedForName: Bool
    /// The registry that the image's name says.
    package let isUpstream: Bool
    /// Which credentials answer a challenge of this host.
    package let credential: CredentialOrigin

    package enum CredentialOrigin: Equatable, Sendable {
        /// `configs."KEY".auth`
        case config(key: String, SourcePosition?)
        /// A fixed `Authorization` header in `hosts.toml`.
        case header
        /// Only what the pull request brings along: imagePullSecrets, or kubelet's own.
        case pullRequest
    }
}

extension PullAttempt {
    /// The answers that this host can give: without verification there is no bad certificate.
    package var possibleAnswers: [AnswerKind] {
        let verifies = endpoint.scheme == "https" && endpoint.tls.skipVerify != true
        return AnswerKind.allCases.filter { $0 != .x509 || verifies }
    }
}

extension PullPlan {
    /// The same hosts from the same lines: what a screen holds has no secrets, so nothing else can be compared.
    package func asksTheSame(as other: PullPlan) -> Bool {
        attempts.map(\.resolveURL) == other.attempts.map(\.resolveURL)
            && attempts.map(\.endpoint.source) == other.attempts.map(\.endpoint.source)
    }
}

/// How an answer is tried out in a plan.
package enum AnswerKind: String, CaseIterable, Equatable, Sendable {
    case notFound = "404"
    case unauthorized = "401"
    case x509
    case timeout
    case html

    /// What a host would answer; a HEAD has no body.
    package func answer(to request: RegistryRequest) -> RegistryAnswer {
        switch self {
        case .notFound: return .response(RegistryResponse(status: 404))
        case .unauthorized:
            let challenge = HTTPField("WWW-Authenticate", "Basic realm=\"Registry\"")
            return .response(RegistryResponse(status: 401, headers: [challenge]))
        case .x509: return .failure(.x509("certificate signed by unknown authority"))
        case .timeout: return .failure(.timeout)
        case .html:
            let body = request.method == "HEAD" ? [] : Array("<html></html>".utf8)
            let type = HTTPField("Content-Type", "text/html")
            return .response(RegistryResponse(status: 200, headers: [type], body: body))
        }
    }
}

/// What follows when one host answers so, and the hosts after it are well.
package enum AttemptOutcome: Equatable, Sendable {
    /// The next one is asked; nobody sees it but containerd's log.
    case next(PullAttempt)
    /// The answer is taken for the image; the pull fails later, while unpacking.
    case accepted
    /// The pull fails with this error; `podEvent` wraps it as the Pod shows it.
    case fails(String)
}
