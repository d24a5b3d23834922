import Containerd
import FoundationEssentials
import MirrorCore
import Secrets
import Texts

/// Everything that a verdict was given on, without secrets: another machine judges it again.
package struct EvidenceBundle: Equatable, Sendable {
    /// What `why` was asked.
    package var image: String?
    package var containerdVersion = ""
    /// The version was given by the operator, and the node has another one.
    package var presentVersion: String?
    package var configPath = ContainerdConfig.defaultPath
    /// `--config` names it.
    package var isConfigNamed = false
    package var files = RecordedFiles()
    /// Index of the attempt → what the host answered.
    package var live: [Int: String] = [:]
    /// The base URL that had the image, or why nobody had it, when it was asked for.
    package var servedBy: String?
    package var liveError: String?
    /// What the probe saw of each mirror, from the node.
    package var probes: [ProbeReport] = []
    /// What no file and no probe gives again.
    package var findings: [Finding] = []
    /// Nodes with all that they reported.
    package var nodes: [NodeInspection] = []
    package var log: String?
    /// The verdict's key when the bundle was written.
    package var verdict = ""

    package init() {}

    package enum Failure: Error, Equatable, Sendable {
        case archive(TarArchive.Failure)
        /// A part is missing or is not what is written here.
        case part(String)
        case newerFormat(String)

        package var phrase: Phrase {
            switch self {
            case .archive(.unexpectedEntry(let name)): Phrase("evidence.unexpectedEntry", ["name": name])
            case .archive: Phrase("evidence.notTar")
            case .part(let name): Phrase("evidence.part", ["name": name])
            case .newerFormat(let version): Phrase("evidence.newer", ["version": version])
            }
        }
    }
}

extension EvidenceBundle {
    static let format = 1
    /// Of the unpacked archive: what is read is in memory at once, and below 64 MiB.
    package static let limit = 48 << 20

    private struct Manifest: Codable {
        var format: Int
        var image: String?
        var containerdVersion: String
        var presentVersion: String?
        var configPath: String
        var isConfigNamed: Bool?
        var live: [String: String]
        var servedBy: String?
        var liveError: String?
        var findings: [Finding]?
        var nodes: [NodeEvidence]?
        var expected: ExpectedEvidence?
        var verdict: String
        /// In the order of their numbers in the archive.
        var files: [File]
    }

    private struct File: Codable {
        var path: String
        /// The name in the archive; a file's.
        var content: String?
        /// A folder's.
        var names: [String]?
        /// Why it could not be read.
        var error: String?
    }

    /// The archive's files; secrets are blotted out here, whoever calls.
    /// - Parameter known: secrets that were met on the way, for places where nothing tells them apart.
    package func entries(known: [Secret]) throws(Failure) -> [TarArchive.Entry] {
        var result: [TarArchive.Entry] = []
        var list: [File] = []
        let scanned = SecretScan.secrets(inFiles: files.contents + nodes.flatMap { $0.report?.files.contents ?? [] })
        let known = SecretForms(known + scanned)
        let clean = files.redacted(known: known)
        for (path, entry) in clean.entries.sorted(by: { $0.key < $1.key }) {
            switch entry {
            case .file(let bytes):
                let name = Self.name(of: path, list.count)
                result.append(TarArchive.Entry(name, bytes))
                list.append(File(path: path, content: name))
            case .directory(let names): list.append(File(path: path, names: names))
            case .failure(let error): list.append(File(path: path, error: error.description))
            }
        }
        let manifest = Manifest(
            format: Self.format,
            image: image,
            containerdVersion: containerdVersion,
            presentVersion: presentVersion,
            configPath: configPath,
            isConfigNamed: isConfigNamed ? true : nil,
            live: Dictionary(live.map { ("\($0)", Redaction.text($1, known: known)) }) { first, _ in first },
            servedBy: servedBy,
            liveError: liveError.map { Redaction.text($0, known: known) },
            findings: findings.map(\.withoutSecrets),
            nodes: nodes.enumerated().map { NodeEvidence($1, number: $0, known: known) },
            expected: nodes.lazy.compactMap(\.expected).first.map { ExpectedEvidence($0) },
            verdict: verdict,
            files: list
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(manifest) else { throw .part("manifest.json") }
        result.append(TarArchive.Entry("mirrorctl/manifest.json", Array(data)))
        for (number, node) in nodes.enumerated() {
            guard let report = node.report else { continue }
            let bytes = report.redacted(known: known).records
            result.append(TarArchive.Entry(NodeEvidence.reportName(number), bytes))
        }
        if !probes.isEmpty {
            guard let bytes = RedactedJSON.bytes(probes, known: known) else { throw .part(Self.probesName) }
            result.append(TarArchive.Entry(Self.probesName, bytes))
        }
        if let log {
            result.append(TarArchive.Entry("mirrorctl/log.txt", Array(Redaction.text(log, known: known).utf8)))
        }
        return result
    }

    private static let probesName = "mirrorctl/probes.json"

    /// `mirrorctl/root/etc/containerd/config.toml`; a path that is too long for a header has a number instead.
    private static func name(of path: String, _ number: Int) -> String {
        let name = "mirrorctl/root" + path
        let isPlain = name.utf8.count <= 100 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return isPlain && ContainedPath(name) != nil ? name : "mirrorctl/files/\(number)"
    }

    package init(_ entries: consuming [TarArchive.Entry]) throws(Failure) {
        // Each part leaves as soon as it is read, or all would be in memory twice.
        var parts: [String: [UInt8]] = [:]
        for entry in entries { parts[entry.name] = entry.bytes }
        entries = []
        let bytes = parts.removeValue(forKey: "mirrorctl/manifest.json") ?? []
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw .part("manifest.json")
        }
        guard manifest.format <= Self.format else { throw .newerFormat("\(manifest.format)") }
        image = manifest.image
        containerdVersion = manifest.containerdVersion
        presentVersion = manifest.presentVersion
        (configPath, isConfigNamed) = (manifest.configPath, manifest.isConfigNamed ?? false)
        verdict = manifest.verdict
        (servedBy, liveError, findings) = (manifest.servedBy, manifest.liveError, manifest.findings ?? [])
        for (number, node) in (manifest.nodes ?? []).enumerated() {
            nodes.append(try node.inspection(number, &parts, expected: manifest.expected?.mirrors))
        }
        if let bytes = parts.removeValue(forKey: Self.probesName) {
            guard let found = try? JSONDecoder().decode([ProbeReport].self, from: Data(bytes)) else {
                throw .part(Self.probesName)
            }
            probes = found
        }
        for (key, value) in manifest.live { if let index = Int(key) { live[index] = value } }
        log = parts.removeValue(forKey: "mirrorctl/log.txt").map { String(decoding: $0, as: UTF8.self) }
        for file in manifest.files {
            if let name = file.content {
                guard let bytes = parts[name] else { throw .part(name) }
                files.add(file.path, .file(bytes))
            } else if let names = file.names {
                files.add(file.path, .directory(names))
            } else {
                files.add(file.path, .failure(NodeFileError(description: file.error ?? "")))
            }
        }
    }
}

extension NodeFileError {
    /// The other way round.
    init(description: String) {
        let known: [NodeFileError] = [
            .notFound, .isDirectory, .notADirectory, .permissionDenied, .tooLarge, .nameTooLong, .notRegular,
        ]
        self = known.first { $0.description == description } ?? .other(description)
    }
}
