import MirrorCore

/// What a probe has seen so far: facts only. `diagnose` says what they mean.
package struct ProbeReport: Equatable, Sendable, Codable {
    package let plan: ProbePlan
    /// Seconds since 1970, by this machine's clock.
    package let startedAt: Int64
    /// All that the plan asks for, in order, from the first report on.
    package var phases: [ProbePhase]
    package var caFile: CAFileFacts
    /// Files with certificates in the folder where the CA file is not.
    package var caFilesNear: [String]?
    package var dockerConfig: DockerConfigFacts
    /// Permission bits of that file.
    package var dockerConfigMode: UInt32?
    /// What looks odd about the login that was found there.
    package var loginQuirks: [LoginQuirk]?
    /// Entries of other registries whose `auth` is no login.
    package var brokenEntries: [String]?
    /// Addresses that a connection was tried to, in order.
    package var addresses: [String]
    /// Every address of the endpoint's name; empty for an endpoint without a name, and through a proxy.
    package var addressFacts: [AddressFacts] = []
    /// What this machine's variables say.
    package var proxySettings = ProxySettings.none
    /// The proxy that the registry was asked through.
    package var proxy: ProxyAddress?
    /// TLS handshakes with the registry and the token server.
    package var handshakes: [HandshakeCount] = []
    /// Why the registry gave no usable answer, if it gave none.
    package var failure: TransportFailure?
    package var tls: TLSFacts?
    /// What a greeting that offers everything brought, where the server refused the one that Go sends.
    package var widerTLS: TLSFacts?
    /// The other protocol, asked where the endpoint's own got no answer of its kind.
    package var otherProtocol: OtherProtocolFacts?
    /// `Date` of a server that was not let in because of a certificate's dates: looked at, not trusted.
    package var unverifiedDate: Int64?
    /// `GET /v2/` without credentials.
    package var ping: HTTPFacts?
    /// Only when the registry asked for a login.
    package var login: LoginFacts?
    /// A token server that gives a token by GET, and refuses the POST that nodes send.
    package var tokenByGETOnly: TokenByGETFacts?
    package var mirrorNamespace: MirrorNamespaceFacts
    package var images: [ImageFacts]
    package var project: ProjectFacts
    /// Below another path than `/v2/` a registry answers; what it said there.
    package var registryBelow: HTTPFacts?
    /// The endpoint as it was typed, when its path had to be put right first.
    package var typed: TypedPathFacts?
    /// Only when the plan asks for it.
    package var rehearsal: RehearsalFacts?
    package var isFinished: Bool
    package var isCancelled: Bool

    package init(plan: ProbePlan, startedAt: Int64 = 0) {
        self.plan = plan
        self.startedAt = startedAt
        phases = ProbePhase.Kind.allCases.filter { $0 != .push || plan.rehearsesPush }.map { ProbePhase(kind: $0) }
        caFile = .notGiven
        dockerConfig = .notGiven
        addresses = []
        mirrorNamespace = .notChecked
        images = []
        project = .unknown
        typed = plan.typedPath.map { TypedPathFacts(typed: $0) }
        isFinished = false
        isCancelled = false
    }

    package subscript(_ kind: ProbePhase.Kind) -> ProbePhase {
        get { phases.first { $0.kind == kind } ?? ProbePhase(kind: kind) }
        set {
            guard let index = phases.firstIndex(where: { $0.kind == kind }) else { return }
            phases[index] = newValue
        }
    }

    /// The phase a transport failure ended in.
    package var failedPhase: ProbePhase.Kind? { phases.first { $0.status == .failed }?.kind }
}
