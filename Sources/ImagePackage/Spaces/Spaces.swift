import Synchronization

/// Makes places readable, and keeps what several readers share.
final class Spaces: Sendable {
    let limits: PackageLimits
    /// The package's file name, the last resort for naming an image.
    let packageName: String
    private let package: Place
    private let packageFile: FileSpace?

    /// - Parameter file: the package itself, unless it is a folder.
    init(packageName: String, package: Place, file: FileSpace?, limits: PackageLimits) {
        self.packageName = packageName
        self.package = package
        packageFile = file
        self.limits = limits
    }

    var bytesRead: Int64 { packageFile?.bytesRead.load(ordering: .relaxed) ?? 0 }

    func space(_ place: Place) throws(PackageError) -> any ByteSpace {
        switch place {
        case .file(let path, let name):
            if place == package, let packageFile { return packageFile }
            return try FileSpace(path, name: name, following: false)
        case .slice(let base, let start, let size, let name):
            return SliceSpace(name: name, base: try space(base), start: start, size: size)
        case .decoded(let base, _):
            return try space(base)
        }
    }
}
