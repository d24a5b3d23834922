import Containerd
import GoData

/// The files of a report. What the collector did not look at is not taken for missing: reading it is an error that says so.
package struct NodeReportFiles: NodeFiles, Equatable {
    package enum Entry: Equatable, Sendable {
        case file([UInt8])
        /// All names in it.
        case directory([String])
        case absent
        case denied
        /// Longer than the collector carries.
        case large
        /// The kernel had another reason not to give it.
        case failed(NodeFileError)
    }

    private var entries: [String: Entry] = [:]
    /// The names in each folder, to look them up.
    private var members: [String: Set<String>] = [:]
    /// Folders that are known only because something in them is.
    ///
    /// Parts of the paths below them: whole texts would take the square of a path's length.
    private var implied: Set<Substring> = []

    package init() {}

    package mutating func add(_ path: String, _ entry: Entry) {
        let path = GoPath.clean(path)
        // What no machine can have would take the square of its length, with the folders above it.
        guard !path.isTooLong, !path.utf8.contains(0) else { return }
        // A name that turned up in a folder says more than that the folder was named elsewhere.
        if case .directory(let names) = entry, case .directory(var known) = entries[path] {
            // So that there is one of it, and nothing is copied.
            entries[path] = nil
            known += names
            entries[path] = .directory(known)
        } else {
            entries[path] = entry
            members[path] = nil
        }
        if case .directory(let names) = entry { members[path, default: []].formUnion(names) }
        guard entry != .absent else { return }
        var parent = Self.parent(of: path[...])
        while let folder = parent, implied.insert(folder).inserted { parent = Self.parent(of: folder) }
    }

    /// What is known of each path, in order.
    package var all: [(path: String, entry: Entry)] {
        entries.sorted { $0.key < $1.key }.map { (path: $0.key, entry: $0.value) }
    }

    package var contents: [(path: String, bytes: [UInt8])] {
        all.compactMap { path, entry in if case .file(let bytes) = entry { (path, bytes) } else { nil } }
    }

    /// Files whose content is there, in order.
    package var paths: [String] {
        entries.filter { if case .file = $0.value { true } else { false } }.map(\.key).sorted()
    }

    /// What may not be read, in order.
    package var denied: [String] { entries.filter { $0.value == .denied }.map(\.key).sorted() }

    /// What could not be read for a reason of its own, and why, in order. What cannot be there at all is none of these.
    package var failed: [(path: String, error: NodeFileError)] {
        all.compactMap { path, entry in
            guard case .failed(let error) = entry, error != .notADirectory, error != .nameTooLong else { return nil }
            return (path, error)
        }
    }

    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        switch try entry(path) {
        case .file(let bytes): return bytes
        case .directory, nil: throw .isDirectory
        case .absent: throw .notFound
        case .denied: throw .permissionDenied
        case .failed(let error): throw error
        case .large: throw .tooLarge
        }
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        switch try entry(path) {
        case .file, .large: return .file
        case .directory, nil: return .directory
        case .absent: throw .notFound
        case .denied: throw .permissionDenied
        case .failed(.notRegular): return .file
        case .failed(let error): throw error
        }
    }

    package func names(in path: String) throws(NodeFileError) -> [String] {
        switch try entry(path) {
        case .directory(let names): return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        case .file, .large: throw .notADirectory
        case .absent: throw .notFound
        case .denied: throw .permissionDenied
        case .failed(.notRegular): throw .notADirectory
        case .failed(let error): throw error
        case nil: throw Self.notCollected
        }
    }

    static let notCollected = NodeFileError.other("not in the report")

    /// `nil` for a folder of which nothing but its existence is known.
    private func entry(_ path: String) throws(NodeFileError) -> Entry? {
        let path = GoPath.clean(path)
        guard !path.isTooLong else { throw .nameTooLong }
        guard !path.utf8.contains(0) else { throw .other("invalid argument") }
        if let entry = entries[path] { return entry }
        if implied.contains(path[...]) { return nil }
        var child = path
        while let parent = Self.parent(of: child[...]).map(String.init) {
            switch entries[parent] {
            case .absent: throw .notFound
            case .denied: throw .permissionDenied
            case .file, .large, .failed(.notRegular): throw .notADirectory
            case .failed(let error): throw error
            case .directory:
                let name = child.split(separator: "/").last.map(String.init) ?? ""
                if members[parent]?.contains(name) == true { throw Self.notCollected }
                throw .notFound
            case nil: child = parent
            }
        }
        throw Self.notCollected
    }

    private static func parent(of path: Substring) -> Substring? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : path[..<slash]
    }
}
