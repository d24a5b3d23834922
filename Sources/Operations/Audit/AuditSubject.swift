import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem
import Texts

/// Whose nodes an audit is about: those of a cluster config file, or one node whose files are here.
package struct AuditSubject: Sendable {
    package let sources: [AuditSource]
    /// As it is called where it is spoken of.
    package let title: Phrase
    /// What has to be said besides.
    package let notes: [Phrase]
    private let bounds: AuditBounds
    private let proxies: ProxySettings
    private var materials: [String: MirrorMaterial] = [:]
    private var remedies: AuditRemedies?

    /// containerd would not start with the files that the mirrors make.
    package struct NoSource: Error {}

    /// - Parameters:
    ///   - path: of the file, as it was given; relative paths in it begin at its folder.
    ///   - mirrors: valid ones, of `config.nodeMirrorPlace`.
    ///   - caPath: for mirrors that name no file; the same with `dockerConfigPath`.
    ///   - inside: registry hosts that the operator says are.
    package init(
        _ config: ClusterConfig,
        path: String,
        mirrors: [RegistryMirror],
        caPath: String? = nil,
        dockerConfigPath: String? = nil,
        inside: [String] = []
    ) throws(NoSource) {
        let place = config.nodeMirrorPlace ?? config.placement(for: .update).place
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for mirror in mirrors {
            let host = mirror.endpoint.hostAndPort
            // Two namespaces of one registry share its CA and login, wherever they are named.
            if let known = materials[host], known.isWhole { continue }
            materials[host] = MirrorMaterial(
                mirror,
                below: folder,
                caPath: caPath,
                dockerConfigPath: dockerConfigPath
            )
        }
        let materials = materials
        sources = AuditSource.sources(of: config, mirrors: mirrors) { materials[$0.hostAndPort]?.ca }.map { source in
            var source = source
            source.addLogins(of: materials)
            return source
        }
        guard !sources.isEmpty else { throw NoSource() }
        bounds = AuditBounds(mirrors: mirrors.map(\.endpoint.hostAndPort), named: inside)
        proxies = .ofThisProcess
        remedies = AuditRemedies(config, path: path, place: place, mirrors: mirrors)
        title = Phrase(
            mirrors.isEmpty ? "audit.subject.noMirrors" : "audit.subject.\(place.rawValue)",
            ["path": path, "count": "\(mirrors.count)"]
        )
        let other: MirrorPlace = place == .header ? .spec : .header
        let isInBoth = !config.registryMirrors(at: other).isEmpty && !mirrors.isEmpty
        let releases = ChangeConsequence(groups: config.nodeGroups, from: [], to: [], at: .header)
        notes =
            (isInBoth ? [Phrase("audit.otherPlace.\(other.rawValue)")] : []) + releases.unknownReleasePhrases
            + (config.nodeVersions.isEmpty ? [Phrase("audit.noVersion")] : [])
    }

    /// One node's files.
    package init(_ tree: NodeFolder, inside: [String] = []) throws(PullExplainer.StartError) {
        let version = tree.version
        let explainer = try NodePull(
            files: tree.files,
            version: version.value,
            isVersionGuessed: version.isGuessed
        ).explainer()
        for secret in explainer.credentials.secrets { SaidBack.note(secret) }
        sources = [AuditSource(explainer)]
        bounds = AuditBounds(named: inside, isThisNode: tree.root == "/")
        proxies = ProxySettings(environment: NodeReport(gathering: tree.files).environment)
        title = Phrase("audit.subject.root", ["path": tree.root])
        notes = version.isGuessed ? [Phrase("why.versionGuessed", ["version": "\(version.value)"])] : []
    }

    package func job(_ images: AuditImages) -> AuditJob {
        var job = AuditJob(images: images, sources: sources, bounds: bounds, proxies: proxies)
        job.materials = materials
        job.remedies = remedies
        return job
    }
}
