/// What an apply would do to one file.
package struct FileChange: Equatable, Sendable {
    package enum Kind: String, Equatable, Sendable, Codable {
        case created, updated, unchanged
    }

    package let path: String
    /// `nil` when the file does not exist.
    package let before: [UInt8]?
    package let after: [UInt8]

    package init(path: String, before: [UInt8]?, after: [UInt8]) {
        self.path = path
        self.before = before
        self.after = after
    }

    package var kind: Kind {
        guard let before else { return .created }
        return before == after ? .unchanged : .updated
    }

    package func diff(context: Int = 3) -> UnifiedDiff {
        UnifiedDiff(old: before ?? [], new: after, context: context)
    }

    /// As `diff -u` prints it; a new file against `/dev/null`.
    package var unifiedText: [UInt8] {
        diff().rendered(oldName: before == nil ? "/dev/null" : path, newName: path)
    }
}

/// Everything that an apply would write.
package struct ChangeSet: Equatable, Sendable {
    package var files: [FileChange]

    package init(_ files: [FileChange]) { self.files = files }

    /// Those that would be written.
    package var changes: [FileChange] { files.filter { $0.kind != .unchanged } }

    /// `diff` exits 0 then, and 2 otherwise.
    package var isEmpty: Bool { changes.isEmpty }

    package var unifiedText: [UInt8] { changes.flatMap(\.unifiedText) }
}
