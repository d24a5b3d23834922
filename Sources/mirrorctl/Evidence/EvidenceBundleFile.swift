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
        let (bytes, opened) = try Console.saying { () throws(Refusal) in try bundle.proven(known: known) }
        try StandardOutput.check()
        do throws(FileError) {
            _ = try AtomicWriter().create(path, bytes, mode: 0o600)
            StandardOutput.hasWritten(path)
        } catch {
            throw Files.fail(error, error.writeStatus)
        }
        Console.error(
            "mirrorctl: " + texts("evidence.written", ["path": path, "count": "\(opened.fileCount)"])
        )
    }
}
