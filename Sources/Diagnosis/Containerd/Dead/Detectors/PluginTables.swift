import Containerd
import Texts

/// The registry table of a plugin that this version does not read it from.
struct PluginTables: DeadDetector {
    private static let ids = ["cri", ConfigMigration.oldPlugin, ConfigMigration.imagesPlugin]

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        let live = survey.config.images.field("registry", survey.rules)?.table?.leaves() ?? [:]
        return survey.config.documents.flatMap { document -> [DeadSetting] in
            Self.ids.compactMap { id -> DeadSetting? in
                guard let node = survey.registryNode(id, document), let table = node.table, !table.isEmpty else {
                    return nil
                }
                // Written for both lines of containerd: the other table says the same.
                let own = table.leaves()
                guard !own.allSatisfy({ live[$0.key] == $0.value }) else { return nil }
                let reason: Phrase
                if !survey.liveIDs(document).contains(id) {
                    reason = self.reason(id, document, survey)
                } else if let winner = winner(over: id, document, survey) {
                    reason = Phrase("dead.table.oldWins", ["place": "\(winner)"])
                } else {
                    return nil
                }
                return DeadSetting(
                    .table,
                    node.source,
                    survey.header(["plugins", id, "registry"]),
                    reason: reason,
                    remedy: remedy(id, document, survey),
                    hosts: survey.hosts(of: table)
                )
            }
        }
    }

    private func reason(_ id: String, _ document: ConfigDocument, _ survey: DeadSurvey) -> Phrase {
        let values = ["plugin": id, "expected": survey.registryHeader(document), "version": "\(survey.rules.version)"]
        if id == ConfigMigration.oldPlugin, (document.version ?? 0) < 2 {
            if let late = lateVersion(document.table, []) {
                let place = ["line": "\(late.line)", "table": survey.header(late.table), "file": document.file]
                return Phrase("dead.table.lateVersion", values.merging(place) { $1 })
            }
            let key = document.version == nil ? "dead.table.noVersion" : "dead.table.versionOne"
            return Phrase(key, values.merging(["file": document.file]) { $1 })
        }
        return Phrase(survey.rules.deepMergesImports ? "dead.table.older" : "dead.table.newer", values)
    }

    private func remedy(_ id: String, _ document: ConfigDocument, _ survey: DeadSurvey) -> Phrase {
        let values = ["expected": survey.registryHeader(document), "file": document.file]
        if id == ConfigMigration.oldPlugin, (document.version ?? 0) < 2 {
            return Phrase("dead.table.writeVersion", values)
        }
        if survey.rules.deepMergesImports, id == ConfigMigration.oldPlugin {
            return Phrase("dead.table.writeFittingVersion", values)
        }
        return Phrase("dead.table.move", values)
    }

    /// A `version` below a table's header belongs to that table.
    private func lateVersion(_ table: ConfigTable, _ path: [String]) -> (line: Int, table: [String])? {
        for (key, node) in table.entries {
            if let inner = node.table {
                if let found = lateVersion(inner, path + [key]) { return found }
            } else if !path.isEmpty, key == "version", let number = node.integer, (2...4).contains(number) {
                return (node.source.line, path)
            }
        }
        return nil
    }

    /// 2.x moves the keys of the old table over those of the new one.
    private func winner(over id: String, _ document: ConfigDocument, _ survey: DeadSurvey) -> SourcePosition? {
        guard survey.rules.deepMergesImports, id == ConfigMigration.imagesPlugin else { return nil }
        let documents = survey.rules.migratesEachFile ? [document] : survey.config.documents
        for other in documents where survey.liveIDs(other).contains(ConfigMigration.oldPlugin) {
            if let node = survey.registryNode(ConfigMigration.oldPlugin, other) { return node.source }
        }
        return nil
    }
}
