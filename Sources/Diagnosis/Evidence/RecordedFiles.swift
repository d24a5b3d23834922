import Containerd
import GoData

/// A part of a node's file tree, as it was when somebody looked: what was not looked at is not taken for missing.
package struct RecordedFiles: NodeFiles, Equatable {
    package enum Entry: Equatable, Sendable {
        case file([UInt8])
        /// All names in it.
        case directory([String])
        case failure(NodeFileError)
    }

    package private(set) var entries: [String: Entry] = [:]
    /// The names in each folder, to look them up.
    private var members: [String: Set<String>] = [:]

    package init() {}

    package mutating func add(_ path: String, _ entry: Entry) {
        let path = GoPath.clean(path)
        entries[path] = entry
        if case .directory(let names) = entry { members[path] = Set(names) } else { members[path] = nil }
    }

    /// Looks at the paths once more and keeps what is there.
    package init(of paths: some Sequence<String>, in files: any NodeFiles) {
        for path in paths { add(path, Self.entry(path, files)) }
    }

    static func entry(_ path: String, _ files: any NodeFiles) -> Entry {
        do throws(NodeFileError) {
            switch try files.kind(of: path) {
            case .file: return .file(try files.read(path))
            case .directory: return .directory(try files.names(in: path))
            }
        } catch {
            return .failure(error)
        }
    }

    package func read(_ path: String) throws(NodeFileError) -> [UInt8] {
        switch try entry(path) {
        case .file(let bytes): return bytes
        case .directory: throw .isDirectory
        case .failure(let error): throw error
        }
    }

    package func kind(of path: String) throws(NodeFileError) -> NodeFileKind {
        switch try entry(path) {
        case .file: return .file
        case .directory: return .directory
        case .failure(let error): throw error
        }
    }

    package func names(in path: String) throws(NodeFileError) -> [String] {
        switch try entry(path) {
        case .file: throw .notADirectory
        case .directory(let names): return names
        case .failure(let error): throw error
        }
    }

    private func entry(_ path: String) throws(NodeFileError) -> Entry {
        let path = GoPath.clean(path)
        guard !path.isTooLong else { throw .nameTooLong }
        if let entry = entries[path] { return entry }
        var child = path
        while let slash = child.lastIndex(of: "/"), child != "/" {
            let parent = slash == child.startIndex ? "/" : String(child[..<slash])
            switch entries[parent] {
            case .file: throw .notADirectory
            case .failure(let error): throw error
            case .directory:
                let name = String(child[child.index(after: slash)...])
                guard members[parent]?.contains(name) == true else { throw .notFound }
                throw .other(Self.notRecorded)
            case nil: child = parent
            }
        }
        throw .other(Self.notRecorded)
    }

    static let notRecorded = "not in the bundle"
}

extension RecordedFiles {
    package var contents: [(path: String, bytes: [UInt8])] {
        entries.sorted { $0.key < $1.key }.compactMap { path, entry in
            if case .file(let bytes) = entry { (path, bytes) } else { nil }
        }
    }

    /// With secrets blotted out; what is not text is left out.
    package func redacted(known: SecretForms) -> RecordedFiles {
        var result = RecordedFiles()
        for (path, entry) in entries {
            guard case .file(let bytes) = entry else {
                result.add(path, entry)
                continue
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                result.add(path, .failure(.other(Self.notRecorded)))
                continue
            }
            result.add(path, .file(Array(Redaction.file(path, text, known: known).utf8)))
        }
        return result
    }
}
