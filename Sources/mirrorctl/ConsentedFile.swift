import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// A file that is new, or that somebody agreed to overwrite; the old one is kept beside it.
enum ConsentedFile {
    /// - Parameters:
    ///   - consents: `--yes`; without it, and without a terminal to ask on, an existing file stays.
    ///   - mode: for a new file; an old one that holds a secret is closed to others first.
    static func write(_ path: String, _ bytes: [UInt8], mode: UInt32, consents: Bool) throws {
        try StandardOutput.check()
        let writer = AtomicWriter()
        do {
            guard exists(path) else {
                _ = try writer.create(path, bytes, mode: mode)
                return StandardOutput.hasWritten(path)
            }
            try askIfNeeded(path, consents)
            if mode & 0o077 == 0 { chmod(path, mode_t(mode)) }
            _ = try writer.replace(try FileSnapshot(reading: path), with: bytes)
            StandardOutput.hasWritten(path)
        } catch let error as FileError {
            throw Files.fail(error, error.writeStatus)
        }
    }

    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private static func askIfNeeded(_ path: String, _ consents: Bool) throws {
        if consents { return }
        let refusal = Refusal(writing: .exists(path: path))
        guard isatty(STDIN_FILENO) == 1 else { throw refusal.said }
        guard try Console.confirm(texts("bundle.overwrite", ["path": printable(path)])) else { throw refusal.said }
    }
}
