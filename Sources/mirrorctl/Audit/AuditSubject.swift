import MirrorCore
import MirrorSystem
import Operations

/// Whose nodes an audit is about: those of a cluster config file, or one node whose files are here.
struct AuditSubject {
    let sources: [AuditSource]
    /// As it is called where it is spoken of.
    let title: Phrase
    /// What has to be said besides.
    let notes: [Phrase]
    private let bounds: AuditBounds
    private let proxies: ProxySettings
    private var materials: [String: MirrorMaterial] = [:]
    private var remedies: AuditRemedies?

    /// - Parameters:
    ///   - caCert: for mirrors that name no file; the same with `dockerConfig`.
    ///   - inside: registry hosts that the operator says are.
    init(clusterConfig path: String, caCert: String?, dockerConfig: String?, inside: [String]) throws {
        let config = try Files.clusterConfig(path).config
        let place = config.nodeMirrorPlace ?? config.placement(for: .update).place
        let mirrors = try valid(config.registryMirrors(at: place), for: place)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        for mirror in mirrors {
            materials[mirror.endpoint.hostAndPort] = MirrorMaterial(
                mirror,
                below: folder,
                caPath: caCert,
                dockerConfigPath: dockerConfig
            )
        }
        let materials = materials
        sources = AuditSource.sources(of: config, mirrors: mirrors) { materials[$0.hostAndPort]?.ca }.map { source in
            var source = source
            source.addLogins(of: materials)
            return source
        }
        guard !sources.isEmpty else { throw Console.fail(Phrase("audit.noSource", ["path": path]), .dataError) }
        bounds = AuditBounds(mirrors: mirrors.map(\.endpoint.hostAndPort), named: inside)
        proxies = .ofThisProcess
        remedies = AuditRemedies(config, path: path, place: place, mirrors: mirrors)
        title = Phrase(
            mirrors.isEmpty ? "audit.subject.noMirrors" : "audit.subject.\(place.rawValue)",
            ["path": path, "count": "\(mirrors.count)"]
        )
        let other: MirrorPlace = place == .header ? .spec : .header
        let isInBoth = !config.registryMirrors(at: other).isEmpty && !mirrors.isEmpty
        let unknown = Self.unknownReleases(config)
        notes = (isInBoth ? [Phrase("audit.otherPlace.\(other.rawValue)")] : []) + unknown
    }

    /// Versions that the table of releases does not speak of.
    private static func unknownReleases(_ config: ClusterConfig) -> [Phrase] {
        ChangeConsequence(groups: config.nodeGroups, from: [], to: [], at: .header).unknownReleasePhrases
    }

    init(root: String, version given: String?, inside: [String]) throws {
        let files = DiskNodeFiles(root: root)
        let unit = ContainerdUnit(in: files)
        let guess = ContainerdVersion.guess(from: files, configPath: unit.configPath)
        let installed = root == "/" ? InstalledContainerd.version() : nil
        let version = given.flatMap { ContainerdVersion($0) } ?? installed ?? guess
        let isGuessed = given == nil && installed == nil
        let pull = NodePull(files: files, version: version, isVersionGuessed: isGuessed)
        do throws(PullExplainer.StartError) {
            let explainer = try pull.explainer()
            for secret in explainer.credentials.secrets { SaidBack.note(secret) }
            sources = [AuditSource(explainer)]
        } catch {
            Console.error("mirrorctl: " + texts(error.phrase))
            throw Console.fail(error.verdict(version), .dataError)
        }
        bounds = AuditBounds(named: inside, isThisNode: root == "/")
        proxies = ProxySettings(environment: NodeReport(gathering: files).environment)
        title = Phrase("audit.subject.root", ["path": root])
        notes = isGuessed ? [Phrase("why.versionGuessed", ["version": "\(version)"])] : []
    }

    func job(_ images: AuditImages) -> AuditJob {
        var job = AuditJob(images: images, sources: sources, bounds: bounds, proxies: proxies)
        job.materials = materials
        job.remedies = remedies
        return job
    }
}
