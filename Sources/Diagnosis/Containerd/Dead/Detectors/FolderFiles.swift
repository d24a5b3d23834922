import Containerd
import GoData
import Texts

/// Files of `config_path`'s directories that look like settings and are not read.
struct FolderFiles: DeadDetector {
    private static let otherNames: Set = [
        "hosts", "hosts.yaml", "hosts.yml", "hosts.json", "hosts.conf", "hosts.txt", "host.yaml", "host.yml",
    ]
    private static let backups = [
        "~", ".bak", ".old", ".orig", ".save", ".disabled", ".off", ".tmp", ".swp", ".backup", ".rpmsave", ".rpmnew",
        ".dpkg-old", ".dpkg-dist",
    ]

    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        survey.roots.flatMap { inRoot($0, survey) } + survey.folders.flatMap { inFolder($0, survey) }
    }

    private func inRoot(_ root: String, _ survey: DeadSurvey) -> [DeadSetting] {
        let names = (try? survey.files.names(in: root)) ?? []
        return names.compactMap { name in
            guard name == "hosts.toml" || isMisspelt(name),
                (try? survey.files.kind(of: GoPath.join([root, name]))) == .file
            else { return nil }
            return DeadSetting(
                .file,
                SourcePosition(file: GoPath.join([root, name]), line: 0),
                name,
                reason: Phrase("dead.file.root", ["root": root]),
                remedy: Phrase("dead.file.moveBelow", ["root": root])
            )
        }
    }

    private func inFolder(_ folder: HostFolder, _ survey: DeadSurvey) -> [DeadSetting] {
        let hasHostsFile = folder.names.contains("hosts.toml")
        return folder.names.compactMap { name -> DeadSetting? in
            if isMisspelt(name) || !hasHostsFile && isBackup(name) {
                return setting(name, folder, "dead.file.misspelt", Phrase("dead.file.rename"))
            }
            let isPEM = !hasHostsFile && name.hasSuffix(".pem") && name.lowercased().hasPrefix("ca")
            if isPEM, !folder.names.contains(where: { $0.hasSuffix(".crt") }) {
                return setting(name, folder, "dead.file.pem", Phrase("dead.file.renameCA"))
            }
            // Somebody is asked over https, and no CA is named for anybody.
            guard name.hasSuffix(".crt"), let entries = folder.hostsFile?.entries,
                entries.contains(where: { $0.scheme == "https" && $0.origin != .upstream }),
                entries.allSatisfy({ ($0.tls.caFiles ?? []).isEmpty && $0.tls.skipVerify != true })
            else { return nil }
            return setting(name, folder, "dead.file.unnamedCA", Phrase("dead.file.nameCA", ["file": name]))
        }
    }

    private func setting(_ name: String, _ folder: HostFolder, _ reason: String, _ remedy: Phrase) -> DeadSetting {
        DeadSetting(
            .file,
            SourcePosition(file: GoPath.join([folder.path, name]), line: 0),
            name,
            reason: Phrase(reason, ["file": name]),
            remedy: remedy,
            hosts: folder.hosts
        )
    }

    private func isMisspelt(_ name: String) -> Bool {
        guard name != "hosts.toml" else { return false }
        let low = name.lowercased()
        return Self.otherNames.contains(low) || Spelling.distance(low, "hosts.toml") <= 2
    }

    private func isBackup(_ name: String) -> Bool {
        Self.backups.contains { name.hasSuffix($0) && name.dropLast($0.count) == "hosts.toml" }
    }
}
