import Containerd
import Glibc
import MirrorCore

/// The containerd on this machine's PATH.
package enum InstalledContainerd {
    /// What `containerd --version` says; `nil` when there is none.
    package static func version() -> ContainerdVersion? {
        guard let pipe = popen("containerd --version 2>/dev/null", "r") else { return nil }
        defer { pclose(pipe) }
        var buffer = [CChar](repeating: 0, count: 256)
        guard fgets(&buffer, Int32(buffer.count), pipe) != nil else { return nil }
        let line = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return ContainerdVersion(line)
    }
}
