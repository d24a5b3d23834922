import Containerd
import MirrorCore
import TOML
import Texts

/// `mirrors` and `configs` of a `config.toml` turned into `certs.d/**/hosts.toml` and `config_path`, with the proof
/// that both make the same attempts.
package struct MirrorConversion: Equatable, Sendable {
    package struct File: Equatable, Sendable {
        /// On the node.
        package let path: String
        package let text: String
    }

    /// A registry host whose attempts are not the same before and after.
    package struct Difference: Equatable, Sendable {
        package let registryHost: String
        /// `-` before, `+` after.
        package let lines: [String]
    }

    package let target: ContainerdVersion
    package let files: [File]
    /// What cannot be written as `hosts.toml`.
    package let losses: [Phrase]
    /// Keys that no image is looked up by: nothing is written for them.
    package let deadKeys: [DeadKey]
    /// The registry hosts whose attempts were compared; nothing is said of any other.
    package let compared: [String]
    package let differences: [Difference]

    /// Everything was carried over, and makes the same attempts as far as it was compared.
    package var isWhole: Bool { differences.isEmpty && losses.isEmpty && deadKeys.isEmpty }

    /// Which registry hosts make the same attempts before and after: those that were compared and do not differ.
    package var proof: Phrase {
        let different = Set(differences.map(\.registryHost))
        let same = compared.filter { !different.contains($0) }
        let names = same.prefix(20).joined(separator: ", ") + (same.count > 20 ? ", …" : "")
        return same.isEmpty
            ? Phrase("convert.nothingProven", ["version": "\(target)"])
            : Phrase("convert.proof", ["count": "\(same.count)", "version": "\(target)", "hosts": names])
    }

    package enum Refusal: Error, Equatable, Sendable {
        case start(PullExplainer.StartError)
        /// - Parameter dead: what stands in the files and is not in force.
        case nothingToConvert(dead: [DeadSetting])
        /// containerd runs with its defaults.
        case noFile(String)
        /// The tables do not stand under headers of one file that could be cut out.
        case notEditable(file: String)

        package var phrase: Phrase {
            switch self {
            case .start(let error): error.phrase
            case .nothingToConvert(let dead):
                dead.reduce(Phrase("convert.nothing")) { before, setting in
                    Phrase("convert.lines", parts: ["before": before, "line": setting.loss])
                }
            case .noFile(let file): Phrase("convert.noFile", ["file": file])
            case .notEditable(let file): Phrase("convert.notEditable", ["file": file])
            }
        }
    }

    /// - Parameters:
    ///   - source: the version that pulls with the present files.
    ///   - target: the version that shall pull with the new ones.
    package init(
        files: any NodeFiles,
        source: ContainerdVersion,
        target: ContainerdVersion,
        configPath: String = ContainerdConfig.defaultPath,
        isConfigNamed: Bool = false
    ) throws(Refusal) {
        var before: PullExplainer
        do throws(PullExplainer.StartError) {
            before = try PullExplainer(
                version: source,
                files: files,
                configPath: configPath,
                isConfigNamed: isConfigNamed
            )
        } catch {
            throw .start(error)
        }
        if before.config.isDefault { throw .noFile(configPath) }
        let registry = before.registry
        let tlsHosts = registry.configs.filter { $0.value.tls != nil }.keys
        let dead = PullJudge(before).dead.filter { $0.kind.severity > .info }
        guard registry.configPath.isEmpty, !registry.mirrors.isEmpty || !tlsHosts.isEmpty else {
            throw .nothingToConvert(dead: dead)
        }

        let legacy = LegacyEndpoints(config: registry, rules: source.rules)
        let keys = ConvertedKeys(legacy, rules: [source.rules, target.rules])
        deadKeys = keys.dead.map { key in
            var key = key
            key.remedy = dead.first(where: key.isNamed)?.remedy
            return key
        }
        var writer = HostsFileWriter(legacy: legacy, files: files, target: target.rules)
        var written: [File] = []
        if keys.hasDefault, let text = writer.text(for: nil) {
            written.append(File(path: NodePaths.defaultHostsTOML, text: text))
        }
        for host in keys.hosts {
            guard let text = writer.text(for: host) else { continue }
            written.append(File(path: NodePaths.hostsTOML(of: host), text: text))
        }
        let config = try Self.config(files, configPath, before.config)
        self.target = target
        self.files = [File(path: configPath, text: config)] + written
        losses =
            writer.losses
            + dead.filter { setting in !keys.dead.contains { $0.isNamed(by: setting) } }.map(\.loss)

        var hosts = keys.hosts.map(\.name)
        hosts += ["docker.io", "registry.example.com", "registry.example.com:5000"].filter { !hosts.contains($0) }
        let overlaid = OverlaidFiles(below: files, added: self.files)
        (compared, differences) = Self.compare(hosts, &before, overlaid, target, configPath)
    }

    private static func compare(
        _ hosts: [String],
        _ before: inout PullExplainer,
        _ files: OverlaidFiles,
        _ target: ContainerdVersion,
        _ configPath: String
    ) -> (compared: [String], differences: [Difference]) {
        var after: PullExplainer
        do throws(PullExplainer.StartError) {
            after = try PullExplainer(version: target, files: files, configPath: configPath)
        } catch {
            return ([], [Difference(registryHost: "", lines: ["+ " + Catalogue.english(error.phrase)])])
        }
        var compared: [String] = []
        var differences: [Difference] = []
        for host in hosts {
            guard let old = try? before.explain("\(host)/a/b:1"), let new = try? after.explain("\(host)/a/b:1") else {
                continue
            }
            compared.append(host)
            let (left, right) = (lines(old), lines(new))
            guard left != right else { continue }
            differences.append(
                Difference(registryHost: host, lines: left.map { "- " + $0 } + right.map { "+ " + $0 })
            )
        }
        return (compared, differences)
    }

    private static func lines(_ plan: PullPlan) -> [String] {
        plan.error.map { [$0.text] } ?? plan.attempts.map(VersionComparison.line)
    }

    // MARK: config.toml

    /// The file without `mirrors` and `tls` tables, and with `config_path`.
    private static func config(
        _ files: any NodeFiles,
        _ path: String,
        _ config: ContainerdConfig
    ) throws(Refusal) -> String {
        guard let bytes = try? files.read(path), let document = try? TOMLDocument(bytes: bytes) else {
            throw .notEditable(file: path)
        }
        // By bytes, as the reader counts lines: CR LF is one character of a text.
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self)[...] }
        var kept: [Substring] = []
        var registry: TOMLHeader?
        var starts = document.headers.map(\.position.line)
        starts.append(lines.count + 1)
        kept += lines[..<min(lines.count, starts[0] - 1)]
        for (index, header) in document.headers.enumerated() {
            let body = lines[(header.position.line - 1)..<max(header.position.line - 1, starts[index + 1] - 1)]
            let tail = header.path.firstIndex(of: "registry").map { Array(header.path[$0...]) } ?? []
            if tail.count >= 2, tail[1] == "mirrors" || tail.count == 4 && tail[1] == "configs" && tail[3] == "tls" {
                continue
            }
            kept.append(contentsOf: body.prefix(1))
            if tail.count == 1, header.path.first == "plugins", registry == nil {
                registry = header
                let indent = body.first.map { $0.prefix { $0 == " " || $0 == "\t" } } ?? ""
                kept.append("\(indent)  config_path = \(TOMLText.basicString(NodePaths.certsD))"[...])
                kept += body.dropFirst().filter { !$0.drop { $0 == " " || $0 == "\t" }.hasPrefix("config_path") }
            } else {
                kept += body.dropFirst()
            }
        }
        if registry == nil {
            let plugin =
                config.writtenVersion < 2
                ? "cri" : config.writtenVersion == 2 ? ConfigMigration.oldPlugin : ConfigMigration.imagesPlugin
            while kept.last?.isEmpty == true { kept.removeLast() }
            kept += ["", "[\(TOMLText.path(["plugins", plugin, "registry"]))]"]
            kept += ["  config_path = \(TOMLText.basicString(NodePaths.certsD))", ""]
        }
        return kept.joined(separator: "\n")
    }
}

extension DeadSetting {
    /// Not carried over, because it was not in force.
    fileprivate var loss: Phrase {
        Phrase("convert.dead", ["place": "\(place)", "setting": written], parts: ["reason": reason, "remedy": remedy])
    }
}

/// Some files laid over a tree.
private struct OverlaidFiles: NodeFiles {
    let below: any NodeFiles
    let above: NodeTree

    init(below: any NodeFiles, added: [MirrorConversion.File]) {
        self.below = below
        var tree = NodeTree()
        for file in added { tree.add(file.path, .file(Array(file.text.utf8))) }
        above = tree
    }

    func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        if let bytes = try? above.read(path) { return bytes }
        return try below.read(path)
    }

    func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        if let kind = try? above.kind(of: path) { return kind }
        return try below.kind(of: path)
    }

    func names(in path: String) throws(NodeFileError) -> [String] {
        guard let names = try? above.names(in: path) else { return try below.names(in: path) }
        let more = (try? below.names(in: path)) ?? []
        return Set(names + more).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
