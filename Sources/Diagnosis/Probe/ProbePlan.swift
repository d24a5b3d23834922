import MirrorCore

/// What a probe is asked to find out: one mirror as a node would use it.
package struct ProbePlan: Equatable, Sendable, Codable {
    package var endpoint: MirrorEndpoint
    /// What was typed instead of `endpoint`, when its path was wrong.
    package var typedPath: TypedPath?
    /// The CA file trusted instead of the system's store; `nil` trusts the system's store.
    package var caCertPath: String?
    /// A Docker `config.json`.
    package var pullCredentialConfigPath: String?
    /// References as typed, with or without their registry host: `gcr.io/a/b:1` or `a/b:1`.
    package var images: [String]
    /// Opens an upload and cancels it: what a push would meet.
    package var rehearsesPush: Bool
    /// For the whole probe.
    package var deadlineSeconds: Int
    /// For reaching the port; a packet that is dropped in silence is noticed after this long.
    package var connectDeadlineSeconds: Int
    /// For one request from its connection to the end of its answer.
    package var phaseDeadlineSeconds: Int
    package var proxy = ProxyChoice.environment
    /// `spec.proxy` of the cluster whose nodes are to pull.
    package var nodeProxy: ClusterConfig.Proxy?

    package init(
        endpoint: MirrorEndpoint,
        caCertPath: String? = nil,
        pullCredentialConfigPath: String? = nil,
        images: [String] = [],
        rehearsesPush: Bool = false,
        deadlineSeconds: Int = 30,
        connectDeadlineSeconds: Int = 5,
        phaseDeadlineSeconds: Int = 10
    ) {
        self.endpoint = endpoint
        self.caCertPath = caCertPath
        self.pullCredentialConfigPath = pullCredentialConfigPath
        self.images = images
        self.rehearsesPush = rehearsesPush
        self.deadlineSeconds = deadlineSeconds
        self.connectDeadlineSeconds = connectDeadlineSeconds
        self.phaseDeadlineSeconds = phaseDeadlineSeconds
    }

    /// What a bundle keeps: a proxy's login stays here.
    private enum CodingKeys: String, CodingKey {
        case endpoint, typedPath, caCertPath, pullCredentialConfigPath, images, rehearsesPush, deadlineSeconds
        case connectDeadlineSeconds, phaseDeadlineSeconds
    }
}
