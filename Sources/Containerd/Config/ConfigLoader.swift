import GoData
import TOML

/// Reads `config.toml` and what it imports, breadth first, and merges them as the version does.
struct ConfigLoader {
    let files: any NodeFiles
    let rules: ContainerdRules
    let ignoresMissingImports: Bool
    private(set) var loaded: [String] = []
    private(set) var warnings: [ContainerdConfigWarning] = []
    private(set) var documents: [ConfigDocument] = []
    private(set) var disabled: [ListedPlugin] = []
    private(set) var required: [ListedPlugin] = []
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
        let source: SourcePosition
    }

    struct Merged {
        var version: Int64
        var writtenVersion: Int64
        var images: ConfigTable
        /// The tables came from an older version of the file format.
        var isMigrated: Bool
        /// All plugin tables, after migration.
        var plugins: ConfigTable
        var warnings: [ContainerdConfigWarning]
    }

    // MARK: Files

    mutating func load(_ path: String) throws(ContainerdConfigError) {
        var pending = [Import(path: path, source: SourcePosition(file: path, line: 0))]
        var known: Set<String> = [path]
        var next = 0
        while next < pending.count {
            let (file, source) = (pending[next].path, pending[next].source)
            next += 1
            guard loaded.count < ConfigLimit.maximumFiles else { throw .beyondLimit(.files, source: source) }
            let document: TOMLDocument
            do throws(ContainerdConfigError) { document = try read(file, source) } catch .unreadable(_, .notFound)
                where ignoresMissingImports && rules.deepMergesImports && file != path
            {
                break
            }
            loaded.append(file)
            for more in try merge(ConfigTable(document.root, file: file), document, file: file)
            where known.insert(more.path).inserted { pending.append(more) }
        }
        guard version <= Int64(rules.highestConfigVersion) || !rules.deepMergesImports && !rules.refusesNewerVersions
        else {
            if !rules.deepMergesImports { warnings.append(.versionNotSupported(version)) }
            throw .unsupportedVersion(
                version,
                highest: rules.highestConfigVersion,
                file: loaded.last ?? path,
                source: top["version"]?.source
            )
        }
        try checkLists(file: loaded.last ?? path)
        if !rules.deepMergesImports { try checkPluginKeys(file: loaded.last ?? path) }
        try checkRequired()
    }

    private mutating func read(_ file: String, _ source: SourcePosition) throws(ContainerdConfigError) -> TOMLDocument {
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
        return document
    }

    /// - Returns: the files that this one imports.
    private mutating func merge(
        _ table: ConfigTable,
        _ written: TOMLDocument,
        file: String
    ) throws(ContainerdConfigError) -> [Import] {
        let versionNode = table.field("version", rules)
        let fileVersion = try typed(versionNode, "version", "integer") { $0.integer } ?? 0
        let imports = try list("imports", in: table)
        var own = try typed(table.field("plugins", rules), "plugins", "table") { $0.table } ?? ConfigTable()
        documents.append(ConfigDocument(file: file, version: versionNode?.integer, table: table))
        disabled += try plugins("disabled_plugins", in: table, fileVersion)
        required += try plugins("required_plugins", in: table, fileVersion)
        if rules.deepMergesImports { noteUnknownKeys(written, file: file) }

        if rootVersion == nil { (rootVersion, writtenVersion) = (fileVersion, fileVersion) }
        if rules.migratesEachFile {
            let highest = Int64(rules.highestConfigVersion)
            guard fileVersion <= highest else {
                throw .unsupportedVersion(
                    fileVersion,
                    highest: rules.highestConfigVersion,
                    file: file,
                    source: versionNode?.source
                )
            }
            if rules.refusesNewerDropIn, let root = rootVersion, fileVersion > root, let node = versionNode {
                throw .newerDropIn(fileVersion, root: root, source: node.source)
            }
            if fileVersion < highest {
                ConfigMigration.migrate(&own, from: fileVersion, warnings: &warnings)
                warnings.append(.migrated(from: fileVersion))
            }
        } else if rules.deepMergesImports, fileVersion < 2 {
            // Renamed and stamped with the version that was reached before, the newest at first: the plugins' own
            // migration does not run for it.
            ConfigMigration.renamePlugins(&own, warnings: &warnings)
        }
        if fileVersion != 0 {
            if !rules.deepMergesImports || rules.migratesEachFile || fileVersion >= 2 { version = fileVersion }
            writtenVersion = fileVersion
            top["version"] = versionNode
        }
        if rules.deepMergesImports {
            plugins.deepMerge(own)
        } else {
            for (key, node) in own.entries { plugins[key] = node }
        }
        return try resolve(imports, from: file)
    }

    private func list(_ key: String, in table: ConfigTable) throws(ContainerdConfigError) -> [ConfigItem] {
        try typed(table.field(key, rules), key, "array of strings") { $0.strings == nil ? nil : $0.array } ?? []
    }

    /// 2.x renames the short names of a file of version 1.
    private func plugins(
        _ key: String,
        in table: ConfigTable,
        _ fileVersion: Int64
    ) throws(ContainerdConfigError) -> [ListedPlugin] {
        try list(key, in: table).map { node in
            let name = node.string ?? ""
            let isRenamed = rules.deepMergesImports && fileVersion < 2
            return ListedPlugin(id: isRenamed ? ConfigMigration.fullName(of: name) : name, written: name, node.source)
        }
    }

    private func typed<Value>(
        _ node: ConfigItem?,
        _ key: String,
        _ expected: String,
        _ value: (ConfigItem) -> Value?
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

    /// In the file's order: a header of an unknown table has a line of its own, and so has each below it.
    private mutating func noteUnknownKeys(_ document: TOMLDocument, file: String) {
        let isUnknown = { (key: String?) in !Self.topLevelKeys.contains(key?.lowercased() ?? "") }
        let headers = document.headers.filter { isUnknown($0.path.first) }
        let underHeaders = Set(headers.compactMap(\.path.first))
        // The key begins behind the brackets.
        var unknown = headers.map { header in
            let place = header.position
            let column = place.column + (header.isArray ? 2 : 1)
            let key = TOMLPosition(offset: place.offset, line: place.line, column: column)
            return (key: header.path.joined(separator: " "), place: key)
        }
        unknown += document.root.entries.filter { isUnknown($0.key) && !underHeaders.contains($0.key) }
            .map { ($0.key, $0.position) }
        for (key, place) in unknown.sorted(by: { $0.place.offset < $1.place.offset }) {
            warnings.append(.unknownKey(key, file: file, line: place.line, column: place.column))
        }
    }

    // MARK: Imports

    private mutating func resolve(
        _ imports: [ConfigItem],
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
            // The daemon's own directory is `/` under systemd.
            let start = rules.joinsRelativeGlobs || rules.deepMergesImports ? path : GoPath.join(["/", clean])
            guard let matches = glob.matches(start) else { throw .beyondLimit(.names, source: item.source) }
            found += matches.map { Import(path: $0, source: item.source) }
        }
        return found
    }

    // MARK: Versions and plugins

    private func checkPluginKeys(file: String) throws(ContainerdConfigError) {
        guard version >= 2 else { return }
        for (key, node) in plugins.entries where !isURI(key) {
            throw .invalidPluginKey(key, file: file, source: node.source)
        }
    }

    private func isURI(_ plugin: String) -> Bool {
        guard !rules.deepMergesImports else { return plugin.contains(".") }
        let parts = plugin.split(separator: ".", omittingEmptySubsequences: false).count
        return parts >= 4 && (!rules.wantsContainerdPrefix || plugin.hasPrefix("io.containerd."))
    }

    private func checkLists(file: String) throws(ContainerdConfigError) {
        guard rules.deepMergesImports || version >= 2 else { return }
        for (name, list) in [("disabled", disabled), ("required", required)] {
            for plugin in list where !isURI(plugin.id) {
                throw .invalidListedPlugin(plugin.written, list: name, file: file, source: plugin.source)
            }
        }
    }

    /// Of the plugins that are known to be in no such release, or are switched off.
    private func checkRequired() throws(ContainerdConfigError) {
        for plugin in required {
            let isShort = !rules.deepMergesImports && version < 2
            let absence =
                isShort
                ? KnownPlugins.absence(ofShort: plugin.id, in: rules.version)
                : KnownPlugins.absence(of: plugin.id, in: rules.version)
            if absence != nil || disabled.contains(where: { $0.id == plugin.id }) {
                throw .requiredPluginMissing(plugin.written, source: plugin.source)
            }
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
                plugins: plugins,
                warnings: []
            )
        }
        var isMigrated = rules.migratesEachFile && writtenVersion < 3
        if !rules.migratesEachFile {
            if version == 2 {
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
            plugins: plugins,
            warnings: late
        )
    }
}
