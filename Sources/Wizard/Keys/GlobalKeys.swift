/// Keys that mean the same on every step of a track.
enum GlobalKeys {
    static let leave = KeyBinding("^C", [.control("c")], hint: "leave", help: .leave) { state, _ in state.leave() }

    static func table(_ state: WizardState) -> [KeyBinding] {
        let step = state.currentStep
        let again = KeyBinding(
            .again,
            hint: step.hasPreview ? "probe" : nil,
            help: step.lookAgainHelp,
            when: { !step.hasPreview || $0.mirrors.probe.plan != nil }
        ) {
            step.lookAgain(&$0)
        }
        // One name for both; on the last page the first of them is the one that works.
        let isLast = state.track.steps.last?.id == step.id
        let previousStep = KeyBinding(
            .previousStep,
            name: isLast ? "F3/F4" : nil,
            hint: isLast ? "step" : nil,
            help: .steps
        ) {
            $0.goBy(-1)
            return []
        }
        let nextStep = KeyBinding(.nextStep, name: "F3/F4", hint: isLast ? nil : "step", help: .steps) {
            $0.goBy(1)
            return []
        }
        let steps = state.track.steps.count > 1 ? [nextStep, previousStep] : []
        let middle = step.hasPreview ? [preview] + steps + [again, home] : [home] + steps + [again]
        return [fix, help] + middle + [undo, redo, palette, copy, view, edit, redraw, mouse, suspend]
            + (state.mirrors.jobs.running == nil ? [] : [cancel]) + [leave]
    }

    private static let help = KeyBinding(.help, hint: "help", help: .help) { state in
        state.preview.scroll = 0
        state.ask(HelpPage())
        return []
    }

    private static let undo = KeyBinding(.undo, hint: "undo", help: .undo, when: \.canUndo) { state in
        state.undo()
        return []
    }

    private static let redo = KeyBinding(.redo, help: .redo, when: \.canRedo) { state in
        state.redo()
        return []
    }

    private static let palette = KeyBinding(.palette, help: .palette) { state in
        state.ask(Palette())
        return []
    }

    private static let copy = KeyBinding(.copy, help: .copy) { $0.copy() }
    private static let view = KeyBinding(.view, help: .view) { $0.viewWhole() }
    private static let edit = KeyBinding(.edit, help: .edit, when: \.canEdit) { $0.openEditor() }
    private static let mouse = KeyBinding(.mouse, help: .mouse) { $0.turnMouse() }
    private static let suspend = KeyBinding(.suspend, help: .suspend) { _ in [.suspend] }
    private static let redraw = KeyBinding(.redraw, help: .redraw) { _ in [.redraw] }

    private static let preview = KeyBinding(.preview, hint: "preview", help: .preview) { state in
        state.currentStep.turnView(&state)
        return []
    }

    private static let fix = KeyBinding(.fix, hint: "fix", help: .fix, when: { $0.fieldToFix != nil }) { state in
        state.currentStep.fix(&state)
        return []
    }

    private static let home = KeyBinding("F6", [.function(6)], hint: "home", help: .home, when: { $0.step != .home }) {
        state,
        _ in
        state.go(to: .home)
        return []
    }

    private static let cancel = KeyBinding(
        "Esc",
        [.escape],
        help: .cancel,
        when: { $0.mirrors.jobs.running != nil }
    ) { state, _ in
        state.cancelJob() ?? []
    }
}
