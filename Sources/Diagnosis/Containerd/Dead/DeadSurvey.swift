import Containerd
import TOML

/// What the detectors look at: the files of one node, as they are written and as one version reads them.
struct DeadSurvey: Sendable {
    let rules: ContainerdRules
    let files: any NodeFiles
    let config: ContainerdConfig
    /// After `auths` were folded into `configs`.
    let registry: RegistryConfig
    let roots: [String]
    let mode: PullPlan.Mode
    let folders: [HostFolder]

    init(_ explainer: PullExplainer) {
        rules = explainer.rules
        files = explainer.files
        config = explainer.config
        registry = explainer.registry
        roots = explainer.roots
        mode = explainer.mode
        folders = roots.flatMap { [files, rules] in HostFolder.all(below: $0, in: files, rules: rules) }
    }

    var settings: [DeadSetting] {
        deadDetectors.flatMap { $0.settings(in: self) }
    }

    var usesMirrorsTable: Bool { mode == .local && roots.isEmpty }

    // MARK: Plugin tables

    /// The version that decides on 1.x, and on 2.0 to 2.2 about the plugins' own migration.
    private var mergedVersion: Int64 {
        guard rules.deepMergesImports else { return config.writtenVersion }
        return config.documents.last { ($0.version ?? 0) >= 2 }?.version ?? Int64(rules.highestConfigVersion)
    }

    /// Ids whose registry table is read where they stand in this file.
    func liveIDs(_ document: ConfigDocument) -> [String] {
        guard rules.deepMergesImports else { return [mergedVersion < 2 ? "cri" : ConfigMigration.oldPlugin] }
        let own = document.version ?? 0
        let version = rules.migratesEachFile ? own : mergedVersion
        guard version < Int64(rules.highestConfigVersion) else { return [rules.registryPlugin] }
        return [rules.registryPlugin, ConfigMigration.oldPlugin] + (own < 2 ? ["cri"] : [])
    }

    /// The header that fits this file; where there is none, a new one of the highest version that this containerd reads.
    func registryHeader(_ document: ConfigDocument) -> String {
        if config.isDefault { return header(["plugins", rules.registryPlugin, "registry"]) }
        let live = liveIDs(document)
        let id: String
        if rules.deepMergesImports, document.version == 2, live.contains(ConfigMigration.oldPlugin) {
            id = ConfigMigration.oldPlugin
        } else {
            id = live[0]
        }
        return header(["plugins", id, "registry"])
    }

    func header(_ path: [String]) -> String { "[\(TOMLText.path(path))]" }

    func plugins(_ document: ConfigDocument) -> ConfigTable {
        document.table.field("plugins", rules)?.table ?? ConfigTable()
    }

    /// The registry table of a plugin in one file.
    func registryNode(_ id: String, _ document: ConfigDocument) -> ConfigItem? {
        guard let node = plugins(document).table(id)?.field("registry", rules), node.table != nil else { return nil }
        return node
    }

    /// Is a key the one that is meant, to this version's TOML decoder?
    func isKey(_ key: String, _ name: String) -> Bool {
        key == name || (rules.ignoresKeyCase ? key.lowercased() == name : key == name.uppercased())
    }

    func isKnown(_ key: String, _ names: [String]) -> Bool { names.contains { isKey(key, $0) } }

    /// Whose images a registry table is meant for.
    func hosts(of table: ConfigTable) -> DeadSetting.Hosts {
        guard table.field("config_path", rules)?.string?.isEmpty ?? true else { return .every }
        let mirrors = table.field("mirrors", rules)?.table?.keys ?? []
        guard !mirrors.contains("*") else { return .every }
        return .these(Set(mirrors))
    }
}

extension ConfigTable {
    /// Everything that is no table, by its path, as comparable text.
    func leaves(_ path: [String] = []) -> [[String]: String] {
        var found: [[String]: String] = [:]
        for (key, node) in entries {
            if let table = node.table {
                found.merge(table.leaves(path + [key])) { $1 }
            } else {
                found[path + [key]] = node.plainText
            }
        }
        return found
    }

    func node(at path: [String]) -> ConfigItem? {
        guard let first = path.first, let node = self[first] else { return nil }
        return path.count == 1 ? node : node.table?.node(at: Array(path.dropFirst()))
    }
}

extension ConfigItem {
    fileprivate var plainText: String {
        switch value {
        case .leaf(let value): "\(value)"
        case .array(let nodes): "[" + nodes.map(\.plainText).joined(separator: ", ") + "]"
        case .table: "{}"
        }
    }
}
