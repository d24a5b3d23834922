import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem

/// The package of a push, looked through once.
struct OpenedPackage {
    let path: String
    let contents: PackageContents
    let source: PackageSource

    /// Reads what it holds, or says why that cannot be done and ends the command.
    init(_ path: String) throws { try self.init(PackageFile(path)) }

    init(_ file: PackageFile) throws {
        path = file.path
        let reader = file.reader
        do {
            if isatty(STDERR_FILENO) == 1 { Console.error(texts("push.lookingAtPackage")) }
            contents = try reader.contents()
            source = PackageSource(reader, contents)
        } catch {
            throw Console.fail(error.problem, error.status)
        }
    }

    var name: String { PackageFile.name(path) }

    func images(below mirrorNamespace: String?) -> [PushImage] {
        contents.images.map { PushImage($0, below: mirrorNamespace) }
    }
}

extension PackageError {
    /// How a command ends that met it.
    var status: ExitStatus {
        switch self {
        case .notFound: .noInput
        case .permissionDenied: .noPermission
        case .system, .noMemory: .ioError
        default: .dataError
        }
    }
}
