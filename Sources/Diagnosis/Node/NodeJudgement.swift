import Containerd
import Texts

/// What a node's report means: its version, whom it will ask for each registry host, and what is wrong.
package struct NodeJudgement: Sendable {
    /// What a node will do for one registry host.
    package struct Host: Equatable, Sendable {
        package let name: String
        package let plan: PullPlan
    }

    package enum VersionOrigin: String, Equatable, Sendable { case given, installed, guessed }

    package enum ConfigOrigin: String, Equatable, Sendable {
        /// The files, read as containerd reads them; `config dump` agrees or could not be run.
        case files
        /// `containerd config dump`: it says something else than the files.
        case dump
    }

    package let inspection: NodeInspection
    package let version: ContainerdVersion
    package let versionOrigin: VersionOrigin
    package let configOrigin: ConfigOrigin
    package let judge: PullJudge?
    package let startError: PullExplainer.StartError?
    /// In the order of their names.
    package let hosts: [Host]
    /// Lines of the attempts where files and dump differ, `-` files and `+` dump.
    package let dumpDifferences: [String]

    package var explainer: PullExplainer? { judge?.explainer }

    package init(_ inspection: NodeInspection) {
        self.inspection = inspection
        let report = inspection.report ?? NodeReport()
        if let given = inspection.givenVersion {
            (version, versionOrigin) = (given, .given)
        } else if let installed = report.containerdVersion {
            (version, versionOrigin) = (installed, .installed)
        } else {
            version = ContainerdVersion.guess(from: report.files, configPath: report.configPath)
            versionOrigin = .guessed
        }
        guard inspection.report != nil else {
            (configOrigin, judge, startError, hosts, dumpDifferences) = (.files, nil, nil, [], [])
            return
        }
        var fromFiles: PullExplainer?
        var error: PullExplainer.StartError?
        do throws(PullExplainer.StartError) {
            fromFiles = try PullExplainer(
                version: version,
                files: report.files,
                configPath: report.configPath,
                isConfigNamed: report.isConfigNamed
            )
        } catch let problem {
            error = problem
        }
        let ofFiles = fromFiles.map(PullJudge.init)
        let names = Self.hostNames(fromFiles, report, inspection.expected)
        let planned = Self.plans(fromFiles, names)
        // Of the dump the collector prints the registry's tables only, and not what is switched off.
        let isDisabled = if case .disabled = error { true } else { false }
        guard let dump = report.dump, versionOrigin == .installed, !isDisabled,
            let dumped = try? PullExplainer(
                version: version,
                files: OverlaidFiles(base: report.files, path: Self.dumpPath, text: dump),
                configPath: Self.dumpPath
            )
        else {
            (configOrigin, judge, startError, hosts, dumpDifferences) = (.files, ofFiles, error, planned, [])
            return
        }
        let other = Self.plans(dumped, Set(names).union(Self.hostNames(dumped, report, nil)).sorted())
        let differences = Self.differences(planned, other)
        if differences.isEmpty, fromFiles != nil {
            (configOrigin, judge, startError, hosts, dumpDifferences) = (.files, ofFiles, error, planned, [])
        } else {
            (configOrigin, judge, startError) = (.dump, PullJudge(dumped), nil)
            (hosts, dumpDifferences) = (other, differences)
        }
    }

    // MARK: Registry hosts

    /// One by one: there may be as many as names in a folder.
    var attempts: some Sequence<PullAttempt> { hosts.lazy.flatMap(\.plan.attempts) }

    /// An image of the host that need not exist: whom a node asks does not hang on its name.
    package static func sampleImage(of host: String) -> String {
        host == "docker.io" ? "docker.io/library/image:latest" : "\(host)/library/image:latest"
    }

    private static func hostNames(_ explainer: PullExplainer?, _ report: NodeReport, _ expected: ExpectedMirrors?)
        -> [String]
    {
        var names = Set((expected?.hosts ?? [.alwaysMirrored]).map(\.name))
        for name in explainer?.registry.mirrors.keys ?? [:].keys where name != "*" { names.insert(name) }
        for root in explainer?.roots ?? [] {
            for folder in (try? report.files.names(in: root)) ?? [] where folder != "_default" {
                names.insert(HostDirectory.registryHost(ofFolder: folder))
            }
        }
        return names.sorted()
    }

    private static func plans(_ explainer: PullExplainer?, _ names: [String]) -> [Host] {
        guard let explainer else { return [] }
        var hosts: [Host] = []
        hosts.reserveCapacity(names.count)
        for name in names {
            guard let plan = explainer.planOnce(sampleImage(of: name)) else { continue }
            hosts.append(Host(name: name, plan: plan))
        }
        return hosts
    }

    private static func differences(_ files: [Host], _ dump: [Host]) -> [String] {
        let known = Dictionary(files.map { ($0.name, $0.plan) }) { first, _ in first }
        return dump.flatMap { host -> [String] in
            let old = known[host.name]?.resolving.map(\.resolveURL) ?? []
            let new = host.plan.resolving.map(\.resolveURL)
            return old == new ? [] : old.map { "- " + $0 } + new.map { "+ " + $0 }
        }
    }
}

/// The node's files with one more, or another.
private struct OverlaidFiles: NodeFiles {
    let base: NodeReportFiles
    let path: String
    let text: String

    func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        path == self.path ? Array(text.utf8) : try base.read(path)
    }

    func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        path == self.path ? .file : try base.kind(of: path)
    }

    func names(in path: String) throws(NodeFileError) -> [String] { try base.names(in: path) }
}

extension NodeJudgement {
    private static let dumpPath = "/containerd config dump"

    /// Neither the program nor its file is there, and nothing that would start it. A program that was not asked is not
    /// known to be missing.
    var isWithoutContainerd: Bool {
        guard let report = inspection.report, report.clock != nil, report.outputs["version"] == nil else {
            return false
        }
        if report.facts["pid"] != nil || report.files.paths.contains(where: { $0.hasSuffix("/containerd.service") }) {
            return false
        }
        return (try? report.files.kind(of: report.configPath)) == nil
    }
}

extension NodeJudgement {
    /// Two nodes with the same lines do the same for every image.
    package var identity: [String] {
        guard inspection.report != nil else { return [] }
        var lines = ["containerd \(version)"]
        if let startError { lines.append(Catalogue.english(startError.phrase)) }
        if let explainer { lines.append("config_path " + explainer.roots.joined(separator: ":")) }
        for host in hosts {
            if let error = host.plan.error { lines.append("\(host.name) ! \(error.text)") }
            for attempt in host.plan.attempts {
                let files = attempt.endpoint.tls.caFiles ?? []
                let certificates = files.flatMap { inspection.certificates[$0] ?? [] }.map(\.sha256Fingerprint)
                let credential: String =
                    switch attempt.credential {
                    case .config: "config"
                    case .header: "header"
                    case .pullRequest: "pull request"
                    }
                lines.append(
                    ([host.name, VersionComparison.line(attempt), credential] + certificates.sorted())
                        .joined(separator: " ")
                )
            }
        }
        return lines
    }

    /// Ten hexadecimal digits of `identity`; empty without a report.
    package var identityDigest: String {
        let lines = identity
        return lines.isEmpty ? "" : String(SHA256.hex(Array(lines.joined(separator: "\n").utf8)).prefix(10))
    }

    /// What is wrong with this node, errors first.
    package var findings: [Finding] {
        // Of a folder that is no node's nothing else can be said.
        let lacking = TreeWithoutNode().findings(in: self)
        guard lacking.isEmpty else { return lacking }
        var all = nodeRules.flatMap { $0.findings(in: self) }
        guard !isWithoutContainerd else { return all }
        if let startError { all.append(VersionComparison.doesNotStart(startError, version: version)) }
        all += judge?.dead.map(\.finding) ?? []
        let expected = Set((inspection.expected?.hosts ?? []).map(\.name))
        var known = Set(all.map(\.sameness))
        for host in hosts {
            guard let judge else { break }
            // What the file expects of a host is compared with it; see `MirrorNotUsed`.
            let isExpected = expected.contains(host.name)
            for finding in judge.findings(for: host.plan) where !isExpected || finding.code != "MIR0711" {
                if known.insert(finding.sameness).inserted { all.append(finding) }
            }
        }
        return all.filter { $0.severity == .error } + all.filter { $0.severity != .error }
    }

    /// Every registry host that is mirrored here asks its mirror first, and nothing is wrong.
    package var isGood: Bool { inspection.report != nil && !findings.contains { $0.severity == .error } }
}
