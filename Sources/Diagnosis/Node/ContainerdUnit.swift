import Containerd
import GoData

/// How systemd starts containerd, by the files of its unit: with which configuration and which environment.
package struct ContainerdUnit: Equatable, Sendable {
    /// `--config` of `ExecStart`; `nil` when it names none.
    package private(set) var namedConfig: String?
    /// Where that stands.
    package private(set) var configSource: SourcePosition?
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
        variables += environmentFiles(unit.values(of: "EnvironmentFile", in: "Service").map(\.value), source)
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

    /// The variables of all files, those that count at the end. Each file is read once, where it is named last: what it
    /// said before is said again.
    private mutating func environmentFiles(_ settings: [String], _ source: any NodeFiles) -> [(String, String)] {
        var glob = PathGlob(source)
        var named: [(path: String, isOptional: Bool)] = []
        for text in settings {
            // `-` before a path: it need not be there. A pattern may name several.
            let isOptional = text.hasPrefix("-")
            let path = isOptional ? String(text.dropFirst()) : text
            guard GoPath.isAbsolute(path) else { continue }
            if path.contains("*"), let paths = glob.matches(path) {
                named += paths.map { ($0, isOptional) }
            } else {
                named.append((path, isOptional && !path.contains("*")))
            }
        }
        let last = Dictionary(named.enumerated().map { ($1.path, $0) }) { max($0, $1) }
        let needed = Set(named.filter { !$0.isOptional }.map(\.path))
        var found: [(String, String)] = []
        for (index, file) in named.enumerated() where last[file.path] == index {
            environmentFiles.append(file.path)
            if let bytes = try? source.read(file.path) {
                found += EnvironmentFile.variables(bytes)
            } else if needed.contains(file.path) {
                missingEnvironmentFiles.append(file.path)
            }
        }
        return found
    }

    // MARK: ExecStart

    /// The words of the command line, with its variables filled in; those of a script that a shell is given, too.
    private static func command(_ line: String, _ variables: [String: String]) -> [String] {
        // A variable may stand in it as often as there is room.
        var left = longestCommand
        var words: [String] = []
        for word in SystemdUnit.words(line.drop { "@-:+!|".contains($0) }) where left > 0 {
            if word.hasPrefix("$"), !word.hasPrefix("$$"), !word.hasPrefix("${") {
                let value = variables[String(word.dropFirst())] ?? ""
                left -= value.utf8.count + 1
                words += SystemdUnit.words(value[...])
            } else {
                words.append(filled(word, variables, &left))
            }
        }
        let program = words.first?.split(separator: "/").last ?? ""
        if ["sh", "bash", "dash"].contains(program), let at = words.firstIndex(of: "-c"), at + 1 < words.count {
            words = SystemdUnit.words(words[at + 1][...])
        }
        return words
    }

    /// Linux starts no program with longer arguments (`MAX_ARG_STRLEN` for each, a quarter of the stack for all).
    private static let longestCommand = 2 << 20

    /// - Parameter left: bytes that may still come of it; what is beyond is left out.
    private static func filled(_ word: String, _ variables: [String: String], _ left: inout Int) -> String {
        var result = ""
        var rest = word[...]
        while left > 0, let open = rest.firstRange(of: "${"),
            let close = rest[open.upperBound...].firstIndex(of: "}")
        {
            let value = variables[String(rest[open.upperBound..<close])] ?? ""
            left -= value.utf8.count
            result += rest[..<open.lowerBound] + value
            rest = rest[rest.index(after: close)...]
        }
        left -= rest.utf8.count + 1
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
