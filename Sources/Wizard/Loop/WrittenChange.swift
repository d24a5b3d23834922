import MirrorCore

/// What was written to a file, for whoever has left the screen.
package struct WrittenChange: Equatable, Sendable {
    package let path: String
    package let backup: String?
    let isNew: Bool
    let mirrors: Int
    let added: Int
    let removed: Int
    /// The subcommand that does the same.
    let command: EquivalentCommand.Line
    let next: NextCommands
}

extension WizardState {
    /// Before the outcome of the edit gives way to that of the write.
    mutating func noteWritten(_ path: String, backup: String?) {
        guard case .change(let preview) = mirrors.change.outcome else { return }
        mirrors.written.append(
            WrittenChange(
                path: path,
                backup: backup,
                isNew: preview.isNew,
                mirrors: answers.mirrors.count,
                added: preview.added,
                removed: preview.removed,
                command: EquivalentCommand(state: self).line,
                next: NextCommands(state: self)
            )
        )
    }
}
