import MirrorCore
import Texts

/// What the first look at a package tells: no more than its beginning was read.
package struct PackageGlance: Equatable, Sendable {
    package enum Form: Equatable, Sendable {
        case folder, tar
        /// `xz`, `gzip`, `zstd`; more than one block can be decoded side by side.
        case compressed(String, blocks: Int)
    }

    package let form: Form
    /// Of the file; 0 for a folder.
    package let bytes: Int

    package init(form: Form, bytes: Int) {
        self.form = form
        self.bytes = bytes
    }
}

package enum PackageCheck: Equatable, Sendable {
    case found(PackageGlance)
    case failed(Phrase)
}

/// One image of a package.
package struct PackageItem: Equatable, Sendable {
    /// As the package names it.
    package let name: String
    /// `gcr.io`; empty when the package does not say.
    package let registryHost: String
    /// Bytes in the package.
    package let bytes: Int
    package let blobs: Int
    /// Why it cannot be pushed.
    package let trouble: Phrase?

    package init(name: String, registryHost: String, bytes: Int, blobs: Int, trouble: Phrase? = nil) {
        self.name = name
        self.registryHost = registryHost
        self.bytes = bytes
        self.blobs = blobs
        self.trouble = trouble
    }
}

package struct PackageInventory: Equatable, Sendable {
    package let images: [PackageItem]
    /// Files that belong to no image.
    package let others: [String]

    package init(images: [PackageItem], others: [String]) {
        self.images = images
        self.others = others
    }

    package var bytes: Int { images.reduce(0) { $0 + $1.bytes } }
}

/// How far the reading of a package has come.
package struct PackageReading: Equatable, Sendable {
    package let bytesRead: Int
    /// 0 for a folder.
    package let bytesTotal: Int
    package let images: Int

    package init(bytesRead: Int, bytesTotal: Int, images: Int) {
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.images = images
    }
}

package enum PackageListing: Equatable, Sendable {
    case listed(PackageInventory)
    case failed(Phrase)
}
