import Containerd
import GoData
import TOML
import Texts

/// Folders with `hosts.toml` files that no `config_path` names, and a `config_path` without its folder.
struct UnnamedFolders: DeadDetector {
    func settings(in survey: DeadSurvey) -> [DeadSetting] {
        // Two directories in one name: a rule of its own says so.
        guard survey.mode == .local || !survey.roots.contains(where: { $0.contains(":") }) else { return [] }
        return unnamed(survey) + missing(survey)
    }

    private func unnamed(_ survey: DeadSurvey) -> [DeadSetting] {
        // Where there is no file, one of the version that this containerd writes itself.
        let version = Int64(survey.rules.highestConfigVersion)
        let document =
            survey.config.documents.first
            ?? ConfigDocument(file: ContainerdConfig.defaultPath, version: version, table: ConfigTable())
        let directory = document.file.lastIndex(of: "/").map { String(document.file[..<$0]) } ?? ""
        let names = (try? survey.files.names(in: directory.isEmpty ? "/" : directory)) ?? []
        let candidates =
            names.map { GoPath.join([directory, $0]) } + ["/etc/containerd/certs.d", "/etc/docker/certs.d"]
        var seen: Set<String> = Set(survey.roots.map(GoPath.clean))
        return candidates.compactMap { path -> DeadSetting? in
            guard seen.insert(path).inserted, (try? survey.files.kind(of: path)) == .directory else { return nil }
            let folders = HostFolder.all(below: path, in: survey.files, rules: survey.rules)
                .filter { $0.names.contains("hosts.toml") }
            guard !folders.isEmpty else { return nil }
            let source = survey.registry.configPathSource
            let other = survey.roots.joined(separator: ":")
            let reason =
                survey.roots.isEmpty
                ? Phrase("dead.folder.noConfigPath", ["folder": path])
                : Phrase("dead.folder.otherConfigPath", ["path": other, "place": source.map { "\($0)" } ?? ""])
            let values = [
                "folder": path, "header": survey.registryHeader(document), "file": document.file,
                "version": "\(version)",
            ]
            return DeadSetting(
                .unnamedFolder,
                SourcePosition(file: path, line: 0),
                folders.map { $0.name + "/hosts.toml" }.joined(separator: ", "),
                reason: reason,
                remedy: Phrase(
                    survey.config.isDefault
                        ? "dead.folder.nameInNewFile"
                        : survey.registry.mirrors.isEmpty ? "dead.folder.name" : "dead.folder.nameInstead",
                    values
                ),
                hosts: folders.contains { $0.name == "_default" } ? .every : .these(Set(folders.map(\.registryHost)))
            )
        }
    }

    private func missing(_ survey: DeadSurvey) -> [DeadSetting] {
        guard let place = survey.registry.configPathSource, !survey.roots.isEmpty,
            survey.roots.allSatisfy({ isMissing($0, survey) })
        else { return [] }
        let path = survey.registry.configPath
        return [
            DeadSetting(
                .missingFolder,
                place,
                "config_path = \(TOMLText.basicString(path))",
                reason: Phrase("dead.folder.missing", ["path": path]),
                remedy: Phrase("dead.folder.create")
            )
        ]
    }

    private func isMissing(_ path: String, _ survey: DeadSurvey) -> Bool {
        do throws(NodeFileError) {
            _ = try survey.files.kind(of: path)
            return false
        } catch { return error == .notFound }
    }
}
