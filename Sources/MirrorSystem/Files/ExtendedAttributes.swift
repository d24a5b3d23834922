import CXattr
import Glibc

/// What a file carries besides owner and mode: its access control list, labels, notes of its owner. A file that takes its
/// place has to carry the same.
struct ExtendedAttributes: Equatable, Sendable {
    struct Attribute: Equatable, Sendable {
        let name: String
        let value: [UInt8]
    }

    let attributes: [Attribute]

    /// Those of a file; none where its file system has none.
    init(of path: String) {
        let names = Self.bytes { listxattr(path, $0, $1) }.split(separator: 0)
        attributes = names.map { name in
            let name = String(decoding: name, as: UTF8.self)
            return Attribute(
                name: name,
                value: Self.bytes { getxattr(path, name, $0, $1) }
            )
        }
    }

    /// Owner and mode first: an access control list changes what the mode says.
    func set(on descriptor: Int32, path: String) throws(FileError) {
        for attribute in attributes {
            let result = attribute.value.withUnsafeBytes {
                fsetxattr(descriptor, attribute.name, $0.baseAddress, $0.count, 0)
            }
            // Labels of the kernel's are the kernel's to set.
            guard result == 0 || attribute.name.hasPrefix("security.") || attribute.name.hasPrefix("trusted.") else {
                throw .attributeNotKept(path: path, name: attribute.name)
            }
        }
    }

    /// Asks for the size, then for so much.
    private static func bytes(_ read: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8] {
        let size = read(nil, 0)
        guard size > 0 else { return [] }
        var buffer = [UInt8](repeating: 0, count: size)
        let count = buffer.withUnsafeMutableBytes { read($0.baseAddress, size) }
        return count > 0 ? Array(buffer.prefix(count)) : []
    }
}
