import MirrorCore
import Texts

/// What the mirror itself says, phase by phase, and what that means.
struct ProbeStep: WizardStep {
    let id = StepID.probe
    let isAboutOneMirror = true
    let scrollsAsWhole = true
    let probesAllMirrors = true
    let asksWhenLeft = true

    func fields(_ state: WizardState) -> [Field] {
        [Field(.probeImage, .text(\.answers.probeImage))]
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .scrollsPage,
            KeyBinding(.rehearse, hint: "rehearse", help: .rehearse, when: \.canRehearse) { state in
                state.rehearsePush()
            },
            KeyBinding(.bundle, hint: "bundle", help: .bundle, when: \.wantsBundle) { state in
                state.askForBundle()
            },
        ]
    }

    /// The others of the list come next.
    func finish(_ state: inout WizardState) {
        if state.answers.mirrors.count > 1 { state.goToNextMirror() } else { state.goBy(1) }
    }

    func status(_ state: WizardState) -> StepStatus {
        guard let report = state.mirrors.probe.current, report.isFinished else { return .pending }
        if state.findings.contains(where: { $0.severity == .error }) { return .wrong }
        return state.uncheckedCASecret == nil ? .done : .doubtful
    }

    func scrolledLines(_ state: WizardState, width: Int, _ texts: Catalogue) -> Int {
        body(state, width: width, height: state.size.rows, texts).lines.count
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        let view = ProbeView(state: state, texts: texts)
        view.addBundle(to: &body)
        if state.mirrors.probe.rehearses { body.add(texts("probePage.rehearsing"), .hint) }
        guard let report = state.mirrors.probe.current else {
            for line in view.phaseLines(width: body.width) { body.add(line) }
            return
        }
        for phase in report.phases {
            let (mark, style) = view.look(phase.status)
            let time = phase.milliseconds.map { "\($0) ms" } ?? ""
            var line: StyledLine = [
                Span("\(mark) ", style), Span(texts(phase.kind.title).padded(to: 14), style),
                Span(time.leftPadded(to: 8) + "  ", .hint),
            ]
            if let detail = phase.detail {
                line.append(Span(fittingWithDots(texts(detail), width: max(8, body.width - 27)), .text))
            }
            body.add(line)
        }
        view.addFindings(to: &body)
        if report.isFinished, state.findings.isEmpty, state.uncheckedCASecret == nil {
            body.gap()
            body.add(texts("probe.good"), .success, indent: 0, marker: "✓")
        }
        view.addOthers(to: &body)
        view.addChain(of: report, to: &body)
        view.addNetwork(of: report, to: &body)
        view.addChallenges(of: report, to: &body)
    }
}

extension String {
    func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
