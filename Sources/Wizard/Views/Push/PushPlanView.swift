import Diagnosis
import MirrorCore
import Texts

/// What would be sent and where: the command line, whether nodes will find it, and what the registry has already.
struct PushPlanView {
    let state: WizardState
    let texts: Catalogue

    func body(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("step.pushLook.intro"), .title)
        guard let order = state.pushOrder(.dryRun) else {
            addMissing(to: &body)
            return body
        }
        body.add(order.command)
        addButtons(of: PushLookStep(), to: &body)
        guard let run = state.push.look else {
            body.add(texts("pushLook.notYet"), .hint)
            addCover(order, to: &body)
            return body
        }
        if !run.order.isAbout(order) { body.add(texts("pushLook.outdated"), mark: .doubtful) }
        addCover(order, to: &body)
        addState(run, to: &body)
        guard let progress = run.progress else { return body }
        PushRows(state: state, texts: texts, run: run, progress: progress)
            .add(to: &body, height: max(3, height - body.lines.count))
        return body
    }

    /// What is needed before anything can be looked at or sent.
    func addMissing(to body: inout Body) {
        body.gap()
        if state.answers.push.source.trimmingBlanks.isEmpty {
            body.add(texts("pushLook.needsPackage\(here(.pushPackage))"), mark: .remedy)
        }
        if state.pushRegistry.trimmingBlanks.isEmpty {
            body.add(texts("pushLook.needsTarget\(here(.pushTarget))"), mark: .remedy)
        }
        for issue in state.pushIssues {
            body.add(texts(issue.problem), mark: .wrong)
            body.add(texts(issue.fix), indent: 2, mark: .remedy)
        }
    }

    /// Whoever stands on the page is not sent to it.
    private func here(_ page: StepID) -> String { state.step == page ? "Here" : "" }

    /// Buttons in one line; the cursor stands on the one in focus.
    func addButtons(of step: any WizardStep, to body: inout Body) {
        let fields = step.fields(state)
        guard !fields.isEmpty else { return }
        var line: StyledLine = []
        let row = body.nextLine
        for (index, field) in fields.enumerated() {
            if index == state.focus { body.cursor = Point(row: row, column: line.width + 2) }
            let style: StyleRole = index == state.focus ? .selected : .value
            line += [Span("[ \(texts("field.\(field.id).label")) ]", style, .field(index)), Span("  ")]
        }
        body.add(line)
    }

    func addCover(_ order: PushOrder, to body: inout Body) {
        switch state.pushCover(order.endpoint) {
        case .unknown:
            let key = state.clusterConfig == nil ? "pushLook.noFile" : "pushLook.noList"
            body.add(texts(key), .hint)
        case .all: body.add(texts("pushLook.covered"), mark: .good)
        case .lost(let lost):
            let values = ["count": "\(lost.count)", "image": printable(lost[0].name)]
            body.add(texts("pushLook.uncovered", values) + "  MIR0913", mark: .wrong)
        }
        if state.isChanged, state.clusterConfig != nil { body.add(texts("pushLook.unwritten"), .hint) }
    }

    private func addState(_ run: PushRunState, to body: inout Body) {
        switch run.phase {
        case .running, .stopping:
            let key = run.progress == nil ? "pushView.readingPackage" : "pushLook.looking"
            var values = PackageView.values(nil)
            if case .reading(_, let reading) = state.push.listing { values = PackageView.values(reading) }
            body.addRunning(texts(key, values), frame: state.push.frame)
        case .ended(let end):
            PushView(state: state, texts: texts).add(end, of: run, to: &body)
            guard let progress = run.progress, end.findings.isEmpty else { return }
            let values = [
                "bytes": byteCount(progress.openBytes), "blobs": "\(progress.openBlobs)",
                "mounted": byteCount(progress.mountableBytes), "mountedBlobs": "\(progress.mountableBlobs)",
                "images": "\(progress.images.count - progress.present)", "present": "\(progress.present)",
            ]
            body.add(texts("push.wouldSend", values), .label)
        }
    }

    /// One image of the package as an example of where all of them go.
    func addExample(to body: inout Body) {
        guard let order = state.pushOrder(.push) else { return addMissing(to: &body) }
        if let image = state.push.list?.images.first {
            let path = printable(image.name.split(separator: "/").dropFirst().joined(separator: "/"))
            body.add(texts("pushTarget.example", ["image": printable(image.name)]), .label)
            body.add([Span("  \(order.endpoint.pushTarget)/\(path)", .value)])
        }
        body.add(texts("write.equivalent"), .label)
        body.add(order.command)
    }
}
