import MirrorCore
import Texts

/// Everything that was seen before an upgrade; `ReadyTopic` says what it means.
package struct ReadyFacts: Sendable {
    package let question: ReadyQuestion
    package let file: ClusterConfig
    package let releases: ReleaseTable
    /// Seconds since 1970.
    package let now: Int64
    package var live: LiveCluster?
    package var mirrors: [ReadyMirror] = []
    package var packages: [ReadyPackage] = []
    /// Of saved reports; `nil` without any.
    package var nodes: [NodeJudgement]?

    package init(_ question: ReadyQuestion, file: ClusterConfig, now: Int64, releases: ReleaseTable = .current) {
        self.question = question
        self.file = file
        self.now = now
        self.releases = releases
    }

    var target: UpgradeTarget { question.target }

    var configuration: MirrorConfiguration { MirrorConfiguration(mirrors: mirrors.map(\.mirror)) }

    /// The file with the versions that the cluster runs, where that is known.
    var cluster: ClusterConfig {
        guard let live, !live.hasHeaderMirrors else { return file }
        var cluster = file
        cluster.cluster?.version = live.config.cluster?.version
        if !live.config.nodePools.isEmpty { cluster.nodePools = live.config.nodePools }
        return cluster
    }

    /// Groups of nodes of one version, the control plane's first.
    var groups: [UpgradeGroup] {
        var order: [GDCVersion?] = []
        var members: [GDCVersion?: [NodeGroup]] = [:]
        for group in cluster.nodeGroups {
            if members[group.version] == nil { order.append(group.version) }
            members[group.version, default: []].append(group)
        }
        return order.map { UpgradeGroup(version: $0, groups: members[$0] ?? []) }
    }
}

/// Nodes of one version.
struct UpgradeGroup: Equatable, Sendable {
    let version: GDCVersion?
    let groups: [NodeGroup]

    /// `control plane, node pool a and 3 more`
    var names: Phrase {
        .list(
            groups.map { group in
                let role = Phrase("consequence.role.\(group.role.rawValue)")
                return group.name.isEmpty
                    ? role : Phrase("ready.group", ["name": group.name], parts: ["role": role])
            },
            limit: 4
        )
    }
}

/// One mirror of the file, as this machine met it.
package struct ReadyMirror: Sendable {
    package let mirror: RegistryMirror
    /// What was asked; its paths are those that could be read here.
    package let plan: ProbePlan
    /// Secrets with what nodes have and this machine has not.
    package let hidden: [SecretReference]
    package var report: ProbeReport?
    package var caFile = CAFileFacts.notGiven
    /// `nil` where nodes log in with nothing.
    package var loginEnd: LoginEnd?

    package init(_ mirror: RegistryMirror, plan: ProbePlan, hidden: [SecretReference]) {
        self.mirror = mirror
        self.plan = plan
        self.hidden = hidden
    }

    var name: String { mirror.endpoint.url }
}

/// Until when a login is good, as far as it says so itself.
package enum LoginEnd: Equatable, Sendable {
    /// Seconds since 1970, as a token or a password of that kind carries it.
    case at(Int64)
    /// A password, which says nothing of the kind.
    case password
    /// A token without an end in it.
    case token
    /// A user whose passwords are tokens of an hour (Google's `oauth2accesstoken`) or twelve (`AWS`).
    case shortLived(user: String)
    /// There is no login to look at; the mirror's own line says why.
    case unusable
}

/// The images of a package, and where they are.
package struct ReadyPackage: Equatable, Sendable {
    package let path: String
    package var images: [ReadyImage]

    package init(path: String, images: [ReadyImage]) {
        self.path = path
        self.images = images
    }

    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// `bmpackages_1.34.0-gke.566.tar.xz`: the version that the file's name says.
    package var release: GDCVersion? {
        var bare = name[...]
        while let dot = bare.lastIndex(of: "."), let first = bare[bare.index(after: dot)...].first, !first.isNumber {
            bare = bare[..<dot]
        }
        // Whatever stands before it: `bmpackages_1…`, `gdc-1…`.
        for start in bare.indices where bare[start].isNumber {
            let before = start == bare.startIndex ? nil : bare[bare.index(before: start)]
            guard before?.isNumber != true, before != "." else { continue }
            if let version = GDCVersion(String(bare[start...])) { return version }
        }
        return nil
    }
}

package struct ReadyImage: Equatable, Sendable {
    package enum Outcome: Equatable, Sendable {
        /// Read back whole.
        case present
        /// What is missing of it.
        case missing([Phrase])
        /// It could not be read, and a node could not either.
        case failed(Finding)
        /// Nobody could be asked.
        case unasked(Phrase)
    }

    /// `gcr.io/NAME:TAG`
    package let name: String
    /// Empty when the package does not say.
    package let registryHost: String
    /// One for each mirror that nodes would ask for it, in their order: the mirror's index and what came of it.
    package var places: [(mirror: Int, outcome: Outcome)]

    package init(name: String, registryHost: String, places: [(mirror: Int, outcome: Outcome)] = []) {
        self.name = name
        self.registryHost = registryHost
        self.places = places
    }

    package static func == (left: ReadyImage, right: ReadyImage) -> Bool {
        left.name == right.name && left.registryHost == right.registryHost
            && left.places.elementsEqual(right.places) { $0.mirror == $1.mirror && $0.outcome == $1.outcome }
    }

    /// The best of its places; `nil` when no mirror is asked for it.
    package var outcome: Outcome? {
        let all = places.map(\.outcome)
        if all.contains(.present) { return .present }
        return all.first { if case .unasked = $0 { true } else { false } }
            ?? all.first { if case .missing = $0 { true } else { false } } ?? all.first
    }
}
