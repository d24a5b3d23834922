import ImagePackage
import MirrorSystem
import Threads

/// A package that was looked through once.
package struct OpenedPackage: Sendable {
    package let file: PackageFile
    package let contents: PackageContents
    package let source: PackageSource

    /// Reads what it holds.
    /// - Parameter stop: ends the reading, wherever it is.
    package init(
        _ file: PackageFile,
        stop: Cancellation = Cancellation(),
        progress: @escaping (PackageProgress) -> Void = { _ in }
    ) throws(PackageError) {
        file.reader.stopReading { stop.isCancelled }
        let contents = try file.reader.contents(progress: progress)
        self.init(file, contents, PackageSource(file.reader, contents))
    }

    init(_ file: PackageFile, _ contents: PackageContents, _ source: PackageSource) {
        self.file = file
        self.contents = contents
        self.source = source
    }

    package var name: String { file.name }

    package func images(below mirrorNamespace: String?) -> [PushImage] {
        contents.images.map { PushImage($0, below: mirrorNamespace) }
    }

    /// The same file, unchanged, and the same layers made of it.
    func isStill(_ path: String, _ encoding: LayerEncoding) -> Bool {
        file.path == path && file.mark == FileMark(path) && file.encoding == encoding
    }
}
