import ImagePackage
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// The package of a push before its images are known.
struct PackageFile {
    let path: String
    let reader: PackageReader

    init(_ path: String, encoding: LayerEncoding = .gzip) throws(Refusal) {
        self.path = path
        do throws(PackageError) {
            reader = try PackageReader(path: path, encoding: encoding)
        } catch {
            throw Refusal(error.problem, error.status)
        }
    }

    /// To learn what it holds costs decoding it: a push had better send what it meets.
    var isDearToList: Bool { if case .compressed = reader.form { true } else { false } }

    var name: String { Self.name(path) }

    static func name(_ path: String) -> String {
        printable(path.split(separator: "/").last.map(String.init) ?? path)
    }

    /// What tells it from another package, wherever it lies.
    func identity() throws(Refusal) -> String {
        do throws(PackageError) {
            return try reader.identity()
        } catch {
            throw Refusal(error.problem, error.status)
        }
    }

    /// Before anything in the package is believed, and before the first byte is sent.
    static func verify(_ path: String, signature: String, publicKey: String) throws(Refusal) {
        do throws(PackageError) {
            try verifySignature(package: path, signature: signature, publicKey: publicKey)
            Console.error(texts(Phrase("push.signatureGood", ["path": path])))
        } catch {
            throw Refusal(error.problem, error.status)
        }
    }
}
