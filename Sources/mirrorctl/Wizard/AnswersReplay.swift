import MirrorCore
import Operations
import Texts
import Wizard

/// A session whose answers are all in a file, where nobody can be asked: the change is shown, and written with `--yes`.
struct AnswersReplay {
    let edge: LineEdge
    let given: AnswersFile
    let isConfirmed: Bool

    func run() throws {
        let path = edge.state.answers.clusterConfigPath
        let missing = given.missing(besides: path)
        guard missing.isEmpty else {
            Console.error("mirrorctl: " + texts("answersFile.missing"))
            for name in missing { Console.error("  \(texts(name))") }
            throw ExitStatus.noInput.exit
        }
        // Says by itself why a file cannot be read.
        if !path.isEmpty { _ = try Files.clusterConfig(path, isTemplate: true) }
        edge.begin(OpenedDraft())
        let issues = edge.state.validated.issues
        for issue in issues {
            let fix = texts(issue.fix)
            Console.error("mirrorctl: \(issue.mirror + 1)  \(texts(issue.problem))\n  \(Mark.remedy) \(fix)")
        }
        guard issues.isEmpty else { throw ExitStatus.dataError.exit }
        switch edge.state.mirrors.change.outcome {
        case .unchanged: return Console.out(texts("command.unchanged", ["path": path]))
        case .refused(let problem): throw Console.fail(problem, .dataError)
        case nil: throw Console.fail(Phrase("command.notWritten"), .dataError)
        case .change(let preview): try write(preview)
        }
    }

    private func write(_ preview: ChangePreview) throws {
        for line in edge.state.reviewLines(preview, texts) { Console.out(line) }
        if let consequence = preview.consequence {
            Console.show(ConsequenceText(consequence: consequence, hasColor: false).text)
        }
        if preview.isRefused { throw Console.fail(Phrase("command.refused"), .dataError) }
        guard isConfirmed else { throw Console.fail(Phrase("command.needsYes"), .usage) }
        try StandardOutput.check()
        edge.change { ((), $0.writeShown()) }
        switch edge.state.mirrors.writing {
        case .done(let path, _): StandardOutput.hasWritten(path)
        case .failed(let problem): throw Console.fail(problem, .cannotCreate)
        // Other names of the file, which nobody agreed to leave.
        case .idle, .running:
            throw Console.fail(
                Phrase("command.notWritten"),
                fix: Phrase("concern.fix.hardLinked"),
                .cannotCreate
            )
        }
        for line in LeavingText(edge.state, texts).lines { Console.out(line) }
    }
}
