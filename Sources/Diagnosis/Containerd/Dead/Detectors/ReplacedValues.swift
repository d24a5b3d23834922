import Containerd
import TOML
import Texts

/// 2.x merges tables, and replaces lists and values: an `endpoint` list of a drop-in takes the place of the earlier one.
struct ReplacedValues: DeadDetector {
    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        guard survey.rules.deepMergesImports else { return [] }
        var earlier: [[String]: (ConfigItem, String)] = [:]
        var found: [DeadSetting] = []
        for document in survey.config.documents {
            for id in survey.liveIDs(document) {
                guard let table = survey.registryNode(id, document)?.table else { continue }
                for (path, text) in table.leaves().sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                    guard let node = table.node(at: path) else { continue }
                    // Before 2.3 the tables of two ids meet only after all files were merged.
                    let key = survey.rules.migratesEachFile ? path : [id] + path
                    if let (old, oldText) = earlier[key], oldText != text, !isContained(old, in: node) {
                        found.append(setting(path, old, node, survey))
                    }
                    earlier[key] = (node, text)
                }
            }
        }
        return found
    }

    private func isContained(_ old: ConfigItem, in new: ConfigItem) -> Bool {
        guard let old = old.strings, let new = new.strings else { return false }
        return Set(old).isSubset(of: new)
    }

    private func setting(_ path: [String], _ old: ConfigItem, _ new: ConfigItem, _ survey: DeadSurvey) -> DeadSetting {
        let isMirror = path.first == "mirrors" && path.count == 3
        let isEvery = path.first == "config_path" || isMirror && path[1] == "*"
        return DeadSetting(
            .replacedValue,
            old.source,
            TOMLText.path(path),
            reason: Phrase("dead.replaced.value", ["place": "\(new.source)"]),
            remedy: Phrase("dead.replaced.moveValue", ["place": "\(new.source)"]),
            hosts: isEvery ? .every : .these(path.count > 1 ? [path[1]] : [])
        )
    }
}
