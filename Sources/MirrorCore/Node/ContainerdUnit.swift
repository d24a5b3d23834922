/// How systemd starts containerd, by the files of its unit: with which configuration and which environment.
package struct ContainerdUnit: Equatable, Sendable {
    /// `--config` of `ExecStart`; `nil` when it names none.
    package private(set) var namedConfig: String?
    /// Where that stands.
    package private(set) var configSource: SourcePlace?
    /// Proxies and CA bundles: `DefaultEnvironment=`, `Environment=`, then `EnvironmentFile=`; of each the last.
    package private(set) var environment: [String: String] = [:]
    /// Files that systemd reads for it.
    package private(set) var files: [String] = []
    /// What `EnvironmentFile=` names.
    package private(set) var environmentFiles: [String] = []
    /// Those of them that are not there and would have to be.
    package private(set) var missingEnvironmentFiles: [String] = []

    package var configPath: String { namedConfig ?? ContainerdConfig.defaultPath }
    package var isConfigNamed: Bool { namedConfig != nil }

    /// - Parameter known: files that are there, where folders cannot be listed.
    package init(in source: any NodeFiles, known: [String] = []) {
        let manager = SystemdUnit(
            "system.conf",
            in: source,
            folders: SystemdUnit.managerFolders,
            dropIns: ["system.conf.d"],
            known: known
        )
        let unit = SystemdUnit(
            "containerd.service",
            in: source,
            folders: SystemdUnit.unitFolders,
            dropIns: ["containerd.service.d", "service.d"],
            known: known
        )
        files = manager.files + unit.files
        var variables = Self.assignments(manager.values(of: "DefaultEnvironment", in: "Manager"))
        variables += Self.assignments(unit.values(of: "Environment", in: "Service"))
        for setting in unit.values(of: "EnvironmentFile", in: "Service") { variables += read(setting.value, source) }
        var all: [String: String] = [:]
        for (name, value) in variables { all[name] = value }
        for setting in unit.values(of: "UnsetEnvironment", in: "Service") {
            for word in SystemdUnit.words(setting.value[...]) {
                let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
                if parts.count == 1 || all[parts[0]] == parts[1] { all[parts[0]] = nil }
            }
        }
        environment = all.filter { EnvironmentFile.counts($0.key) }
        guard let start = unit.values(of: "ExecStart", in: "Service").last,
            let path = Self.config(in: Self.command(start.value, all))
        else { return }
        let folder = unit.values(of: "WorkingDirectory", in: "Service").last?.value ?? "/"
        namedConfig = GoPath.clean(GoPath.isAbsolute(path) ? path : GoPath.join(["/", folder, path]))
        configSource = start.source
    }

    private static func assignments(_ settings: [SystemdUnit.Setting]) -> [(String, String)] {
        settings.flatMap { SystemdUnit.words($0.value[...]) }.compactMap { word in
            guard let equals = word.firstIndex(of: "=") else { return nil }
            // `%%` is how a per cent sign is written in a unit.
            let value = String(word[word.index(after: equals)...]).split(
                separator: "%%",
                omittingEmptySubsequences: false
            )
            return (String(word[..<equals]), value.joined(separator: "%"))
        }
    }

    /// `-` before a path: it need not be there. A pattern may name several.
    private mutating func read(_ text: String, _ source: any NodeFiles) -> [(String, String)] {
        let isOptional = text.hasPrefix("-")
        let path = isOptional ? String(text.dropFirst()) : text
        guard GoPath.isAbsolute(path) else { return [] }
        var glob = PathGlob(source)
        let paths = path.contains("*") ? glob.matches(path) : [path]
        guard let paths else {
            missingEnvironmentFiles.append(path)
            return []
        }
        return paths.flatMap { path -> [(String, String)] in
            environmentFiles.append(path)
            guard let bytes = try? source.read(path) else {
                if !isOptional { missingEnvironmentFiles.append(path) }
                return []
            }
            return EnvironmentFile.variables(bytes)
        }
    }

    // MARK: ExecStart

    /// The words of the command line, with its variables filled in; those of a script that a shell is given, too.
    private static func command(_ line: String, _ variables: [String: String]) -> [String] {
        var words = SystemdUnit.words(line.drop { "@-:+!|".contains($0) }).flatMap { word -> [String] in
            if word.hasPrefix("$"), !word.hasPrefix("$$"), !word.hasPrefix("${") {
                return SystemdUnit.words((variables[String(word.dropFirst())] ?? "")[...])
            }
            return [filled(word, variables)]
        }
        let program = words.first?.split(separator: "/").last ?? ""
        if ["sh", "bash", "dash"].contains(program), let at = words.firstIndex(of: "-c"), at + 1 < words.count {
            words = SystemdUnit.words(words[at + 1][...])
        }
        return words
    }

    private static func filled(_ word: String, _ variables: [String: String]) -> String {
        var result = ""
        var rest = word[...]
        while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
            result += rest[..<open.lowerBound] + (variables[String(rest[open.upperBound..<close])] ?? "")
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// containerd takes Go's flags: `-c FILE`, `--config FILE`, each also with `=`; the last counts.
    private static func config(in words: [String]) -> String? {
        var found: String?
        // What stands before it has flags of its own, as `taskset -c` has.
        let start = words.firstIndex { $0.split(separator: "/").last?.hasPrefix("containerd") ?? false }
        guard let start else { return nil }
        var rest = words[(start + 1)...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else { continue }
            let flag = word.dropFirst(word.hasPrefix("--") ? 2 : 1)
            let parts = flag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.first == "config" || parts.first == "c" else { continue }
            let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
            if let value, !value.isEmpty { found = value }
        }
        return found
    }
}
