import Containerd
import GoData
import Texts

/// 1.x: the last file that has a plugin's table replaces it as a whole.
struct ReplacedTables: DeadDetector {
    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        guard !survey.rules.deepMergesImports else { return [] }
        let tables = survey.config.documents.compactMap { document -> (ConfigDocument, String, ConfigItem)? in
            guard let id = survey.liveIDs(document).first, let node = survey.plugins(document)[id] else { return nil }
            return (document, id, node)
        }
        guard let (last, _, winner) = tables.last else { return [] }
        let kept = Self.settings(of: winner.table ?? ConfigTable())
        return tables.dropLast().compactMap { _, id, node -> DeadSetting? in
            let table = node.table ?? ConfigTable()
            let lost = Self.settings(of: table).filter { kept[$0.key] != $0.value }.keys
            guard let first = lost.min(by: { $0.lexicographicallyPrecedes($1) }) else { return nil }
            let registry = table.field("registry", survey.rules)
            let inRegistry = lost.contains { $0.first == "registry" }
            let names = Set(lost.map(Self.name)).sorted().joined(separator: ", ")
            let values = [
                "file": last.file, "place": "\(winner.source)", "lost": names, "version": "\(survey.rules.version)",
            ]
            return DeadSetting(
                .replacedTable,
                inRegistry ? registry?.source ?? node.source : table.node(at: first)?.source ?? node.source,
                inRegistry ? survey.header(["plugins", id, "registry"]) : "sandbox_image",
                reason: Phrase("dead.replaced.table", values),
                remedy: Phrase("dead.replaced.moveTable", values),
                hosts: inRegistry ? survey.hosts(of: registry?.table ?? ConfigTable()) : .these([])
            )
        }
    }

    /// What is missed when it goes: the registry's settings and the pause image.
    private static func settings(of table: ConfigTable) -> [[String]: String] {
        table.leaves().filter { $0.key.first == "registry" || $0.key == ["sandbox_image"] }
    }

    /// `mirrors."gcr.io"`, `config_path`
    private static func name(_ path: [String]) -> String {
        let path = path.first == "registry" ? Array(path.dropFirst()) : path
        return path.count < 2 ? path.joined() : "\(path[0]).\(GoText.quoted(path[1]))"
    }
}
