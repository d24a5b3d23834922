import MirrorSystem
import Texts

/// The operator's own programs on the operator's terminal, while the wizard has left it.
enum LentTerminal {
    /// As the shell would run it: `$VISUAL`, `$EDITOR`, else what there is.
    private static var editor: String? {
        [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty }
            ?? ["editor", "vi", "nano"].first { ChildProcess.path(of: $0) != nil }
    }

    /// `$PAGER`, else what there is.
    static var pager: String? {
        if let own = environment["PAGER"], !own.isEmpty { return own }
        return ["less", "more"].first { ChildProcess.path(of: $0) != nil }
    }

    /// - Returns: why it was not edited.
    static func edit(_ path: String) -> Phrase? {
        guard let editor else { return Phrase("editor.none") }
        return run(editor, path)
    }

    static func page(_ text: String) {
        guard let pager, let file = MemoryFile(Array(text.utf8) + [0x0A]) else { return }
        _ = run(pager, file.path)
    }

    /// The variables hold command lines, as every other program takes them.
    private static func run(_ command: String, _ path: String) -> Phrase? {
        let shell = ChildProcess("/bin/sh", ["-c", "\(command) \"$1\"", "sh", path])
        do throws(ChildProcessError) {
            let status = try shell.attached()
            guard status != .exited(127), status != .exited(126) else {
                return Phrase("editor.failed", ["command": printable(command)])
            }
            return nil
        } catch {
            return error.problem
        }
    }
}
