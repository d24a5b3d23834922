/// A node's `config.toml` with its imports, as one containerd version sees it: merged and migrated.
///
/// Source: `services/server/config/config.go` (1.x), `cmd/containerd/server/config/config.go` and
/// `plugins/cri/**/plugin.go` (2.x).
package struct ContainerdConfig: Equatable, Sendable {
    package static let defaultPath = "/etc/containerd/config.toml"
    package static let defaultConfigPath = "/etc/containerd/certs.d:/etc/docker/certs.d"

    package let rules: ContainerdRules
    /// After migration.
    package let version: Int64
    /// What the files say, before migration; 0 when they do not.
    package let writtenVersion: Int64
    /// Files in the order they were read; none when containerd runs with its defaults.
    package let files: [String]
    /// CRI's table of image settings: `io.containerd.cri.v1.images`, before 2.0 `io.containerd.grpc.v1.cri`.
    package let images: ConfigTable
    package let registry: RegistryConfig
    package let warnings: [ContainerdConfigWarning]
    /// The same files as they are written, in the order they were read.
    package let documents: [ConfigDocument]
    /// All plugin tables by their id, merged and migrated.
    package let plugins: ConfigTable
    /// Entries of `disabled_plugins`, of all files.
    package let disabled: [ListedPlugin]
    /// What switches CRI off: kubelet finds nobody to pull then.
    package let criDisabledBy: ListedPlugin?

    /// - Parameters:
    ///   - isNamed: `--config` names the path; else containerd does without the file at its default place.
    ///   - ignoresMissingImports: what `containerd config dump` does, and the daemon does not.
    /// - Throws: what keeps containerd from starting.
    package init(
        path: String = defaultPath,
        isNamed: Bool = false,
        files: any NodeFiles,
        rules: ContainerdRules,
        ignoresMissingImports: Bool = false
    ) throws(ContainerdConfigError) {
        if Self.isMissing(path, files) {
            guard path == Self.defaultPath, !isNamed else { throw .notThere(file: path) }
            self = try Self(defaults: rules)
            return
        }
        var loader = ConfigLoader(files: files, rules: rules, ignoresMissingImports: ignoresMissingImports)
        try loader.load(path)
        let merged = try loader.finish()
        self.rules = rules
        version = merged.version
        writtenVersion = merged.writtenVersion
        self.files = loader.loaded
        images = merged.images
        var reader = RegistryTableReader(rules: rules, plugin: rules.registryPlugin)
        registry = try reader.read(merged.images, emptyMeansUnset: merged.isMigrated)
        warnings = loader.warnings + reader.warnings + merged.warnings
        documents = loader.documents
        plugins = merged.plugins
        disabled = loader.disabled
        let needed = Self.criPlugins(rules, writtenVersion: merged.writtenVersion)
        criDisabledBy = loader.disabled.first { needed.contains($0.id) }
    }

    /// CRI is not served without any one of them.
    private static func criPlugins(_ rules: ContainerdRules, writtenVersion: Int64) -> Set<String> {
        guard rules.deepMergesImports else { return [writtenVersion < 2 ? "cri" : ConfigMigration.oldPlugin] }
        let plugins: Set = [ConfigMigration.oldPlugin, ConfigMigration.imagesPlugin, "io.containerd.cri.v1.runtime"]
        return rules.hasTransferService ? plugins.union(["io.containerd.transfer.v1.local"]) : plugins
    }

    private init(defaults rules: ContainerdRules) throws(ContainerdConfigError) {
        self.rules = rules
        (version, writtenVersion) = (Int64(rules.highestConfigVersion), 0)
        (files, images, warnings) = ([], ConfigTable(), [])
        (documents, plugins, criDisabledBy, disabled) = ([], ConfigTable(), nil, [])
        var reader = RegistryTableReader(rules: rules, plugin: rules.registryPlugin)
        registry = try reader.read(images, emptyMeansUnset: false)
    }

    private static func isMissing(_ path: String, _ files: any NodeFiles) -> Bool {
        do throws(NodeFileError) { _ = try files.kind(of: path) } catch { return error == .notFound }
        return false
    }

    /// There is no file, and so every setting is containerd's own.
    package var isDefault: Bool { files.isEmpty }

    /// What the plugin uses; 2.2.2 and later fill in a default when it starts.
    package var effectiveConfigPath: String {
        if registry.configPath.isEmpty, registry.mirrors.isEmpty, rules.defaultConfigPath == .atStart {
            return Self.defaultConfigPath
        }
        return registry.configPath
    }

    package var sandboxImage: String? {
        images.table("pinned_images")?["sandbox"]?.string ?? images["sandbox_image"]?.string
    }

    package var maximumConcurrentDownloads: Int64 { images["max_concurrent_downloads"]?.integer ?? 3 }

    /// Does CRI pull through the transfer service? The reason why not, for who asks.
    package var transferObstacle: TransferObstacle? {
        guard rules.hasTransferService else { return .tooOld }
        if images["use_local_image_pull"]?.boolean == true { return .useLocalImagePull }
        if images["disable_snapshot_annotations"]?.boolean == false { return .snapshotAnnotations }
        if images["discard_unpacked_layers"]?.boolean == true { return .discardUnpackedLayers }
        if registry.fallsBackToLocalPull { return .registryTables }
        if maximumConcurrentDownloads != 3 { return .concurrentDownloads }
        if images["image_pull_with_sync_fs"]?.boolean == true { return .syncFS }
        return nil
    }

    package enum TransferObstacle: String, Equatable, Sendable {
        case tooOld, useLocalImagePull, snapshotAnnotations, discardUnpackedLayers, registryTables
        case concurrentDownloads, syncFS
    }
}
