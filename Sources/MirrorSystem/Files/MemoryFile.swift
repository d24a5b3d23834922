import COpen
import Glibc

/// Bytes as a file that is in memory alone and has no name: for another program to read, whatever becomes of it.
package struct MemoryFile: ~Copyable {
    private let number: Int32

    /// `nil` where there is no room; `errno` says why.
    package init?(_ bytes: [UInt8]) {
        let file = mirror_open_memory()
        guard file >= 0 else { return nil }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = errno
                close(file)
                errno = reason
                return nil
            }
            rest = rest.dropFirst(count)
        }
        lseek(file, 0, SEEK_SET)
        number = file
    }

    deinit { close(number) }

    /// Where programs of this user find it while this process holds it.
    package var path: String { "/proc/\(getpid())/fd/\(number)" }

    /// Its descriptor, which the caller closes.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }
}
