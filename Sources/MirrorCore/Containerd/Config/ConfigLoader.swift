/// Reads `config.toml` and what it imports, breadth first, and merges them as the version does.
struct ConfigLoader {
    let files: any NodeFiles
    let rules: ContainerdRules
    let ignoresMissingImports: Bool
    private(set) var loaded: [String] = []
    private(set) var warnings: [ContainerdConfigWarning] = []
    /// Keys of the files' top level, merged.
    private var top = ConfigTable()
    /// Plugin tables by their id, merged.
    private var plugins = ConfigTable()
    private var version: Int64 = 0
    private var rootVersion: Int64?
    private var writtenVersion: Int64 = 0
    private var glob: PathGlob
    private var bytesLeft = ConfigLimit.maximumBytes
    private var valuesLeft = TOMLDocument.maximumValues

    init(files: any NodeFiles, rules: ContainerdRules, ignoresMissingImports: Bool) {
        self.files = files
        self.rules = rules
        self.ignoresMissingImports = ignoresMissingImports
        glob = PathGlob(files)
    }

    /// A file to read, and the line that asks for it.
    private struct Import {
        let path: String
        let source: SourcePlace
    }

    struct Merged {
        var version: Int64
        var writtenVersion: Int64
        var images: ConfigTable
        /// The tables came from an older version of the file format.
        var isMigrated: Bool
        var warnings: [ContainerdConfigWarning]
    }

    // MARK: Files

    mutating func load(_ path: String) throws(ContainerdConfigError) {
        var pending = [Import(path: path, source: SourcePlace(file: path, line: 0))]
        var known: Set<String> = [path]
        var next = 0
        while next < pending.count {
            let (file, source) = (pending[next].path, pending[next].source)
            next += 1
            guard loaded.count < ConfigLimit.maximumFiles else { throw .beyondLimit(.files, source: source) }
            let table: TOMLTable
            do throws(ContainerdConfigError) { table = try read(file, source) } catch .unreadable(_, .notFound)
                where ignoresMissingImports && rules.deepMergesImports && file != path
            {
                break
            }
            loaded.append(file)
            for more in try merge(ConfigTable(table, file: file), table, file: file)
            where known.insert(more.path).inserted { pending.append(more) }
        }
        guard version <= Int64(rules.highestConfigVersion) else {
            if !rules.deepMergesImports { warnings.append(.versionNotSupported(version)) }
            throw .unsupportedVersion(
                version,
                highest: rules.highestConfigVersion,
                file: loaded.last ?? path,
                source: top["version"]?.source
            )
        }
        if !rules.deepMergesImports { try checkPluginKeys(file: loaded.last ?? path) }
    }

    private mutating func read(_ file: String, _ source: SourcePlace) throws(ContainerdConfigError) -> TOMLTable {
        let bytes: [UInt8]
        do throws(NodeFileError) { bytes = try files.read(file) } catch { throw .unreadable(file: file, error) }
        bytesLeft -= bytes.count
        guard bytesLeft >= 0 else { throw .beyondLimit(.bytes, source: source) }
        let document: TOMLDocument
        do throws(TOMLError) { document = try TOMLDocument(bytes: bytes, dialect: rules.dialect) } catch {
            throw .toml(file: file, error)
        }
        valuesLeft -= document.valueCount
        guard valuesLeft >= -1 else { throw .beyondLimit(.values, source: source) }
        return document.root
    }

    /// - Returns: the files that this one imports.
    private mutating func merge(
        _ table: ConfigTable,
        _ written: TOMLTable,
        file: String
    ) throws(ContainerdConfigError) -> [Import] {
        let fileVersion = try typed(table["version"], "version", "integer") { $0.integer } ?? 0
        _ = try typed(table["imports"], "imports", "array of strings") { $0.strings }
        var own = try typed(table["plugins"], "plugins", "table") { $0.table } ?? ConfigTable()
        if rules.deepMergesImports { noteUnknownKeys(written, file: file) }

        if rootVersion == nil { (rootVersion, writtenVersion) = (fileVersion, fileVersion) }
        if rules.migratesEachFile {
            let highest = Int64(rules.highestConfigVersion)
            guard fileVersion <= highest else {
                throw .unsupportedVersion(
                    fileVersion,
                    highest: rules.highestConfigVersion,
                    file: file,
                    source: table["version"]?.source
                )
            }
            if rules.refusesNewerDropIn, let root = rootVersion, fileVersion > root, let node = table["version"] {
                throw .newerDropIn(fileVersion, root: root, source: node.source)
            }
            if fileVersion < highest {
                ConfigMigration.migrate(&own, from: fileVersion, warnings: &warnings)
                warnings.append(.migrated(from: fileVersion))
            }
        }
        if fileVersion != 0 {
            version = fileVersion
            writtenVersion = fileVersion
            top["version"] = table["version"]
        }
        if rules.deepMergesImports {
            plugins.deepMerge(own)
        } else {
            for (key, node) in own.entries { plugins[key] = node }
        }
        return try resolve(table["imports"]?.array ?? [], from: file)
    }

    private func typed<Value>(
        _ node: ConfigNode?,
        _ key: String,
        _ expected: String,
        _ value: (ConfigNode) -> Value?
    ) throws(ContainerdConfigError) -> Value? {
        guard let node else { return nil }
        guard let value = value(node) else {
            throw .wrongType(key: key, expected: expected, found: node.typeName, source: node.source)
        }
        return value
    }

    private static let topLevelKeys: Set<String> = [
        "version", "root", "state", "temp", "plugin_dir", "grpc", "ttrpc", "debug", "metrics", "disabled_plugins",
        "required_plugins", "plugins", "oom_score", "cgroup", "proxy_plugins", "timeouts", "imports",
        "stream_processors",
    ]

    private mutating func noteUnknownKeys(_ table: TOMLTable, file: String) {
        for entry in table.entries where !Self.topLevelKeys.contains(entry.key.lowercased()) {
            let (line, column) = (entry.position.line, entry.position.column)
            warnings.append(.unknownKey(entry.key, file: file, line: line, column: column))
        }
    }

    // MARK: Imports

    private mutating func resolve(
        _ imports: [ConfigNode],
        from file: String
    ) throws(ContainerdConfigError) -> [Import] {
        let directory = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? ""
        var found: [Import] = []
        var known: Set<String> = []
        for item in imports {
            let clean = GoPath.clean(item.string ?? "")
            let path = GoPath.isAbsolute(clean) ? clean : GoPath.join([directory.isEmpty ? "/" : directory, clean])
            guard known.insert(path).inserted else { continue }
            guard path.contains("*") else {
                found.append(Import(path: path, source: item.source))
                continue
            }
            guard let matches = glob.matches(path) else { throw .beyondLimit(.names, source: item.source) }
            found += matches.map { Import(path: $0, source: item.source) }
        }
        return found
    }

    // MARK: Versions

    private func checkPluginKeys(file: String) throws(ContainerdConfigError) {
        guard version == 2 else { return }
        for (key, node) in plugins.entries {
            let isURI = key.hasPrefix("io.containerd.") && key.split(separator: ".", maxSplits: 3).count == 4
            guard isURI else { throw .invalidPluginKey(key, file: file, source: node.source) }
        }
    }

    mutating func finish() throws(ContainerdConfigError) -> Merged {
        let highest = Int64(rules.highestConfigVersion)
        guard rules.deepMergesImports else {
            if version < 2 { warnings.append(.oldVersion) }
            let table = plugins.table(version < 2 ? "cri" : ConfigMigration.oldPlugin) ?? ConfigTable()
            return Merged(
                version: 2,
                writtenVersion: writtenVersion,
                images: table,
                isMigrated: false,
                warnings: []
            )
        }
        var isMigrated = rules.migratesEachFile && writtenVersion < 3
        if !rules.migratesEachFile {
            if version < 2 {
                // Renamed and stamped with the newest version: the plugins' own migration never runs.
                ConfigMigration.renamePlugins(&plugins, warnings: &warnings)
            } else if version == 2 {
                ConfigMigration.moveImageKeys(&plugins)
                isMigrated = true
            }
        }
        var late: [ContainerdConfigWarning] = []
        if let left = plugins.table(ConfigMigration.oldPlugin)?["registry"] {
            late.append(.unknownPluginKey("registry", plugin: ConfigMigration.oldPlugin, source: left.source))
        }
        return Merged(
            version: highest,
            writtenVersion: writtenVersion,
            images: plugins.table(rules.registryPlugin) ?? ConfigTable(),
            isMigrated: isMigrated,
            warnings: late
        )
    }
}
