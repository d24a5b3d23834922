import Glibc
import MirrorCore
import Texts

/// Why a package, or one image of it, cannot be read. `name` is the path below the package, the package's own for itself;
/// `offset` counts bytes of that file, decoded when it is compressed.
package enum PackageError: Error, Equatable, Sendable {
    case notFound(path: String)
    case permissionDenied(path: String)
    case system(path: String, operation: String, errno: Int32)
    /// The package file is not as long as it was when it was opened.
    case changed(path: String)
    /// Neither an archive nor a folder with an image in it.
    case noImages(path: String)
    case truncated(name: String, offset: Int64)
    /// What is compressed there cannot be decoded.
    case corrupt(name: String, offset: Int64)
    /// No archive header where one has to be.
    case badHeader(name: String, offset: Int64)
    case sparse(name: String, offset: Int64)
    case needsMemory(name: String, mebibytes: Int)
    /// Decodes to far more than any image does.
    case bomb(name: String, offset: Int64)
    case tooManyNames(name: String, limit: Int)
    case tooLarge(name: String, size: Int64, limit: Int)
    case blobTooLarge(name: String, size: Int64, limit: Int64)
    case badDocument(name: String)
    case badDigest(name: String, digest: String)
    case digestMismatch(name: String, expected: String, actual: String)
    case sizeMismatch(name: String, expected: Int64, actual: Int64)
    case missing(name: String, digest: String)
    /// A link of the archive leads to what is not there; `found` is where a file of that name lies.
    case deadLink(name: String, link: String, target: String, found: String?)
    case linkCircle(name: String, link: String)
    /// A link of a folder leads out of it.
    case linkOutside(name: String, link: String, target: String)
    /// Where a file has to be; `link` is what leads there, or the path itself.
    case notAFile(name: String, path: String, link: String, SpecialFile)
    /// The config names another number of layers than the manifest does.
    case layersDiffer(name: String, digest: String, layers: Int, diffIDs: Int)
    /// A layer without compression that is not the one its config names.
    case wrongLayer(name: String, layer: String, diffID: String)
    /// An index whose platforms are not all in the package.
    case platformsMissing(name: String, missing: [String], present: [String])
    case badMediaType(name: String, mediaType: String)
    /// By its name or its header it is an archive, and it cannot be read as one.
    case unreadable(name: String, size: Int64)
    /// An image without the document that would say what it is made of.
    case noDocument(name: String, document: String)
    case nameTooLong(name: String, offset: Int64, limit: Int)
    /// Folders within folders.
    case nameTooDeep(name: String, offset: Int64, limit: Int)
    /// Archives within archives.
    case nestedTooDeeply(name: String, limit: Int)
    /// Indexes within indexes.
    case indexTooDeep(name: String, digest: String, limit: Int)
    /// Manifests and blobs of all images of a layout together.
    case tooManyParts(name: String, limit: Int)
    case badReference(name: String, reference: String)
    case badKey(path: String)
    case badSignature(path: String)
    /// A folder, where a signature is to be checked.
    case unsigned(path: String)
    case noMemory
    /// Ended by whoever wanted it read.
    case stopped

    init(path: String, operation: String, errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .notFound(path: path)
        case EACCES, EPERM: self = .permissionDenied(path: path)
        default: self = .system(path: path, operation: operation, errno: code)
        }
    }

    package var problem: Phrase { Phrase("package.\(id)", arguments) }

    /// Stable, for JSON.
    package var id: String {
        switch self {
        case .notFound: "notFound"
        case .permissionDenied: "permissionDenied"
        case .system: "system"
        case .changed: "changed"
        case .noImages: "noImages"
        case .truncated: "truncated"
        case .corrupt: "corrupt"
        case .badHeader: "badHeader"
        case .sparse: "sparse"
        case .needsMemory: "needsMemory"
        case .bomb: "bomb"
        case .tooManyNames: "tooManyNames"
        case .tooLarge: "tooLarge"
        case .blobTooLarge: "blobTooLarge"
        case .badDocument: "badDocument"
        case .badDigest: "badDigest"
        case .digestMismatch: "digestMismatch"
        case .sizeMismatch: "sizeMismatch"
        case .missing: "missing"
        case .deadLink(_, _, _, let found): found == nil ? "deadLink" : "strayLink"
        case .linkCircle: "linkCircle"
        case .linkOutside: "linkOutside"
        case .notAFile(_, _, _, let kind): "notAFile.\(kind.rawValue)"
        case .layersDiffer: "layersDiffer"
        case .wrongLayer: "wrongLayer"
        case .platformsMissing: "platformsMissing"
        case .badMediaType: "badMediaType"
        case .unreadable: "unreadable"
        case .noDocument: "noDocument"
        case .nameTooLong: "nameTooLong"
        case .nameTooDeep: "nameTooDeep"
        case .nestedTooDeeply: "nestedTooDeeply"
        case .indexTooDeep: "indexTooDeep"
        case .tooManyParts: "tooManyParts"
        case .badReference: "badReference"
        case .badKey: "badKey"
        case .badSignature: "badSignature"
        case .unsigned: "unsigned"
        case .noMemory: "noMemory"
        case .stopped: "stopped"
        }
    }

    /// The whole package is unusable, not one image of it.
    package var isOfPackage: Bool {
        switch self {
        case .badDocument, .badDigest, .digestMismatch, .sizeMismatch, .missing, .badReference, .tooLarge,
            .blobTooLarge, .deadLink, .linkOutside, .notAFile,
            .linkCircle, .layersDiffer, .wrongLayer, .platformsMissing, .badMediaType, .unreadable, .noDocument,
            .indexTooDeep:
            false
        default: true
        }
    }

    /// The file below the package that it is about.
    package var name: String? {
        switch self {
        case .notFound, .permissionDenied, .system, .changed, .noImages, .badKey, .badSignature, .unsigned,
            .noMemory, .stopped:
            nil
        case .truncated(let name, _), .corrupt(let name, _), .badHeader(let name, _), .sparse(let name, _),
            .needsMemory(let name, _), .bomb(let name, _), .tooManyNames(let name, _), .tooLarge(let name, _, _),
            .blobTooLarge(let name, _, _), .badDocument(let name), .badDigest(let name, _),
            .digestMismatch(let name, _, _),
            .sizeMismatch(let name, _, _), .missing(let name, _), .badReference(let name, _),
            .deadLink(let name, _, _, _), .linkCircle(let name, _), .linkOutside(let name, _, _),
            .notAFile(let name, _, _, _), .layersDiffer(let name, _, _, _),
            .wrongLayer(let name, _, _), .platformsMissing(let name, _, _), .badMediaType(let name, _),
            .unreadable(let name, _), .noDocument(let name, _), .nameTooLong(let name, _, _),
            .nameTooDeep(let name, _, _),
            .nestedTooDeeply(let name, _), .indexTooDeep(let name, _, _), .tooManyParts(let name, _):
            name
        }
    }

    private var arguments: [String: String] {
        switch self {
        case .notFound(let path), .permissionDenied(let path), .changed(let path), .noImages(let path),
            .badKey(let path), .badSignature(let path), .unsigned(let path):
            ["path": printable(path)]
        case .system(let path, let operation, let code):
            ["path": printable(path), "operation": operation, "reason": String(cString: strerror(code))]
        case .truncated(let name, let offset), .corrupt(let name, let offset), .badHeader(let name, let offset),
            .sparse(let name, let offset), .bomb(let name, let offset):
            ["name": printable(name), "offset": "\(offset)"]
        case .needsMemory(let name, let mebibytes): ["name": printable(name), "mebibytes": "\(mebibytes)"]
        case .tooManyNames(let name, let limit): ["name": printable(name), "limit": "\(limit)"]
        case .tooLarge(let name, let size, let limit):
            ["name": printable(name), "size": "\(size)", "limit": "\(limit)"]
        case .blobTooLarge(let name, let size, let limit):
            ["name": printable(name), "size": "\(size)", "limit": "\(limit)"]
        case .badDocument(let name): ["name": printable(name)]
        case .badDigest(let name, let digest), .missing(let name, let digest):
            ["name": printable(name), "digest": printable(digest)]
        case .digestMismatch(let name, let expected, let actual):
            ["name": printable(name), "expected": expected, "actual": actual]
        case .sizeMismatch(let name, let expected, let actual):
            ["name": printable(name), "expected": "\(expected)", "actual": "\(actual)"]
        case .deadLink(let name, let link, let target, let found):
            [
                "name": printable(name), "link": printable(link), "target": printable(target),
                "found": printable(found ?? ""),
            ]
        case .linkOutside(let name, let link, let target):
            ["name": printable(name), "link": printable(link), "target": printable(target)]
        case .notAFile(let name, let path, let link, _):
            ["name": printable(name), "path": printable(path), "link": printable(link)]
        case .linkCircle(let name, let link): ["name": printable(name), "link": printable(link)]
        case .layersDiffer(let name, let digest, let layers, let diffIDs):
            ["name": printable(name), "digest": digest, "layers": "\(layers)", "diffIDs": "\(diffIDs)"]
        case .wrongLayer(let name, let layer, let diffID):
            ["name": printable(name), "layer": layer, "diffID": printable(diffID)]
        case .platformsMissing(let name, let missing, let present):
            [
                "name": printable(name), "missing": printable(missing.prefix(8).joined(separator: ", ")),
                "present": printable(present.prefix(8).joined(separator: ", ")),
            ]
        case .badMediaType(let name, let mediaType):
            ["name": printable(name), "mediaType": printable(String(mediaType.prefix(100)))]
        case .unreadable(let name, let size): ["name": printable(name), "size": "\(size)"]
        case .noDocument(let name, let document): ["name": printable(name), "document": document]
        case .nameTooLong(let name, let offset, let limit), .nameTooDeep(let name, let offset, let limit):
            ["name": printable(name), "offset": "\(offset)", "limit": "\(limit)"]
        case .nestedTooDeeply(let name, let limit), .tooManyParts(let name, let limit):
            ["name": printable(name), "limit": "\(limit)"]
        case .indexTooDeep(let name, let digest, let limit):
            ["name": printable(name), "digest": digest, "limit": "\(limit)"]
        case .badReference(let name, let reference):
            ["name": printable(name), "reference": printable(reference)]
        case .noMemory, .stopped: [:]
        }
    }
}
