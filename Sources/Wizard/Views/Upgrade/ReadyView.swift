import Diagnosis
import Texts

/// What a look before an upgrade found: the verdict first, then line by line, each as long as it is.
struct ReadyView {
    let state: WizardState
    let texts: Catalogue

    private var upgrade: UpgradeState { state.upgrade }

    func body(width: Int) -> Body {
        var body = head(width: width)
        for line in found(width: width).dropFirst(min(upgrade.scroll, scrolling.last)) { body.add(line) }
        return body
    }

    /// How far the lines can be scrolled, and how many of them are a page.
    var scrolling: (last: Int, page: Int) {
        let size = room
        let page = max(1, size.height - head(width: size.width).lines.count)
        return (max(0, found(width: size.width).count - page), max(1, page - 1))
    }

    /// Size of the step's part of the screen.
    private var room: (width: Int, height: Int) {
        let (columns, rows) = state.isWide ? (24, 9) : (2, 5)
        // A window may be smaller than anything that is drawn.
        return (max(40, state.size.columns - columns), max(5, state.size.rows - rows))
    }

    // MARK: What stays in view

    private func head(width: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.ready.intro"), .title)
        guard let question = state.readyQuestion else {
            addMissing(to: &body)
            return body
        }
        addCommand(to: &body)
        FieldRows(fields: ReadyStep().fields(state), state: state, texts: texts).add(to: &body)
        if state.isChanged { body.add(texts("readyView.unwritten"), .hint) }
        if let asked = upgrade.asked, asked != question, upgrade.running == nil {
            body.add(texts("readyView.outdated"), mark: .doubtful)
        }
        addStanding(to: &body)
        return body
    }

    private func addStanding(to body: inout Body) {
        if upgrade.running != nil {
            let phrase = upgrade.progress?.phrase ?? Phrase("readyView.begun")
            body.addRunning(texts(phrase), frame: upgrade.frame)
            return
        }
        switch upgrade.end {
        case nil: body.add(texts("readyView.notYet"), .hint)
        case .stopped: body.add(texts("readyView.stopped"), mark: .doubtful)
        case .refused(let problem, let fix):
            body.add(texts(problem), mark: .wrong)
            if let fix { body.add(texts(fix), indent: 2, mark: .remedy) }
        case .verdict(let verdict):
            let mark: Mark = verdict.isGood ? (verdict.notChecked.isEmpty ? .good : .unknown) : .wrong
            body.add(texts(verdict.closing), mark: mark)
        }
    }

    /// The same on the command line.
    func addCommand(to body: inout Body) {
        guard let question = state.readyQuestion else { return }
        body.add(question.command)
    }

    private func addMissing(to body: inout Body) {
        if state.answers.upgrade.target.trimmingBlanks.isEmpty {
            body.add(texts("readyView.needsTarget"), mark: .remedy)
        }
        if state.answers.clusterConfigPath.trimmingBlanks.isEmpty {
            body.add(texts("readyView.needsFile"), mark: .remedy)
        }
        for issue in state.upgradeIssues {
            body.add(texts(issue.problem), mark: .wrong)
            body.add(texts(issue.fix), indent: 2, mark: .remedy)
        }
    }

    // MARK: What scrolls

    private func found(width: Int) -> [StyledLine] {
        var body = Body(width: width - 2)
        for line in upgrade.lines { add(line, to: &body) }
        return body.lines
    }

    private func add(_ line: ReadyLine, to body: inout Body) {
        body.add("\(texts(line.subject)): \(texts(line.text))", mark: line.mark)
        for detail in line.details { body.add(texts(detail), .hint, indent: 2, marker: "–") }
        for finding in line.findings.map(\.withoutSecrets) {
            body.add("\(finding.code)  \(texts(finding.title))", .text, indent: 2)
            for evidence in finding.evidence.prefix(4) { body.add(printable(evidence), .hint, indent: 4) }
        }
        if let next = line.next {
            body.add(next, texts, line.state == .wrong ? .warning : .hint, indent: 2, mark: .remedy)
        }
    }
}
