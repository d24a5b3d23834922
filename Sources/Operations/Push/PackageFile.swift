import Glibc
import ImagePackage
import MirrorSystem
import Texts

/// The package of a push before its images are known.
package struct PackageFile: Sendable {
    package let path: String
    package let reader: PackageReader
    let encoding: LayerEncoding
    let mark: FileMark?

    package init(_ path: String, encoding: LayerEncoding = .gzip) throws(PackageError) {
        self.path = path
        self.encoding = encoding
        mark = FileMark(path)
        reader = try PackageReader(path: path, encoding: encoding)
    }

    /// Listing it means decoding all of it: a push sends what it meets instead.
    package var isDearToList: Bool { if case .compressed = reader.form { true } else { false } }

    /// The file's name, to be shown: packages are told apart by their identity.
    package var name: String { Self.name(path) }

    package static func name(_ path: String) -> String {
        printable(path.split(separator: "/").last.map(String.init) ?? path)
    }
}

/// Tells whether a file was written since it was looked at.
struct FileMark: Equatable, Sendable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}
