import Glibc
import RegistryClient

/// A lock file in a folder of ours, held as long as this value lives or its process does; it says whose it is.
package final class OwnLock: Sendable {
    /// `false`: another process has it.
    package let isOurs: Bool
    /// The process that has it, as it says; `nil` when it does not.
    package let holder: Int?
    private let file: FileDescriptor

    fileprivate init(_ file: consuming FileDescriptor, path: String) throws(FileError) {
        let code = flock(file.number, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
        // Where locks cannot be had, as on some network file systems, there is none.
        isOurs = code != EWOULDBLOCK
        if isOurs {
            ftruncate(file.number, 0)
            try file.writeAll(Array("\(getpid())\n".utf8))
            holder = nil
        } else {
            let text = String(decoding: try OwnFolder.all(of: file, path: path, limit: 64), as: UTF8.self)
            holder = Int(text.filter { !$0.isWhitespace }) ?? 0
        }
        self.file = file
    }
}

extension OwnFolder {
    /// A name for what belongs to something else: the same for the same text, and of any text.
    package static func name(for text: String) -> String {
        String(contentDigest(Array(text.utf8)).dropFirst(7).prefix(16))
    }

    package func lock(_ name: String) throws(FileError) -> OwnLock {
        try OwnLock(open(name, O_RDWR | O_CREAT), path: "\(path)/\(name)")
    }
}
