import Containerd
import Diagnosis
import MirrorCore
import Texts

/// What the troubleshooting track knows: the nodes, the image, and what came of asking.
package struct TroubleState: Equatable, Sendable {
    /// This machine first, then those of the cluster config file.
    package var nodes: [TroubledNode] = [TroubledNode(place: .here, pool: "")]
    package var selected = 0
    /// The fleet's report under way.
    package var gathering: RequestID?
    /// For OpenSSH, instead of the operator's own.
    package var sshConfig: String?
    package var image = ""
    /// The explanation under way, or answered last.
    package var request: RequestID?
    package var asked: PullQuestion?
    package var outcome: PullOutcome?
    /// The attempts that are being made.
    package var asking: RequestID?
    /// Index of the attempt → what its host answered.
    package var answers: [Int: LiveAnswer] = [:]
    /// How the attempts ended, and where they were made.
    package var live: LiveEnd?
    package var log = LogState()
    package var pane = PullPane.attempts
    /// Advances while something is asked, for the sign of life on the screen.
    package var frame = 0

    package init() {}

    package var node: TroubledNode { nodes.indices.contains(selected) ? nodes[selected] : nodes[0] }
}

/// Whose files are read.
package enum NodeTarget: Equatable, Hashable, Sendable {
    /// The machine that mirrorctl runs on.
    case here
    /// Behind SSH.
    case node(address: String)
}

package struct TroubledNode: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        case unasked
        case asking
        case reported(NodeSummary)
        case failed(Finding)
    }

    package let place: NodeTarget
    /// `controlPlane`, `loadBalancer`, a node pool's name; empty for this machine.
    package let pool: String
    package var isInMaintenance = false
    package var state = State.unasked

    package init(place: NodeTarget, pool: String) {
        self.place = place
        self.pool = pool
    }
}

/// What a node's report amounts to.
package struct NodeSummary: Equatable, Sendable {
    package let name: String
    package let containerdVersion: String
    /// Nodes with the same digest do the same for every image.
    package let identity: String
    package let findings: [Finding]

    package init(name: String, containerdVersion: String, identity: String, findings: [Finding]) {
        self.name = name
        self.containerdVersion = containerdVersion
        self.identity = identity
        self.findings = findings
    }
}

package struct PullQuestion: Equatable, Sendable {
    package let place: NodeTarget
    package let image: String

    package init(place: NodeTarget, image: String) {
        self.place = place
        self.image = image
    }
}

package enum PullOutcome: Equatable, Sendable {
    case explained(ExplainedPull)
    /// No image can be pulled, or this is none.
    case failed(Phrase)
    /// containerd or its CRI does not start with the node's files: why, what that means, and what to do.
    case noStart(Phrase, meaning: Phrase, fix: Phrase?)
}

/// Who will be asked for the image, what is wrong with that, and what the node's log says of its last pull.
package struct ExplainedPull: Equatable, Sendable {
    package let plan: PullPlan
    package let findings: [Finding]
    package let trace: PullTrace?
    /// The version was guessed from the files.
    package let isVersionGuessed: Bool

    package init(plan: PullPlan, findings: [Finding], trace: PullTrace?, isVersionGuessed: Bool) {
        self.plan = plan
        self.findings = findings
        self.trace = trace
        self.isVersionGuessed = isVersionGuessed
    }

    /// The log's first: it is about what has happened.
    package var allFindings: [Finding] {
        let logged = trace?.findings ?? []
        let all = logged + findings
        return all.filter { $0.severity == .error } + all.filter { $0.severity != .error }
    }
}

/// How the attempts of a pull ended.
package struct LiveEnd: Equatable, Sendable {
    /// What is wrong with the node or, seen from it, with the mirrors.
    package let findings: [Finding]
    /// Why they were not made.
    package let problem: Phrase?
    /// The base URL that had the image.
    package let servedBy: String?
    /// Why the pull fails, in containerd's words.
    package let error: String?

    package init(
        findings: [Finding] = [],
        problem: Phrase? = nil,
        servedBy: String? = nil,
        error: String? = nil
    ) {
        self.findings = findings
        self.problem = problem
        self.servedBy = servedBy
        self.error = error
    }
}

/// What a host answered to an attempt.
package struct LiveAnswer: Equatable, Sendable {
    package let text: String
    package let milliseconds: Int
    package let isGood: Bool

    package init(text: String, milliseconds: Int, isGood: Bool) {
        self.text = text
        self.milliseconds = milliseconds
        self.isGood = isGood
    }
}

/// The cluster config file that nodes are held to.
package struct FleetFile: Equatable, Sendable {
    package let config: ClusterConfig
    package let path: String

    package init(config: ClusterConfig, path: String) {
        self.config = config
        self.path = path
    }
}

/// How the edge logs in to nodes; no secrets, only where the key lies.
package struct NodeLogin: Equatable, Sendable {
    package let user: String
    package let privateKeyPath: String?

    package init(user: String, privateKeyPath: String?) {
        self.user = user
        self.privateKeyPath = privateKeyPath
    }
}
