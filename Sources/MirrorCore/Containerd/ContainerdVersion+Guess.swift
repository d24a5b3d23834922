extension ContainerdVersion {
    /// What a node most likely runs, from the version of its `config.toml` alone.
    package static func guess(from files: any NodeFiles, configPath: String = ContainerdConfig.defaultPath)
        -> ContainerdVersion
    {
        let bytes = (try? files.read(configPath)) ?? []
        switch (try? TOMLDocument(bytes: bytes))?.root["version"]?.integer {
        case 3: return ContainerdVersion(2, 0, 11)
        case 4: return ContainerdVersion(2, 3, 4)
        default: return ContainerdVersion(1, 7, 34)
        }
    }
}
