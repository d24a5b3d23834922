import Containerd
import GoData
import TOML
import Texts

/// Registry settings that stand anywhere but in the registry table of CRI.
struct MisplacedKeys: DeadDetector {
    private static let registryKeys = ["config_path", "mirrors", "configs"]
    private static let topKeys = ["version", "imports", "disabled_plugins", "required_plugins"]
    private static let criIDs = [ConfigMigration.oldPlugin, ConfigMigration.imagesPlugin]
    /// Plugins that registry settings are written into by mistake.
    private static let neighbours = ["io.containerd.transfer.v1.local", "io.containerd.cri.v1.runtime"]

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        survey.config.documents.flatMap { document in
            walk(document.table, [], document, survey) + topLevel(document, survey)
        }
    }

    // MARK: Keys of the top level

    private func topLevel(_ document: ConfigDocument, _ survey: DeadSurvey) -> [DeadSetting] {
        var found: [DeadSetting] = []
        for (key, node) in document.table.entries {
            if node.table == nil, !survey.isKnown(key, Self.topKeys),
                let meant = Spelling.meant(key, among: Self.topKeys)
            {
                found.append(misspelt([key], node, meant))
            }
            if survey.isKey(key, "imports"), !survey.rules.deepMergesImports, !survey.rules.joinsRelativeGlobs {
                found += node.array?.compactMap { relativeGlob($0, survey) } ?? []
            }
            // A header above the line made it a part of its table.
            guard let table = node.table, !survey.isKey(key, "plugins") else { continue }
            for name in ["imports", "disabled_plugins", "required_plugins"] {
                guard let late = table[name], late.strings != nil else { continue }
                found.append(
                    DeadSetting(
                        .key,
                        late.source,
                        name,
                        reason: Phrase("dead.key.late", ["table": survey.header([key])]),
                        remedy: Phrase("dead.key.moveUp", ["key": name])
                    )
                )
            }
        }
        return found
    }

    private func relativeGlob(_ node: ConfigItem, _ survey: DeadSurvey) -> DeadSetting? {
        guard let text = node.string, text.contains("*"), !GoPath.isAbsolute(text) else { return nil }
        return DeadSetting(
            .key,
            node.source,
            "imports = \(TOMLText.array([text]))",
            reason: Phrase("dead.key.relativeGlob", ["version": "\(survey.rules.version)"]),
            remedy: Phrase("dead.key.absoluteGlob")
        )
    }

    private func misspelt(_ path: [String], _ node: ConfigItem, _ meant: String) -> DeadSetting {
        DeadSetting(
            .key,
            node.source,
            TOMLText.path(path),
            reason: Phrase("dead.key.unknown", ["key": path.last ?? ""]),
            remedy: Phrase("dead.key.write", ["key": meant])
        )
    }

    // MARK: Registry settings

    private func walk(
        _ table: ConfigTable,
        _ path: [String],
        _ document: ConfigDocument,
        _ survey: DeadSurvey
    ) -> [DeadSetting] {
        guard path.count < 12 else { return [] }
        return table.entries.flatMap { key, node -> [DeadSetting] in
            let here = path + [key]
            let isPlugin = here.count > 1 && survey.isKey(here[0], "plugins")
            if isPlugin {
                if isOtherPlugin(here[1]) { return [] }
                let isCRI = here[1] == "cri" || Self.criIDs.contains(here[1])
                // The table itself, and one of another version: `UnknownRegistryKeys`, `PluginTables`.
                if isCRI, !survey.liveIDs(document).contains(here[1]) { return [] }
                if isCRI, here.count == 3, survey.isKey(key, "registry") { return [] }
            }
            if isSetting(key, node) { return [setting(here, node, document, survey)] }
            return node.table.map { walk($0, here, document, survey) } ?? []
        }
    }

    /// Another plugin's settings are its own; stargz, for one, has a registry table.
    private func isOtherPlugin(_ id: String) -> Bool {
        guard id.hasPrefix("io.containerd."), !Self.neighbours.contains(id) else { return false }
        return !Self.criIDs.contains { Spelling.distance($0, id.lowercased()) <= 3 }
    }

    private func isSetting(_ key: String, _ node: ConfigItem) -> Bool {
        guard let table = node.table else {
            return node.string?.isEmpty == false && Spelling.meant(key, among: Self.registryKeys) == "config_path"
        }
        switch Spelling.meant(key, among: ["registry", "mirrors", "configs"]) {
        case "registry":
            return table.entries.contains { key, node in
                node.table != nil && ["mirrors", "mirror", "configs", "auths"].contains(key.lowercased())
                    || isSetting(key, node)
            }
        case "mirrors":
            return table.entries.contains { entry in
                entry.node.table?.keys.contains { Spelling.meant($0, among: ["endpoint"]) != nil } ?? false
            }
        case "configs":
            return table.entries.contains { entry in
                entry.node.table?.entries.contains { ["tls", "auth"].contains($0.key) && $0.node.table != nil } ?? false
            }
        default: return false
        }
    }

    private func setting(
        _ path: [String],
        _ node: ConfigItem,
        _ document: ConfigDocument,
        _ survey: DeadSurvey
    ) -> DeadSetting {
        let header = survey.registryHeader(document)
        let expected = Phrase("dead.key.writeBelow", ["header": header])
        let (reason, remedy) =
            reason(path, document, survey) ?? (Phrase("dead.key.elsewhere", ["header": header]), expected)
        let written = node.table == nil ? TOMLText.path(path) : survey.header(path)
        return DeadSetting(.key, node.source, written, reason: reason, remedy: remedy, hosts: hosts(path, node, survey))
    }

    private func reason(
        _ path: [String],
        _ document: ConfigDocument,
        _ survey: DeadSurvey
    ) -> (reason: Phrase, remedy: Phrase)? {
        let below = Phrase("dead.key.writeBelow", ["header": survey.registryHeader(document)])
        guard survey.isKey(path[0], "plugins") else {
            guard path.count > 2, Spelling.distance(path[0].lowercased(), "plugins") <= 2 else { return nil }
            return (Phrase("dead.key.unknown", ["key": path[0]]), Phrase("dead.key.write", ["key": "plugins"]))
        }
        let id = path[1]
        if id == "io.containerd.transfer.v1.local" { return (Phrase("dead.key.transfer"), below) }
        let live = survey.liveIDs(document)
        if let meant = live.first(where: {
            path.count > 2 && path.dropFirst().joined(separator: ".").hasPrefix($0 + ".")
        }),
            meant != id
        {
            return (Phrase("dead.key.unquoted", ["plugin": meant]), below)
        }
        guard live.contains(id) else {
            guard path.count > 2, let meant = live.first(where: { Spelling.distance($0, id.lowercased()) <= 3 }) else {
                return nil
            }
            return (
                Phrase("dead.key.noPlugin", ["plugin": id]), Phrase("dead.key.write", ["key": GoText.quoted(meant)])
            )
        }
        guard path.count > 3 else {
            let key = path[path.count - 1]
            if Spelling.meant(key, among: ["registry"]) != nil {
                return (Phrase("dead.key.unknown", ["key": key]), Phrase("dead.key.write", ["key": "registry"]))
            }
            return (Phrase("dead.key.tooHigh", ["plugin": id]), below)
        }
        return (Phrase("dead.key.tooDeep", ["table": survey.header(Array(path.prefix(3)))]), below)
    }

    private func hosts(_ path: [String], _ node: ConfigItem, _ survey: DeadSurvey) -> DeadSetting.Hosts {
        guard let table = node.table else { return .every }
        let key = path.last ?? ""
        let mirrors: [String]
        switch Spelling.meant(key, among: ["registry", "mirrors", "configs"]) {
        case "mirrors": mirrors = table.keys
        case "registry":
            if table.entries.contains(where: { $0.node.table == nil && isSetting($0.key, $0.node) }) { return .every }
            mirrors = table.entries.first { Spelling.meant($0.key, among: ["mirrors"]) != nil }?.node.table?.keys ?? []
        default: mirrors = []
        }
        return mirrors.contains("*") ? .every : .these(Set(mirrors))
    }
}
