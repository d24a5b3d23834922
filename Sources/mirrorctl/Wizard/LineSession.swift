import Glibc
import MirrorCore
import Operations
import Texts
import Wizard

/// The wizard as questions on standard output and answers on standard input, line by line: for braille lines, speech, serial
/// consoles and pipes. What is asked, refused and written is the screen's.
struct LineSession {
    let edge: LineEdge
    private var input = LineInput()

    init(_ edge: LineEdge) { self.edge = edge }

    mutating func run(_ opened: OpenedDraft) throws {
        say([texts("lines.begin")])
        edge.begin(opened)
        say(notes())
        while true {
            let question = edge.state.lineQuestion(texts)
            if let end = question.end { return try finish(end) }
            try show(question)
            guard let line = try read(question) else { throw try ended() }
            try StandardOutput.check()
            let before = edge.state
            let reply = edge.change { state in
                let reply = state.take(line, texts)
                return (reply, reply.effects)
            }
            say(reply.said + edge.state.news(since: before, texts))
            if reply.quits { throw quitting(.interrupted) }
            // A config.json that was made answers the question that it was made for.
            let isMade = edge.state.mirrors.login.file != before.mirrors.login.file && edge.state.hasMadeLogin
            if reply.isAnswer || isMade {
                say(
                    edge.change { state in
                        let reply = state.goOn(texts)
                        return (reply.said, reply.effects)
                    }
                )
            }
            probe(since: before)
        }
    }

    /// What a file that the session begins with is.
    private func notes() -> [String] { edge.state.clusterLines(texts) }

    /// When the form of a mirror is left, or it is to be asked once more.
    private func probe(since before: WizardState) {
        guard edge.state.step != .mirror, edge.hasProbeToMake else { return }
        say([texts("lines.asking")])
        edge.probe()
        if before.step == .mirror || before.step == edge.state.step { say(edge.state.verdictLines(texts)) }
    }

    private func show(_ question: LineQuestion) throws {
        say(question.before)
        if let consequence = question.consequence {
            say(ConsequenceText(consequence: consequence, hasColor: false).text.split(separator: "\n").map(String.init))
        }
        if !question.isSecret || !LineInput.isTerminal { Console.prompt(question.prompt) }
    }

    private mutating func read(_ question: LineQuestion) throws -> String? {
        if question.isSecret, LineInput.isTerminal {
            return try HiddenLine.read(asking: question.prompt).reveal { $0 }
        }
        let line = input.next()
        // Nobody has typed a line end.
        if !LineInput.isTerminal { Console.out("") }
        return line
    }

    private func say(_ lines: [String]) {
        let width = Self.columns
        for line in lines {
            for part in width.map({ brokenLine(line, width: $0) }) ?? [line] { Console.out(part) }
        }
    }

    /// Of the terminal; what a pipe gets is never broken.
    private static var columns: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private func finish(_ end: LineEnd) throws {
        if end == .unchanged { return Console.out(texts("preview.unchanged")) }
        for line in LeavingText(edge.state, texts).lines { Console.out(line) }
    }

    private func quitting(_ status: ExitStatus) -> any Error {
        if edge.keepDraft() { Console.out(texts("lines.kept")) }
        return Console.fail(Phrase("lines.notWritten", ["path": edge.state.pathToWrite]), status)
    }

    /// Who closes a terminal's input leaves; a pipe was too short.
    private func ended() throws -> any Error {
        if LineInput.isTerminal {
            Console.out("")
            return quitting(.interrupted)
        }
        return Console.fail(Phrase("lines.ended", ["path": edge.state.pathToWrite]), .noInput)
    }
}
