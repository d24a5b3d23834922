import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Wizard

/// A package that was read through, and how to tell that it is still the same file.
struct CachedPackage: Sendable {
    private let path: String
    private let mark: FileMark?
    private let encoding: LayerEncoding
    let contents: PackageContents
    let source: PackageSource
    let identity: String
    let list: PackageInventory

    init(
        _ path: String,
        _ mark: FileMark?,
        _ reader: PackageReader,
        _ encoding: LayerEncoding,
        _ contents: PackageContents,
        _ source: PackageSource
    ) throws(PackageError) {
        (self.path, self.mark, self.encoding) = (path, mark, encoding)
        (self.contents, self.source) = (contents, source)
        identity = try reader.identity()
        list = PackageInventory(
            images: contents.images.map { image in
                PackageItem(
                    name: image.tags.first.map { "\(image.name):\($0)" } ?? image.name,
                    registryHost: image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" }),
                    bytes: image.blobs.reduce(0) { $0 + Int($1.storedSize) },
                    blobs: image.blobs.count,
                    trouble: image.trouble?.problem
                )
            },
            others: contents.others.map(\.name)
        )
    }

    /// The same file, unchanged, and the same layers made of it.
    func isStill(_ path: String, _ encoding: LayerEncoding) -> Bool {
        self.path == path && mark == FileMark(path) && self.encoding == encoding
    }
}

/// What changes when a file is written anew.
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
