import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Operations

/// The package of a push, looked through once.
struct OpenedPackage {
    let path: String
    let contents: PackageContents
    let source: PackageSource

    init(_ path: String) throws(Refusal) { try self.init(PackageFile(path)) }

    /// Reads what it holds.
    /// - Parameter stop: ends the reading, wherever it is.
    init(_ file: PackageFile, stop: Cancellation = Cancellation()) throws(Refusal) {
        path = file.path
        let reader = file.reader
        reader.stopReading { stop.isCancelled }
        do throws(PackageError) {
            if isatty(STDERR_FILENO) == 1 { Console.error(texts("push.lookingAtPackage")) }
            contents = try reader.contents()
            source = PackageSource(reader, contents)
        } catch {
            throw Refusal(error.problem, error.status)
        }
    }

    var name: String { PackageFile.name(path) }

    func images(below mirrorNamespace: String?) -> [PushImage] {
        contents.images.map { PushImage($0, below: mirrorNamespace) }
    }
}
