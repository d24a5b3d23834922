import MirrorCore
import Texts

/// What the terminal keeps of a session: what was written, the backup, the command that does the same, what to run next.
package struct LeavingText {
    private let written: [WrittenChange]
    private let texts: Catalogue
    /// bmctl is run at once: it is not to be run next.
    private let runsBmctl: Bool

    package init(_ state: WizardState, _ texts: Catalogue, runsBmctl: Bool = false) {
        written = state.mirrors.written
        self.texts = texts
        self.runsBmctl = runsBmctl
    }

    /// Empty where nothing was written.
    package var lines: [String] {
        written.flatMap(about) + (written.last.map { next($0) } ?? [])
    }

    private func about(_ change: WrittenChange) -> [String] {
        let counts = [
            "path": printable(change.path), "mirrors": "\(change.mirrors)", "added": "\(change.added)",
            "removed": "\(change.removed)",
        ]
        let label = [texts("leaving.backup"), texts("leaving.same")].map(DisplayWidth.of).max() ?? 0
        func line(_ key: String, _ text: String) -> String { "  \(texts(key).padded(to: label))  \(text)" }
        return [texts(change.isNew ? "leaving.created" : "leaving.written", counts)]
            + (change.backup.map { [line("leaving.backup", printable($0))] } ?? [])
            + [line("leaving.same", change.command.description)]
    }

    private func next(_ change: WrittenChange) -> [String] {
        guard !runsBmctl else { return [] }
        let next = change.next
        var lines = [texts("write.next")] + next.pushes.map { "  \($0)" }
        if !next.bmctlPushes.isEmpty {
            lines += [texts("leaving.orBmctl")] + next.bmctlPushes.map { "  \($0)" } + [texts("leaving.then")]
        }
        if let insertion = next.insertion {
            lines += ["  \(insertion)", "  " + texts("leaving.insertion")]
        }
        return lines + ["  \(next.bmctl)"]
    }
}
