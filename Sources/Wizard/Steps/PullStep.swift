import Diagnosis
import MirrorCore
import Texts

/// One image on one node: every attempt with what its host answers, what follows, and what to change.
struct PullStep: TroubleStep {
    let id = StepID.pull
    let usesFullWidth = true
    let isDense = true

    func fields(_ state: WizardState) -> [Field] {
        [Field(.troubleImage, .text(\.trouble.image)), Field(.troubleLog, .path(\.trouble.log.path))]
    }

    /// Whose pulls they are stands on the page, whatever pane is shown.
    func intro(_ state: WizardState, _ texts: Catalogue) -> String {
        let node = state.trouble.node
        guard case .node(let address) = node.place else { return texts("pull.introHere") }
        return texts("pull.introAt", ["node": printable(address), "pool": printable(node.pool)])
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            KeyBinding("F2", [.function(2)], hint: "pane", help: .pane) { state, _ in
                state.turnPullPane()
                return []
            },
            .scrollsPage,
            KeyBinding(matching: { if case .paste(let text) = $0 { text.contains("\n") } else { false } }) {
                state,
                key in
                if case .paste(let text) = key { state.pasteLog(text) }
                return []
            },
        ]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        guard state.trouble.asked != nil, case .explained = state.trouble.outcome else { return nil }
        let isDue = state.trouble.asking == nil && state.trouble.live == nil
        return FieldAction("askLive", isDue: isDue) { $0.askLive() }
    }

    func lookAgain(_ state: inout WizardState) -> [Effect] { state.askLive() }

    func fieldToFix(_ state: WizardState) -> DraftField? {
        let findings: [Finding]
        if state.trouble.pane == .log {
            guard case .traced(let trace) = state.trouble.log.outcome else { return nil }
            findings = trace.findings
        } else {
            guard case .explained(let pull) = state.trouble.outcome else { return nil }
            findings = (state.trouble.live?.findings ?? []) + pull.allFindings
        }
        return findings.lazy.compactMap(\.mendingField).first
    }

    func scrolledLines(_ state: WizardState, width: Int, _ texts: Catalogue) -> Int {
        unscrolled(state, width: width, texts).lines.count
    }

    func status(_ state: WizardState) -> StepStatus {
        guard case .explained(let pull) = state.trouble.outcome else {
            switch state.trouble.outcome {
            case .failed, .noStart: return .wrong
            default: return .pending
            }
        }
        let isWrong = !pull.plan.usesMirror || pull.allFindings.contains { $0.severity == .error }
        return isWrong ? .wrong : .done
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        var body = unscrolled(state, width: width, texts)
        guard state.preview.scroll > 0 else { return body }
        // The form scrolls with what stands below it.
        let lines = Array(body.lines.dropFirst(min(state.preview.scroll, max(0, body.lines.count - 4))))
        body = Body(width: width)
        for line in lines { body.add(line) }
        return body
    }

    func unscrolled(_ state: WizardState, width: Int, _ texts: Catalogue) -> Body {
        FormView(step: self, state: state, texts: texts).body(width: width)
    }

    func addNotes(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        PullPaneView(state: state, texts: texts).add(to: &body)
    }
}
