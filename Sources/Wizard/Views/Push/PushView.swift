import Diagnosis
import MirrorCore
import Texts

/// The live page: sums and a bar for all of it, a line for each image.
struct PushView {
    let state: WizardState
    let texts: Catalogue

    private var plan: PushPlanView { PushPlanView(state: state, texts: texts) }

    func body(width: Int, height: Int) -> Body {
        var body = Body(width: width)
        guard let run = state.push.run else {
            body.add(texts("step.push.intro"), .title)
            addDetached(to: &body)
            guard let order = state.pushOrder(.push) else {
                plan.addButtons(of: PushStep(), to: &body)
                plan.addMissing(to: &body)
                return body
            }
            body.add(order.command)
            plan.addButtons(of: PushStep(), to: &body)
            body.gap()
            plan.addCover(order, to: &body)
            body.add(texts(state.push.look?.end == nil ? "pushView.notLooked" : "pushView.looked"), .hint)
            return body
        }
        addHead(run, to: &body)
        plan.addButtons(of: PushStep(), to: &body)
        guard let progress = run.progress else { return body }
        PushRows(state: state, texts: texts, run: run, progress: progress)
            .add(to: &body, height: max(3, height - body.lines.count))
        return body
    }

    /// Those that run without a terminal, whoever has begun them.
    private func addDetached(to body: inout Body) {
        for work in state.push.detached.prefix(4) {
            let values = ["number": "\(work.number)", "target": work.endpoint.pushTarget, "percent": "\(work.percent)"]
            body.add(texts("pushView.detachedRuns", values), .info, indent: 0, marker: "i")
        }
    }

    private func addHead(_ run: PushRunState, to body: inout Body) {
        let name = printable(run.order.source.split(separator: "/").last.map(String.init) ?? run.order.source)
        let key = run.order.work == .verify ? "pushView.auditHead" : "push.head"
        var head = texts(key, ["package": name, "target": run.order.endpoint.pushTarget])
        if let progress = run.progress {
            let size = ["images": "\(progress.images.count)", "size": byteCount(progress.total)]
            head += "   " + texts(progress.isTotalKnown ? "push.size" : "push.sizeSoFar", size)
        }
        body.add([Span(fittingWithDots(head, width: body.width), .title)])
        if let number = run.detached, run.isRunning {
            body.add(texts("pushView.detached", ["command": ShellCommand.attach(number).description]), .hint, indent: 2)
        } else if state.push.handingOver == run.request {
            body.add(texts("pushView.handingOver"), .info, indent: 0, marker: spinner(state.push.frame))
        }
        if let progress = run.progress { addSums(progress, run, to: &body) }
        switch run.phase {
        case .running where run.progress == nil:
            var values = PackageView.values(nil)
            if case .reading(_, let reading) = state.push.listing { values = PackageView.values(reading) }
            body.addRunning(texts("pushView.readingPackage", values), frame: state.push.frame)
        case .running:
            if let percent = run.progress?.packagePercent {
                let line = texts("pushView.readingOn", ["percent": "\(percent)"])
                body.addRunning(line, frame: state.push.frame)
            }
            guard let trouble = run.progress?.trouble else { break }
            let line = texts("pushView.triedAgain", ["title": texts(trouble.title), "code": trouble.code])
            body.add([Span("! " + fittingWithDots(line, width: body.width - 2), .warning)])
        case .stopping: body.add(texts("pushView.stopping"), .warning, indent: 0, marker: spinner(state.push.frame))
        case .ended(let end): add(end, of: run, to: &body)
        }
    }

    private func addSums(_ progress: PushProgress, _ run: PushRunState, to body: inout Body) {
        var numbers = "\(progress.percent) %"
        if run.order.work == .verify {
            let over = progress.done + progress.failed
            let all = progress.images.count
            let percent = all == 0 ? 100 : over * 100 / all
            let bar = progressBar(over, of: all, width: body.width / 2)
            body.add([Span(bar, .info), Span("  \(percent) %", .text)])
        } else {
            if run.isRunning {
                numbers += "   " + texts("pushView.rate", ["rate": progress.bytesPerSecond.map(byteCount) ?? "–"])
                let left = progress.secondsLeft.map { texts("push.left", ["time": timeSpan($0)]) }
                if let left { numbers += "   " + left }
            }
            let bar = progressBar(progress.percent, of: 100, width: body.width / 2)
            body.add([Span(bar, .info), Span("  " + numbers, .text)])
            // What did not happen takes no room.
            let key = progress.retries > 0 ? "pushView.sumsRetried" : "pushView.sums"
            let sums = [
                "sent": byteCount(progress.sentBytes), "mounted": byteCount(progress.mountedBytes),
                "present": byteCount(progress.presentBytes), "acknowledged": byteCount(progress.acknowledged),
                "retries": "\(progress.retries)",
            ]
            body.add(texts(key, sums), .text, indent: 2)
        }
        let counts = [
            "done": "\(progress.done)", "images": "\(progress.images.count)", "pushed": "\(progress.pushed)",
            "present": "\(progress.present)", "failed": "\(progress.failed)",
        ]
        let key =
            run.order.work == .verify
            ? "pushView.auditCounts" : progress.isTotalKnown ? "pushView.counts" : "pushView.countsSoFar"
        body.add(texts(key, counts), progress.failed > 0 ? .error : .text, indent: 2)
    }

    /// How it ended, why, and what to do next.
    func add(_ end: PushEnd, of run: PushRunState, to body: inout Body) {
        let time = ["time": timeSpan(end.milliseconds / 1000), "journal": printable(end.journal)]
        switch (end.kind, run.order.work) {
        case (.refused(let phrase, let fix), _):
            body.add(texts(phrase), mark: .wrong)
            if let fix { body.add(texts(fix), indent: 2, mark: .remedy) }
        case (.stopped, .push): body.add(texts("push.stopped", time), mark: .doubtful)
        case (.stopped, _): body.add(texts("pushView.brokenOff"), mark: .doubtful)
        case (_, .dryRun): break
        case (.complete, .push): body.add(texts("pushView.complete", time), mark: .good)
        case (.complete, .verify): body.add(texts("pushView.whole"), mark: .good)
        case (.incomplete, .push): body.add(texts("pushView.incomplete"), mark: .wrong)
        case (.incomplete, .verify): body.add(texts("pushView.notWhole"), mark: .wrong)
        }
        // What concerns a single image stands in its row.
        guard run.progress.map({ $0.failed == 0 }) ?? true else { return }
        for finding in end.findings.prefix(2) { body.add(finding, texts) }
    }
}
