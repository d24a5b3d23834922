import Diagnosis
import Glibc
import MirrorCore
import MirrorSystem
import Threads

/// Looks at everything before an upgrade, and says what it means. Nothing is written, here or in the mirror.
package struct ReadyRun: Sendable {
    private let question: ReadyQuestion
    private let saved: [UInt8]?
    private let cancellation: Cancellation
    private let progress: @Sendable (ReadyProgress) -> Void

    /// - Parameters:
    ///   - saved: what is in the saved answer of kubectl, where it cannot be read from a file.
    ///   - progress: called now and then, from several threads, one at a time.
    package init(
        _ question: ReadyQuestion,
        saved: [UInt8]? = nil,
        cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (ReadyProgress) -> Void = { _ in }
    ) {
        self.question = question
        self.saved = saved
        self.cancellation = cancellation
        self.progress = progress
    }

    /// Blocks for as long as mirrors, kubectl and packages take.
    package func verdict() throws(ReadyError) -> ReadyVerdict {
        let file = try readFile()
        var facts = ReadyFacts(question, file: file, now: Int64(time(nil)))
        // Reading a package may take minutes: what else can be wrong is said first.
        let packages = ReadyPackages(question.packages, cancellation: cancellation)
        try packages.open()
        facts.mirrors = try mirrors(of: file)
        facts.nodes = try nodes(file)
        facts.live = try live(file)
        var lines: [ReadyLine] = []
        func add(_ topics: ReadyTopic...) { lines += topics.flatMap { $0.lines(facts) } }
        add(.running, .step, .nodeFiles, .traps, .nodes, .space)
        progress(ReadyProgress(.asking(mirrors: facts.mirrors.count), lines: lines.sorted))
        ask(&facts.mirrors)
        try check()
        add(.mirror, .expiry)
        let known = lines.sorted
        facts.packages = try packages.audit(facts.mirrors) { progress(ReadyProgress($0, lines: known)) }
        try check()
        // With a package, an image of it stands in the command that is offered.
        lines.removeAll { $0.topic == .mirror }
        add(.mirror, .images)
        return ReadyVerdict(target: question.target, cluster: file.cluster?.name ?? "", lines: lines.sorted)
    }

    private func check() throws(ReadyError) { if cancellation.isCancelled { throw .cancelled } }

    // MARK: Files

    private func readFile() throws(ReadyError) -> ClusterConfig {
        do throws(ClusterConfigFileError) {
            return try ClusterConfigFile(reading: question.clusterConfigPath).config
        } catch {
            switch error {
            case .file(let error): throw .file(error)
            case .notYAML(_, let error): throw .notYAML(path: question.clusterConfigPath, error)
            }
        }
    }

    private static func bytes(_ path: String) throws(ReadyError) -> [UInt8] {
        do throws(FileError) { return try FileSnapshot(reading: path).bytes } catch { throw .file(error) }
    }

    private func nodes(_ file: ClusterConfig) throws(ReadyError) -> [NodeJudgement]? {
        guard let folder = question.reports else { return nil }
        let expected = ExpectedNodes(file, besides: question.clusterConfigPath)
        do throws(NodeReportFolder.Trouble) {
            let found = try NodeReportFolder.read(folder)
            return NodeReportFolder.completed(found, file.allNodes.map(\.address), false).map { inspection in
                var inspection = inspection
                expected.mark(&inspection)
                return NodeJudgement(inspection)
            }
        } catch {
            throw .reports(error)
        }
    }

    private func live(_ file: ClusterConfig) throws(ReadyError) -> LiveCluster? {
        let name = file.cluster?.name ?? ""
        switch question.live {
        case nil: return nil
        case .saved(let path):
            let bytes = if let saved { saved } else { try Self.bytes(path) }
            do throws(LiveClusterError) {
                return try LiveCluster(kubectl: bytes, name: name.isEmpty ? nil : name)
            } catch {
                throw .live(error)
            }
        case .kubectl(let kubeconfig):
            guard let cluster = file.cluster, !name.isEmpty, cluster.hasUsableName else { throw .unusableName(name) }
            do throws(KubectlError) {
                return try Kubectl(kubeconfig: kubeconfig).cluster(
                    name,
                    namespace: cluster.namespace.isEmpty ? nil : cluster.namespace,
                    withNodePools: true,
                    cancellation: cancellation
                )
            } catch {
                throw cancellation.isCancelled ? .cancelled : .kubectl(error)
            }
        }
    }

    // MARK: Mirrors

    private func mirrors(of file: ClusterConfig) throws(ReadyError) -> [ReadyMirror] {
        let place = file.mirrorPlace
        let mirrors: [RegistryMirror]
        switch validate(file.registryMirrors(at: place), for: place) {
        case .valid(let found): mirrors = found
        case .invalid(let issues):
            guard let first = issues.first else { throw .noMirrors(path: question.clusterConfigPath) }
            throw .badMirror(first)
        }
        guard !mirrors.isEmpty else { throw .noMirrors(path: question.clusterConfigPath) }
        let proxy = file.cluster?.proxy ?? ClusterConfig.Proxy.absent
        var all: [ReadyMirror] = []
        for mirror in mirrors {
            var plan = ProbePlan(endpoint: mirror.endpoint)
            var hidden: [SecretReference] = []
            plan.nodeProxy = proxy
            plan.caCertPath = try path(mirror.caCert, question.caCertPath, "--ca-cert", mirror, &hidden)
            plan.pullCredentialConfigPath = try path(
                mirror.pullCredential,
                question.dockerConfigPath,
                "--docker-config",
                mirror,
                &hidden
            )
            all.append(ReadyMirror(mirror, plan: plan, hidden: hidden))
        }
        return all
    }

    /// The file that the cluster config file names, or the one that was given for a Secret.
    private func path(
        _ source: MaterialSource?,
        _ given: String?,
        _ option: String,
        _ mirror: RegistryMirror,
        _ hidden: inout [SecretReference]
    ) throws(ReadyError) -> String? {
        switch source {
        case .file(let path):
            if let given, given != path {
                throw .replaced(option: option, endpoint: mirror.endpoint.url, path: path)
            }
            return path
        case .secret(let secret):
            if given == nil { hidden.append(secret) }
            return given
        // Nodes have none: asking with one would say nothing of them.
        case nil: return nil
        }
    }

    private func ask(_ mirrors: inout [ReadyMirror]) {
        let reports = Prober().probe(mirrors.map(\.plan), cancellation: cancellation)
        for index in mirrors.indices {
            let plan = mirrors[index].plan
            mirrors[index].report = reports[index]
            mirrors[index].caFile = CAFile.facts(plan.caCertPath)
            mirrors[index].loginEnd = plan.pullCredentialConfigPath.map {
                LoginEnd(readingLogin: $0, for: plan.endpoint)
            }
        }
    }
}

extension [ReadyLine] {
    /// In the order of their topics.
    fileprivate var sorted: [ReadyLine] { ReadyTopic.allCases.flatMap { topic in filter { $0.topic == topic } } }
}
