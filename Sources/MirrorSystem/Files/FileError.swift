import Glibc
import MirrorCore
import Texts

/// Why a file could not be read or written.
package enum FileError: Error, Equatable, Sendable {
    case notFound(path: String)
    case permissionDenied(path: String)
    /// The file is not what it was when it was read.
    case changedOnDisk(path: String)
    /// What was to be made is there already.
    case exists(path: String)
    case isDirectory(path: String)
    /// A pipe, a socket or a device.
    case notRegular(path: String)
    case tooLarge(path: String, limit: Int)
    /// Other names of the file would keep the old text.
    case hardLinked(path: String, names: Int)
    /// A new file could not be given to the old one's owner.
    case ownerNotKept(path: String)
    /// An access control list or another attribute of the old file could not be given to the new one.
    case attributeNotKept(path: String, name: String)
    /// Another mirrorctl is replacing it.
    case inUse(path: String)
    case readOnly(path: String)
    case noSpace(path: String)
    /// `ulimit -f`, or a file system that holds no file as large.
    case sizeLimit(path: String)
    /// A file or folder of this program's is not as it makes them.
    case notOwn(path: String, OwnFileProblem)
    case system(path: String, operation: String, errno: Int32)

    init(path: String, operation: String, errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound(path: path)
        case EACCES, EPERM: self = .permissionDenied(path: path)
        case EISDIR: self = .isDirectory(path: path)
        case EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT: self = .noSpace(path: path)
        case EFBIG: self = .sizeLimit(path: path)
        case ENXIO: self = .notRegular(path: path)
        default: self = .system(path: path, operation: operation, errno: code)
        }
    }

    package var path: String {
        switch self {
        case .notFound(let path), .permissionDenied(let path), .changedOnDisk(let path), .exists(let path),
            .isDirectory(let path),
            .notRegular(let path), .tooLarge(let path, _), .hardLinked(let path, _), .ownerNotKept(let path),
            .readOnly(let path), .noSpace(let path), .sizeLimit(let path), .system(let path, _, _),
            .attributeNotKept(let path, _),
            .inUse(let path), .notOwn(let path, _):
            path
        }
    }

    /// The same trouble, told of another path: nobody knows our temporary file.
    func at(_ path: String) -> FileError {
        switch self {
        case .notFound: .notFound(path: path)
        case .permissionDenied: .permissionDenied(path: path)
        case .changedOnDisk: .changedOnDisk(path: path)
        case .exists: .exists(path: path)
        case .isDirectory: .isDirectory(path: path)
        case .notRegular: .notRegular(path: path)
        case .tooLarge(_, let limit): .tooLarge(path: path, limit: limit)
        case .hardLinked(_, let names): .hardLinked(path: path, names: names)
        case .ownerNotKept: .ownerNotKept(path: path)
        case .attributeNotKept(_, let name): .attributeNotKept(path: path, name: name)
        case .inUse: .inUse(path: path)
        case .readOnly: .readOnly(path: path)
        case .noSpace: .noSpace(path: path)
        case .sizeLimit: .sizeLimit(path: path)
        case .notOwn(_, let problem): .notOwn(path: path, problem)
        case .system(_, let operation, let code): .system(path: path, operation: operation, errno: code)
        }
    }

    package var problem: Phrase { Phrase("file.\(id)", arguments) }

    /// What to do instead; `nil` where the sentence says it.
    package var fix: Phrase? {
        if case .exists = self { return nil }
        return Phrase("file.fix.\(id)", arguments)
    }

    private var id: String {
        switch self {
        case .notFound: "notFound"
        case .permissionDenied: "permissionDenied"
        case .changedOnDisk: "changedOnDisk"
        case .exists: "exists"
        case .isDirectory: "isDirectory"
        case .notRegular: "notRegular"
        case .tooLarge: "tooLarge"
        case .hardLinked: "hardLinked"
        case .ownerNotKept: "ownerNotKept"
        case .attributeNotKept: "attributeNotKept"
        case .inUse: "inUse"
        case .readOnly: "readOnly"
        case .noSpace: "noSpace"
        case .sizeLimit: "sizeLimit"
        case .notOwn(_, let problem): problem.id
        case .system: "system"
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .tooLarge(let path, let limit): ["path": path, "limit": "\(limit >> 20)"]
        case .attributeNotKept(let path, let name): ["path": path, "name": name]
        case .hardLinked(let path, let names): ["path": path, "names": "\(names)"]
        case .notOwn(let path, let problem): problem.arguments(path: path)
        case .system(let path, let operation, let code):
            ["path": path, "operation": operation, "reason": String(cString: strerror(code))]
        default: ["path": path]
        }
    }
}
