import Diagnosis
import MirrorCore
import Texts

/// Words, and what follows an answer once it is known what came of it.
extension WizardState {
    mutating func take(_ word: LineWord, _ texts: Catalogue) -> LineReply {
        switch word {
        case .quit: return LineReply(quits: true)
        case .help: return LineReply(said: helpLines(texts))
        case .back: return LineReply(effects: goBackInLines())
        case .undo:
            return LineReply(
                effects: change(&self) { state in
                    state.undo()
                    return []
                }
            )
        case .none: return empty()
        case .export:
            return LineReply(
                effects: change(&self) { state in
                    state.askForExport()
                    return []
                }
            )
        case .make:
            guard step == .mirror else { return LineReply(said: [texts("lines.notHere")]) }
            return LineReply(
                effects: change(&self) { state in
                    state.mirrors.login.isOpen = true
                    state.focus(state.currentStep.fields(state).firstIndex { $0.id == .loginUser } ?? state.focus)
                    return []
                }
            )
        case .bundle:
            guard wantsBundle else { return LineReply(said: [texts("lines.notHere")]) }
            return LineReply(effects: change(&self) { $0.askForBundle() })
        case .probe:
            guard mirrors.probe.plan != nil else { return LineReply(said: [texts("lines.notHere")]) }
            return LineReply(effects: change(&self) { $0.probeAgain() }, said: [texts("lines.asking")])
        }
    }

    private mutating func goBackInLines() -> [Effect] {
        if overlay != nil {
            return overlay?.page.bindings(self).contains { $0.keys == [.escape] } == true
                ? reduce(&self, .key(.escape)) : []
        }
        return change(&self) { state in
            if [.review, .write].contains(state.step) { state.go(to: StepID.mirrors) } else { state.goBack() }
            // What is passed by on the way forward is on the way back, too.
            while state.step == .mirror, state.currentField?.isDetour == true { state.goBack() }
            return []
        }
    }

    private mutating func empty() -> LineReply {
        guard overlay == nil, let field = currentField else { return LineReply() }
        if case .page = field.kind {
            let effects = change(&self) { state in
                state.mirror.hosts = []
                return []
            }
            return LineReply(effects: effects, isAnswer: true)
        }
        guard field.binding != nil else { return LineReply() }
        return LineReply(effects: reduce(&self, .key(.end)) + reduce(&self, .key(.control("u"))), isAnswer: true)
    }

    private func helpLines(_ texts: Catalogue) -> [String] {
        var lines = [texts("step.\(step).help")]
        if let field = currentField, overlay == nil {
            for kind in ["placeholder", "help"] {
                let key = "field.\(field.id).\(kind)"
                if texts(key) != key { lines.append(texts(key)) }
            }
            if field.id == .hosts { lines.append(RegistryHost.usual.map(\.name).joined(separator: " ")) }
        }
        return lines + LineWord.allCases.map { ":\($0)  \(texts("lines.word.\($0)"))" }
    }

    /// The answer has been taken, and what it led to has come: a refusal keeps the question.
    package mutating func goOn(_ texts: Catalogue) -> LineReply {
        guard overlay == nil, let field = currentField, [.cluster, .mirror].contains(step) else { return LineReply() }
        var reply = LineReply()
        let issues =
            field.draftField.map { answer in issuesOfCurrentMirror.filter { $0.field == answer } } ?? []
        let isOfMirror = step == .mirror && !mirror.isEmptyDraft
        if isOfMirror, let issue = issues.first {
            reply.said = ["\(Mark.wrong) " + texts(issue.problem), "  \(Mark.remedy) " + texts(issue.fix)]
            return reply
        }
        if field.id == .endpoint, mirror.endpoint.isEmpty { return LineReply(said: [texts("lines.endpoint")]) }
        if [.clusterConfig, .adopt, .repairFile].contains(field.id) {
            var body = Lines.body
            currentStep.addNotes(to: &body, self, texts)
            reply.said = Lines.text(body)
            if case .failed = mirrors.cluster { return reply }
        }
        let before = step
        reply.effects = change(&self) { state in
            state.goForwardPassing()
            return []
        }
        if before == .cluster, step != .cluster, clusterConfig != nil {
            reply.said.append(texts("place.\(place.rawValue)"))
        }
        return reply
    }

    /// What the file of the session is, or why it is not read.
    package func clusterLines(_ texts: Catalogue) -> [String] {
        guard !answers.clusterConfigPath.isEmpty else { return [] }
        var body = Lines.body
        ClusterStep().addNotes(to: &body, self, texts)
        return Lines.text(body)
    }

    /// What the mirror of the form says, once it has been asked: who it is about, phase by phase, the findings.
    package func verdictLines(_ texts: Catalogue) -> [String] {
        var body = Lines.body
        PullAnatomy(state: self, texts: texts).addShort(to: &body)
        let view = ProbeView(state: self, texts: texts)
        for line in view.phaseLines(width: body.width) { body.add(line) }
        view.addFindings(to: &body)
        if let command = probeCommand { body.add([Span("  \(command)")]) }
        if wantsBundle { body.add(texts("lines.bundle")) }
        return Lines.text(body)
    }

    /// What is under way, and the next question rests on.
    package var isWorking: Bool {
        if case .reading = mirrors.cluster { return true }
        if mirrors.change.request != nil, !mirrors.change.isCurrent { return true }
        if case .running = mirrors.writing { return true }
        if case .running = mirrors.adopt.progress { return true }
        if case .writing = mirrors.login.file { return true }
        if case .writing = mirrors.bundle { return true }
        return mirrors.jobs.running != nil || exporting != nil
    }

    /// The file that the session is about.
    package var pathToWrite: String {
        answers.clusterConfigPath.isEmpty ? newHeaderPath : answers.clusterConfigPath
    }

    package var hasMadeLogin: Bool {
        if case .written = mirrors.login.file { true } else { false }
    }

    package var isAsking: Bool { mirrors.probe.running != nil || mirrors.probe.others != nil }

    /// What a job, a login or a bundle came to since then.
    package func news(since before: WizardState, _ texts: Catalogue) -> [String] {
        var lines: [String] = []
        if mirrors.jobs.result != before.mirrors.jobs.result {
            switch mirrors.jobs.result {
            case .done(let phrase): lines.append("\(Mark.good) " + texts(phrase))
            case .failed(let phrase, let fix):
                lines += ["\(Mark.wrong) " + texts(phrase)] + (fix.map { ["  \(Mark.remedy) " + texts($0)] } ?? [])
            case nil: break
            }
        }
        if mirrors.login.file != before.mirrors.login.file {
            switch mirrors.login.file {
            case .written(let path): lines.append("\(Mark.good) " + texts("login.written", ["path": path]))
            case .failed(let phrase): lines.append("\(Mark.wrong) " + texts(phrase))
            case .idle, .writing: break
            }
        }
        if mirrors.bundle != before.mirrors.bundle, case .failed(let phrase) = mirrors.bundle {
            lines.append("\(Mark.wrong) " + texts(phrase))
        }
        if let notice, notice != before.notice { lines.append(texts(notice)) }
        return lines
    }
}

extension MirrorDraft {
    fileprivate var isEmptyDraft: Bool { self == MirrorDraft() }
}
