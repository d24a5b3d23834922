import Containerd
import TOML
import Texts

/// Keys in CRI's registry table that are none.
struct UnknownRegistryKeys: DeadDetector {
    private static let registry = ["config_path", "mirrors", "configs", "auths", "headers"]
    private static let tls = ["insecure_skip_verify", "ca_file", "cert_file", "key_file"]
    private static let auth = ["username", "password", "auth", "identitytoken"]

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        survey.config.documents.flatMap { document in
            survey.liveIDs(document).flatMap { id -> [DeadSetting] in
                guard let table = survey.registryNode(id, document)?.table else { return [] }
                return check(table, Self.registry, [], .every, survey)
                    + entries("mirrors", table, survey).flatMap { host, mirror in
                        // k3s' own containerd knows `rewrite`.
                        check(mirror, ["endpoint", "rewrite"], ["mirrors", host], hosts(host), survey)
                    }
                    + entries("configs", table, survey).flatMap { host, config in
                        check(config, ["auth", "tls"], ["configs", host], .these([host]), survey)
                            + (["tls": Self.tls, "auth": Self.auth] as KeyValuePairs).flatMap { name, known in
                                check(
                                    config.field(name, survey.rules)?.table ?? ConfigTable(),
                                    known,
                                    ["configs", host, name],
                                    .these([host]),
                                    survey
                                )
                            }
                    }
            }
        }
    }

    private func hosts(_ key: String) -> DeadSetting.Hosts { key == "*" ? .every : .these([key]) }

    private func entries(_ key: String, _ table: ConfigTable, _ survey: DeadSurvey) -> [(String, ConfigTable)] {
        let tables = table.field(key, survey.rules)?.table ?? ConfigTable()
        return tables.entries.compactMap { name, node in node.table.map { (name, $0) } }
    }

    private func check(
        _ table: ConfigTable,
        _ known: [String],
        _ path: [String],
        _ hosts: DeadSetting.Hosts,
        _ survey: DeadSurvey
    ) -> [DeadSetting] {
        table.entries.filter { !survey.isKnown($0.key, known) }.map { key, node in
            let meant = Spelling.meant(key, among: known)
            let names = known.filter { $0 != "rewrite" }.joined(separator: ", ")
            let isMirrors = path.isEmpty && meant == "mirrors"
            return DeadSetting(
                .key,
                node.source,
                TOMLText.path(["registry"] + path + [key]),
                reason: Phrase("dead.key.unknown", ["key": key]),
                remedy: meant.map { Phrase("dead.key.write", ["key": $0]) }
                    ?? Phrase("dead.key.known", ["keys": names]),
                hosts: isMirrors ? .these(Set(node.table?.keys ?? [])) : hosts
            )
        }
    }
}
