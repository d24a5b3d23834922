import Containerd
import GoData
import TOML

/// A host's folder below one of `config_path`'s directories.
struct HostFolder: Sendable {
    let root: String
    let name: String
    /// What is in it.
    let names: [String]
    /// `hosts.toml`, when it is TOML and not empty.
    let document: TOMLDocument?
    /// As this version reads it; `nil` when it ignores the file.
    let hostsFile: HostsFile?

    var path: String { GoPath.join([root, name]) }
    var hostsFilePath: String { GoPath.join([path, "hosts.toml"]) }

    static func all(below root: String, in files: any NodeFiles, rules: ContainerdRules) -> [HostFolder] {
        let names = (try? files.names(in: root)) ?? []
        return names.compactMap { name -> HostFolder? in
            let path = GoPath.join([root, name])
            guard !name.hasPrefix("."), (try? files.kind(of: path)) == .directory,
                let content = try? files.names(in: path)
            else { return nil }
            let hosts = GoPath.join([path, "hosts.toml"])
            let bytes = content.contains("hosts.toml") ? (try? files.read(hosts)) ?? [] : []
            return HostFolder(
                root: root,
                name: name,
                names: content,
                document: bytes.isEmpty ? nil : try? TOMLDocument(bytes: bytes, dialect: rules.dialect),
                hostsFile: bytes.isEmpty ? nil : try? HostsFile(bytes: bytes, path: hosts, rules: rules)
            )
        }
    }

    /// `host_5000_` belongs to `host:5000`.
    var registryHost: String { HostDirectory.registryHost(ofFolder: name) }

    var hosts: DeadSetting.Hosts { name == "_default" ? .every : .these([registryHost]) }

    /// It holds something that containerd would read.
    var hasSettings: Bool {
        names.contains { $0 == "hosts.toml" || $0.hasSuffix(".crt") || $0.hasSuffix(".cert") }
    }
}
