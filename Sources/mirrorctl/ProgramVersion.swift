import CVersion

/// What this program calls itself; CHANGELOG.md has an entry for it.
enum ProgramVersion {
    static let number = "1.0.0"
    /// The commit it was built from, where `make` did.
    static let commit: String? = mv_commit().map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }

    static var line: String { "mirrorctl \(number)" + (commit.map { " (\($0))" } ?? "") }
}
