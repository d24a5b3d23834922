import Containerd
import Diagnosis
import Glibc
import MirrorSystem
import Operations
import Secrets
import Texts

/// `--bundle FILE`: a file that exists is opened, a new one is written; none is ever overwritten.
enum EvidenceBundleFile {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func open(_ path: String) throws -> EvidenceBundle {
        let bytes = try Files.read(path)
        do throws(EvidenceFile.Failure) { return try EvidenceFile.bundle(bytes) } catch {
            Console.error("mirrorctl: \(printable(path)): \(texts(error.phrase))")
            throw ExitStatus.dataError.exit
        }
    }

    static func write(nodes: [NodeInspection], to path: String) throws {
        var evidence = EvidenceBundle()
        evidence.nodes = nodes
        let known = nodes.flatMap { NodeJudgement($0).explainer?.credentials.secrets ?? [] }
        try write(evidence, to: path, known: known)
    }

    /// Opens what it is about to write, and writes it only when it is judged the same.
    /// - Parameter known: secrets that were met on the way.
    static func write(_ bundle: EvidenceBundle, to path: String, known: [Secret]) throws {
        let bytes: [UInt8]
        let opened: EvidenceBundle
        do throws(EvidenceFile.Failure) {
            bytes = try EvidenceFile.bytes(bundle, known: known + SaidBack.secrets)
            opened = try EvidenceFile.bundle(bytes)
        } catch {
            throw Console.fail(error.phrase, .dataError)
        }
        guard BundleVerdict(opened) == BundleVerdict(bundle) else {
            throw Console.fail(Phrase("evidence.differs"), .dataError)
        }
        try StandardOutput.check()
        do throws(FileError) {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, bytes, mode: 0o600)
            StandardOutput.hasWritten(path)
        } catch .changedOnDisk {
            throw Console.fail(Phrase("command.fileExists", ["path": path]), .cannotCreate)
        } catch {
            throw Files.fail(error, error.writeStatus)
        }
        Console.error(
            "mirrorctl: " + texts("evidence.written", ["path": path, "count": "\(opened.fileCount)"])
        )
    }
}

/// What a bundle is judged to say: equal before and after the secrets went.
struct BundleVerdict: Equatable {
    let verdict: String
    let attempts: [String]
    let findings: [String]

    init(_ bundle: EvidenceBundle) {
        if bundle.isAboutNodes {
            let fleet = NodeFleetView(bundle.nodes.map(NodeJudgement.init))
            verdict = fleet.groups.map { "\($0.identity) \($0.nodes.map(\.target))" }.joined(separator: "; ")
            attempts = fleet.nodes.flatMap(\.judgement.hosts).flatMap(\.plan.attempts).map(\.resolveURL)
            findings = fleet.nodes.flatMap { node in node.findings.map { "\(node.target) \($0.code)" } }
            return
        }
        if let log = bundle.log {
            let trace = bundle.image.flatMap { try? TraceReader(log).trace(of: $0, hosts: bundle.hosts) }
            verdict = trace?.verdict.key ?? ""
            attempts = trace?.attempts.map { "\($0.host) \($0.fault)" } ?? []
            findings = trace?.findings.map(\.code) ?? []
            return
        }
        do throws(PullExplainer.StartError) {
            let judged = try WhyVerdict(bundle)
            verdict = judged?.plan.verdict.key ?? ""
            attempts = judged?.plan.attempts.map(\.resolveURL) ?? []
            findings = judged?.findings.map(\.code) ?? []
        } catch {
            verdict = Self.text(error)
            attempts = []
            findings = []
        }
    }

    /// What cannot be read stays wrong in the same line; the words of it are what is blotted out.
    private static func text(_ error: PullExplainer.StartError) -> String {
        guard case .config(.toml(let file, let reason)) = error else { return "\(error)" }
        return "\(file):\(reason.line)"
    }
}

extension EvidenceBundle {
    /// Nodes, and no image of which anybody asked where it comes from.
    var isAboutNodes: Bool { containerdVersion.isEmpty && log == nil }

    /// Whom the node asks for the bundle's own image; its files say nothing of others.
    func hosts(of image: String) -> Set<String>? {
        guard !files.entries.isEmpty, image == self.image, let verdict = try? WhyVerdict(self) else { return nil }
        let hosts = Set(verdict.plan.attempts.map(\.endpoint.host))
        return hosts.isEmpty ? nil : hosts
    }

    var fileCount: Int { files.entries.count + nodes.reduce(0) { $0 + ($1.report?.files.all.count ?? 0) } }
}
