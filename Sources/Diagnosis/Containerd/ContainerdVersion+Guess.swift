import Containerd
import MirrorCore
import TOML

extension ContainerdVersion {
    /// What a node most likely runs, from the version of its `config.toml` alone: of the releases that write such a
    /// version themselves the newest that a GDC release is known to have, else the newest that was checked.
    package static func guess(from files: any NodeFiles, configPath: String = ContainerdConfig.defaultPath)
        -> ContainerdVersion
    {
        let bytes = (try? files.read(configPath)) ?? []
        let written = (try? TOMLDocument(bytes: bytes))?.root["version"]?.integer ?? 2
        let used = ReleaseTable.current.lines.map(\.containerdVersion)
        let writes = { (version: ContainerdVersion) in
            version.rules.highestConfigVersion == Int(clamping: max(2, written))
        }
        return used.last(where: writes) ?? checked.last(where: writes) ?? used.last ?? checked[checked.count - 1]
    }
}
