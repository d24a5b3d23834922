import GoData

/// A node's file tree, wherever it is: on this machine, under a copied root, behind ssh, or in a test.
package protocol NodeFiles: Sendable {
    /// - Throws: what `open` or `read` of the kernel would say.
    func read(_ path: String) throws(NodeFileError) -> [UInt8]
    /// Links are followed.
    func kind(of path: String) throws(NodeFileError) -> NodeFileKind
    /// Names in a directory, sorted as Go's `os.ReadDir` does.
    func names(in path: String) throws(NodeFileError) -> [String]
}

package enum NodeFileKind: Equatable, Sendable { case file, directory }

package enum NodeFileError: Error, Equatable, Sendable, CustomStringConvertible {
    case notFound
    case isDirectory
    case notADirectory
    case permissionDenied
    case tooLarge
    case nameTooLong
    /// A pipe, a socket, a device, or one of the kernel's own: not opened here.
    case notRegular
    case other(String)

    /// The kernel's words, as Go prints them after `open PATH: `.
    package var description: String {
        switch self {
        case .notFound: "no such file or directory"
        case .isDirectory: "is a directory"
        case .notADirectory: "not a directory"
        case .permissionDenied: "permission denied"
        case .tooLarge: "file too large"
        case .nameTooLong: "file name too long"
        case .notRegular: "not a regular file"
        case .other(let text): text
        }
    }
}

extension NodeFileError {
    /// A pipe keeps containerd waiting, and a long file may be read: what it makes of these is not known.
    var isOurLimit: Bool { self == .tooLarge || self == .notRegular }

    /// One word, for a report.
    package var word: String { description.replacing(" ", with: "-") }

    package init(word: String) {
        let known: [NodeFileError] = [
            .notFound, .isDirectory, .notADirectory, .permissionDenied, .tooLarge, .nameTooLong, .notRegular,
        ]
        self = known.first { $0.word == word } ?? .other(String(word.replacing("-", with: " ").prefix(100)))
    }
}

extension String {
    /// No path of a Linux machine is as long, the zero at its end included.
    package var isTooLong: Bool { utf8.count >= 4096 }
}

/// A file tree in memory. Directories exist when something is in them.
package struct NodeTree: NodeFiles, Equatable {
    package enum Content: Equatable, Sendable {
        case file([UInt8])
        case directory
        case denied
    }

    private var contents: [String: Content] = ["/": .directory]
    private var children: [String: Set<String>] = [:]

    package init(_ files: [String: String] = [:]) {
        for (path, text) in files { add(path, .file(Array(text.utf8))) }
    }

    package mutating func add(_ path: String, _ content: Content) {
        let path = GoPath.clean(path)
        contents[path] = content
        var child = path
        while child != "/", let slash = child.lastIndex(of: "/") {
            let parent = slash == child.startIndex ? "/" : String(child[..<slash])
            let isNew = children[parent, default: []].insert(String(child[child.index(after: slash)...])).inserted
            if contents[parent] == nil { contents[parent] = .directory }
            guard isNew else { break }
            child = parent
        }
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        switch try content(path) {
        case .file: .file
        case .directory: .directory
        case .denied: throw .permissionDenied
        }
    }

    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        switch try content(path) {
        case .file(let bytes): return bytes
        case .directory: throw .isDirectory
        case .denied: throw .permissionDenied
        }
    }

    package func names(in path: String) throws(NodeFileError) -> [String] {
        guard try kind(of: path) == .directory else { throw .notADirectory }
        return (children[GoPath.clean(path)] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func content(_ path: String) throws(NodeFileError) -> Content {
        let path = GoPath.clean(path)
        if let content = contents[path] { return content }
        var parent = path
        while let slash = parent.lastIndex(of: "/"), slash != parent.startIndex {
            parent = String(parent[..<slash])
            switch contents[parent] {
            case .file: throw .notADirectory
            case .denied: throw .permissionDenied
            case .directory: throw .notFound
            case nil: continue
            }
        }
        throw .notFound
    }
}
