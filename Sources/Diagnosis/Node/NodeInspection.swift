import Containerd
import MirrorCore

/// One node that was asked about: what came back, and what it is held to.
package struct NodeInspection: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        case report(NodeReport)
        case failure(NodeFailure)
    }

    /// As the operator or the cluster config file names it: an address, a folder.
    package let target: String
    package let outcome: Outcome
    /// The certificates in the report's files, by path; files without one are left out.
    package var certificates: [String: [CertificateFacts]] = [:]
    /// Our own clock when the report was made, seconds since 1970; `nil` for a report that lay about.
    package var askedAt: Int64?
    /// For judging certificates: our clock, or the report's.
    package var now: Int64
    package var expected: ExpectedMirrors?
    /// `controlPlane`, `loadBalancer`, or a node pool's name.
    package var pool: String?
    package var isInMaintenance = false
    /// What the operator says it runs.
    package var givenVersion: ContainerdVersion?

    package init(target: String, outcome: Outcome, now: Int64) {
        self.target = target
        self.outcome = outcome
        self.now = now
    }

    package var report: NodeReport? { if case .report(let report) = outcome { report } else { nil } }
    package var failure: NodeFailure? { if case .failure(let failure) = outcome { failure } else { nil } }
}

/// The mirrors that a cluster config file gives its nodes, and the CA certificates they are to trust for them.
package struct ExpectedMirrors: Equatable, Sendable {
    package var mirrors: [RegistryMirror]
    /// SHA-256 fingerprints of the certificates in the CA file of a mirror, by `HOST:PORT`.
    package var caFingerprints: [String: Set<String>]

    package init(mirrors: [RegistryMirror], caFingerprints: [String: Set<String>] = [:]) {
        self.mirrors = mirrors
        self.caFingerprints = caFingerprints
    }

    /// Registry hosts that are mirrored, `gcr.io` first.
    package var hosts: [RegistryHost] { MirrorConfiguration(mirrors: mirrors).mirroredHosts }

    /// The same hosts, each with the mirrors that serve it.
    package var endpointsByHost: [(host: RegistryHost, endpoints: [MirrorEndpoint])] {
        MirrorConfiguration(mirrors: mirrors).mirrorsByHost.map { ($0.host, $0.mirrors.map(\.endpoint)) }
    }
}
