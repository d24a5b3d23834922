import Diagnosis
import MirrorCore
import Operations

/// `diff` and `apply` with `--output json`
struct ChangeJSON: Encodable {
    let path: String
    /// `unchanged` or `updated`
    let change: String
    /// `header` or `spec`
    let place: String
    let reason: String
    let diff: String
    let concerns: [Concern]
    /// The list's change, removals first.
    let changes: [Change]
    /// One for each kind of node file.
    let nodes: [Node]
    /// Versions of nodes that the table of releases does not know.
    let unknownReleases: [String]
    let backup: String?
    /// The file of `--plan-out`, when it was written.
    let plan: String?
    /// How bmctl ended, when it was run.
    let bmctlStatus: Int32?

    struct Concern: Encodable {
        /// `refusal`, `warning` or `note`
        let severity: String
        let problem: String
        let fix: String
    }

    struct Change: Encodable {
        /// `-`, `+` or `~`
        let mark: String
        let text: String
    }

    struct Node: Encodable {
        /// `configTOML` or `hostsTOML`
        let nodeFiles: String
        /// The one that the engine answers for.
        let containerdVersion: String
        /// The first and the last GDC release with such nodes.
        let releases: [String]
        /// What it does otherwise than the entry before, with the same files.
        let differences: [String]
        let groups: [Group]
        let files: [File]
        let sources: [Source]
        let appearing: [FindingJSON]
        let going: [FindingJSON]
    }

    struct Group: Encodable {
        /// `controlPlane`, `loadBalancer` or `nodePool`
        let role: String
        let name: String
        let version: String?
        let nodes: [String]
    }

    struct File: Encodable {
        let path: String
        /// `created`, `updated` or `removed`
        let change: String
        let before: String?
        let after: String?
    }

    struct Source: Encodable {
        let registryHost: String
        let before: [String]
        let after: [String]
        let losesMirror: Bool
    }

    init(
        _ planned: PlannedChange,
        backup: String? = nil,
        plan: String? = nil,
        bmctlStatus: Int32? = nil
    ) {
        self.init(
            planned.change,
            place: planned.placement,
            concerns: planned.concerns,
            consequence: planned.consequence,
            backup: backup,
            plan: plan,
            bmctlStatus: bmctlStatus
        )
    }

    init(
        _ file: FileChange,
        place: MirrorPlacement,
        concerns: [EditConcern],
        consequence: ChangeConsequence,
        backup: String? = nil,
        plan: String? = nil,
        bmctlStatus: Int32? = nil
    ) {
        path = file.path
        change = file.kind.rawValue
        self.place = place.place.rawValue
        reason = texts(place.reason)
        diff = DiffText(change: file, hasColor: false).text
        self.concerns = concerns.map {
            Concern(severity: $0.severity.rawValue, problem: texts($0.problem), fix: texts($0.fix))
        }
        changes = consequence.changes.map { Change(mark: $0.mark, text: texts($0.phrase)) }
        nodes = consequence.nodes.map(Node.init)
        unknownReleases = consequence.unknownReleases.map(\.description)
        self.backup = backup
        self.plan = plan
        self.bmctlStatus = bmctlStatus
    }
}

extension ChangeJSON.Node {
    init(_ node: NodeConsequence) {
        nodeFiles = node.line.form.id
        containerdVersion = "\(node.line.containerdVersion)"
        releases = [node.line.minors.lowerBound, node.line.minors.upperBound].map(\.description)
        differences = node.differencePhrases?.differences.map { texts($0) } ?? []
        groups = node.groups.map {
            ChangeJSON.Group(
                role: $0.role.rawValue,
                name: $0.name,
                version: $0.version?.description,
                nodes: $0.nodes
            )
        }
        files = node.files.map {
            ChangeJSON.File(path: $0.path, change: $0.kind.rawValue, before: $0.before, after: $0.after)
        }
        sources = node.sources.map {
            ChangeJSON.Source(
                registryHost: $0.registryHost,
                before: $0.before,
                after: $0.after,
                losesMirror: $0.losesMirror
            )
        }
        appearing = node.appearing.map { FindingJSON($0) }
        going = node.going.map { FindingJSON($0) }
    }
}
