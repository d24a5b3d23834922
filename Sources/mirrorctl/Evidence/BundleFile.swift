import Glibc
import MirrorCore
import MirrorSystem

/// `--bundle FILE`: a file that exists is opened, a new one is written; none is ever overwritten.
enum BundleFile {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func open(_ path: String) throws -> EvidenceBundle {
        let bytes = try Files.read(path)
        do throws(EvidenceFile.Failure) { return try EvidenceFile.bundle(bytes) } catch {
            Console.error("mirrorctl: \(printable(path)): \(texts(error.phrase))")
            throw ExitStatus.dataError.exit
        }
    }

    /// Opens what it is about to write, and writes it only when it is judged the same.
    /// - Parameter known: secrets that were met on the way.
    static func write(_ bundle: EvidenceBundle, to path: String, known: [Secret]) throws {
        let bytes: [UInt8]
        let opened: EvidenceBundle
        do throws(EvidenceFile.Failure) {
            bytes = try EvidenceFile.bytes(bundle, known: known)
            opened = try EvidenceFile.bundle(bytes)
        } catch {
            throw Console.fail(error.phrase, .dataError)
        }
        guard BundleVerdict(opened) == BundleVerdict(bundle) else {
            throw Console.fail(Phrase("evidence.differs"), .dataError)
        }
        do throws(FileError) {
            _ = try AtomicWriter(secondsSince1970: time(nil)).create(path, bytes, mode: 0o600)
        } catch .changedOnDisk {
            throw Console.fail(Phrase("command.fileExists", ["path": path]), .cannotCreate)
        } catch {
            throw Files.fail(error, error.writeStatus)
        }
        Console.error(
            "mirrorctl: " + texts("evidence.written", ["path": path, "count": "\(opened.files.entries.count)"])
        )
    }
}

/// What a bundle is judged to say: equal before and after the secrets went.
struct BundleVerdict: Equatable {
    let verdict: String
    let attempts: [String]
    let findings: [String]

    init(_ bundle: EvidenceBundle) {
        if let log = bundle.log {
            let trace = bundle.image.flatMap { try? TraceReader(log).trace(of: $0) }
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
            verdict = "\(error)"
            attempts = []
            findings = []
        }
    }
}
