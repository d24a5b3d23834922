import Containerd
import TOML
import Texts

/// Keys of a `hosts.toml` that containerd passes over: unknown ones, and those that belong to the table above them.
struct HostsFileKeys: DeadDetector {
    private static let settings = [
        "capabilities", "ca", "client", "skip_verify", "header", "override_path", "dial_timeout",
    ]

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        survey.folders.flatMap { folder -> [DeadSetting] in
            guard let document = folder.document, let file = folder.hostsFile else { return [] }
            let reader = Reader(folder: folder, file: file, survey: survey)
            return reader.root(document) + reader.hosts(document)
        }
    }

    private struct Reader {
        let folder: HostFolder
        let file: HostsFile
        let survey: DeadSurvey

        func root(_ document: TOMLDocument) -> [DeadSetting] {
            let known = ["server", "host"] + HostsFileKeys.settings
            return document.root.entries.flatMap { entry -> [DeadSetting] in
                if survey.isKey(entry.key, "header") { return header(entry, ["header"]) }
                if survey.isKey(entry.key, "server") { return scheme(entry.value.string ?? "", entry, isServer: true) }
                guard !survey.isKnown(entry.key, known) else { return [] }
                if entry.value.table != nil, entry.key.contains("://") {
                    let header = "[host.\(TOMLText.basicString(entry.key))]"
                    return [dead(entry, [entry.key], "dead.hosts.noHost", Phrase("dead.key.write", ["key": header]))]
                }
                return [unknown(entry, [], known)]
            }
        }

        func hosts(_ document: TOMLDocument) -> [DeadSetting] {
            let tables = document.root.entries.filter { survey.isKey($0.key, "host") }.compactMap(\.value.table)
            let listed = Set(document.headers.filter { $0.path.count > 1 && $0.path[0] == "host" }.map { $0.path[1] })
            return tables.flatMap(\.entries).flatMap { host -> [DeadSetting] in
                guard let table = host.value.table else { return [] }
                let path = ["host", host.key]
                if survey.rules.listsHostsByHeader, !listed.contains(host.key) {
                    let header = "[host.\(TOMLText.basicString(host.key))]"
                    return [dead(host, path, "dead.hosts.inline", Phrase("dead.key.write", ["key": header]))]
                }
                if let inner = table.entries.first(where: { isNameEnd($0) }) {
                    return [dead(inner, path + [inner.key], "dead.hosts.unquoted", Phrase("dead.hosts.quote"))]
                }
                return scheme(host.key, host, isServer: false)
                    + table.entries.flatMap { entry -> [DeadSetting] in
                        if survey.isKey(entry.key, "header") { return header(entry, path + ["header"]) }
                        if entry.key == "server" { return [late(entry, path)] }
                        // k3s' own containerd knows `rewrite`.
                        let known = HostsFileKeys.settings + ["rewrite"]
                        return survey.isKnown(entry.key, known) ? [] : [unknown(entry, path, known)]
                    }
            }
        }

        /// `[host.mirror.local]`: what follows the dot is a table of its own.
        private func isNameEnd(_ entry: TOMLEntry) -> Bool {
            entry.value.table != nil && !survey.isKnown(entry.key, HostsFileKeys.settings + ["rewrite"])
        }

        /// A setting below `[header]` is sent as a header.
        private func header(_ entry: TOMLEntry, _ path: [String]) -> [DeadSetting] {
            (entry.value.table?.entries ?? []).filter {
                ["server"].contains($0.key) || HostsFileKeys.settings.contains($0.key)
            }
            .map { late($0, path) }
        }

        private func scheme(_ url: String, _ entry: TOMLEntry, isServer: Bool) -> [DeadSetting] {
            let hasScheme = url.hasPrefix("http://") || url.hasPrefix("https://")
            let isTaken = !url.hasPrefix("http") && url.range(ofText: "://") == nil
            guard !url.isEmpty, !hasScheme, !isTaken else { return [] }
            let path = isServer ? ["server"] : ["host", entry.key]
            return [dead(entry, path, "dead.hosts.scheme", Phrase("dead.hosts.writeScheme"), values: ["url": url])]
        }

        private func late(_ entry: TOMLEntry, _ path: [String]) -> DeadSetting {
            let table = "[\(TOMLText.path(path))]"
            let remedy = Phrase("dead.key.moveUp", ["key": entry.key])
            return dead(entry, path + [entry.key], "dead.key.late", remedy, values: ["table": table])
        }

        private func unknown(_ entry: TOMLEntry, _ path: [String], _ known: [String]) -> DeadSetting {
            let names = known.filter { $0 != "rewrite" }
            let meant = Spelling.meant(entry.key, among: names)
            let remedy =
                meant.map { Phrase("dead.key.write", ["key": $0]) }
                ?? Phrase("dead.key.known", ["keys": names.joined(separator: ", ")])
            return dead(entry, path + [entry.key], "dead.key.unknown", remedy, values: ["key": entry.key])
        }

        private func dead(
            _ entry: TOMLEntry,
            _ path: [String],
            _ reason: String,
            _ remedy: Phrase,
            values: [String: String] = [:]
        ) -> DeadSetting {
            DeadSetting(
                .hostsKey,
                SourcePosition(file: folder.hostsFilePath, line: entry.position.line),
                TOMLText.path(path),
                reason: Phrase(reason, values),
                remedy: remedy,
                hosts: folder.hosts
            )
        }
    }
}
