/// One way for a setting to stand in a file and not to be in force.
protocol DeadDetector: Sendable {
    func settings(in survey: DeadSurvey) -> [DeadSetting]
}

/// ADD HERE.
let deadDetectors: [any DeadDetector] = [
    PluginTables(), ReplacedTables(), ReplacedValues(), MisplacedKeys(), UnknownRegistryKeys(), ConfigsKeys(),
    HostNames(), FolderFiles(), DisabledPlugins(), HostsFileKeys(), UnnamedFolders(),
]
