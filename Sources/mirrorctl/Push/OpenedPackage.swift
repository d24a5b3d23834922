import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem

/// The package of a push, looked through once.
struct OpenedPackage {
    let path: String
    let contents: PackageContents
    let source: PackageSource

    /// Looks whether it is there and what form it has, without reading it through; or says why not and ends the command.
    static func reader(_ path: String) throws -> PackageReader {
        do {
            return try PackageReader(path: path)
        } catch {
            throw Console.fail(error.problem, error.status)
        }
    }

    /// Reads what it holds, or says why that cannot be done and ends the command.
    init(_ path: String, _ reader: PackageReader? = nil) throws {
        self.path = path
        let reader = try reader ?? Self.reader(path)
        do {
            if isatty(STDERR_FILENO) == 1 { Console.error(texts("push.lookingAtPackage")) }
            contents = try reader.contents()
            source = PackageSource(reader, contents)
        } catch {
            throw Console.fail(error.problem, error.status)
        }
    }

    var name: String { printable(path.split(separator: "/").last.map(String.init) ?? path) }

    var identity: String { contents.identity }

    func images(below mirrorNamespace: String?) -> [PushImage] {
        contents.images.map { PushImage($0, below: mirrorNamespace) }
    }

    /// Before the first byte is sent.
    func verify(signature: String, publicKey: String) throws {
        do {
            try verifySignature(package: path, signature: signature, publicKey: publicKey)
            Console.error(texts(Phrase("push.signatureGood", ["path": path])))
        } catch {
            guard case .badSignature = error else { throw Console.fail(error.problem, error.status) }
            throw Console.fail(Phrase("push.signatureBad", ["path": path]), .dataError)
        }
    }
}

extension PackageError {
    /// How a command ends that met it.
    fileprivate var status: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .system, .noMemory: .ioError
        default: .dataError
        }
    }
}
