import MirrorCore
import Texts

/// The session as files: an answers file, and beside it a shell script that does the same.
package struct ExportRequest: Equatable, Sendable {
    package let answersPath: String
    package let scriptPath: String
    package let answers: AnswersFile
    let line: EquivalentCommand.Line
    /// The command asks before it writes, unless the script is given `--yes`.
    let asks: Bool
    let texts: String

    /// - Parameter folder: where the session runs, which its paths count from.
    package func answersText(folder: String) -> String {
        let texts = Catalogue.named(texts) ?? .english
        return answers.text(comments: [
            texts("export.answersComment"), texts("export.folderComment", ["folder": folder]),
            "mirrorctl wizard --answers \(shellWord(answersPath))",
        ])
    }

    package func script(folder: String) -> String {
        let texts = Catalogue.named(texts) ?? .english
        let command = line.command.lines(width: 100).joined(separator: "\n")
        var text = "#!/bin/sh\n# \(texts("export.scriptComment"))\n"
        if asks { text += "# \(texts("export.yesComment"))\n" }
        // A header that is there is not written over.
        text += "set -eu\(line.output == nil ? "" : "C")\ncd \(shellWord(folder))\n\(command)"
        if asks { text += " \"$@\"" }
        return text + (line.output.map { " > " + shellWord($0) } ?? "") + "\n"
    }
}

package enum ExportOutcome: Equatable, Sendable {
    /// Both files; of those that were there a backup stays.
    case written(hasBackups: Bool)
    /// These are there, and nothing was written.
    case exist([String])
    case failed(Phrase)
}

/// The files that are being written.
package struct Exporting: Equatable, Sendable {
    let request: RequestID
    let wanted: ExportRequest
}

extension WizardState {
    /// Shows what would be written; `nil` with a notice where there is nothing yet.
    mutating func askForExport() {
        if let request = wantedExport {
            ask(ExportQuestion(request: request))
        } else {
            notice = Phrase("export.nothing")
        }
    }

    /// Beside the file that the session is about.
    var wantedExport: ExportRequest? {
        guard let (line, asks) = sessionLine else { return nil }
        var base = answers.clusterConfigPath.isEmpty ? newHeaderPath : answers.clusterConfigPath
        for ending in [".yaml", ".yml"] where base.hasSuffix(ending) { base = String(base.dropLast(ending.count)) }
        return ExportRequest(
            answersPath: base + ".answers.toml",
            scriptPath: base + ".answers.sh",
            answers: AnswersFile(answers, hasMirrors: answers.mirrors != mirrors.baseline || !answers.mirrors.isEmpty),
            line: line,
            asks: asks,
            texts: language
        )
    }

    /// What the pages of this track do, as a command.
    private var sessionLine: (EquivalentCommand.Line, asks: Bool)? {
        func plain(_ command: ShellCommand?) -> (EquivalentCommand.Line, asks: Bool)? {
            command.map { (EquivalentCommand.Line(command: $0, output: nil), false) }
        }
        switch track.id {
        case .push: return plain(pushOrder(.push)?.command)
        case .upgrade: return plain(readyQuestion?.command)
        case .trouble: return plain(step == .nodes ? nodesCommand : pullCommand)
        case .mirror, .home:
            guard !answers.mirrors.isEmpty || !answers.clusterConfigPath.isEmpty else { return nil }
            let line = EquivalentCommand(state: self).line
            return (line, line.output == nil)
        }
    }

    mutating func export(_ wanted: ExportRequest, replaces: Bool) -> [Effect] {
        overlay = nil
        let request = nextRequest()
        exporting = Exporting(request: request, wanted: wanted)
        return [.export(request, wanted, replaces: replaces)]
    }

    mutating func exported(_ request: RequestID, _ outcome: ExportOutcome) {
        guard let wanted = exporting?.wanted, exporting?.request == request else { return }
        exporting = nil
        switch outcome {
        case .written(let hasBackups):
            let files = ["answers": wanted.answersPath, "script": wanted.scriptPath]
            notice = Phrase(hasBackups ? "export.replaced" : "export.done", files)
        case .exist(let paths): ask(ReplaceExportQuestion(request: wanted, paths: paths))
        case .failed(let problem): notice = Phrase("export.failed", parts: ["problem": problem])
        }
    }
}
