/// Keys that mean the same on every step of a track.
enum GlobalKeys {
    static let leave = KeyBinding("^C", [.control("c")], hint: "leave", help: .leave) { state, _ in state.leave() }

    static func table(_ state: WizardState) -> [KeyBinding] {
        let step = state.currentStep
        let again = KeyBinding(
            "^R",
            [.control("r")],
            hint: step.hasPreview ? "probe" : nil,
            help: step.lookAgainHelp,
            when: { !step.hasPreview || $0.mirrors.probe.plan != nil }
        ) { state, _ in
            step.lookAgain(&state)
        }
        // Where there is a preview, the other tracks are the last thing that is wanted.
        let middle = step.hasPreview ? [preview, steps, again, track] : [track, steps, again]
        return [fix, help] + middle + [undo, redo, redraw, suspend] + (state.mirrors.jobs.running == nil ? [] : [cancel]) + [
            leave
        ]
    }

    private static let help = KeyBinding("F1", [.function(1)], hint: "help", help: .help) { state, _ in
        state.preview.scroll = 0
        state.ask(HelpPage())
        return []
    }

    private static let undo = KeyBinding("^Z", [.control("z")], hint: "undo", help: .undo, when: \.canUndo) {
        state,
        _ in
        state.undo()
        return []
    }

    private static let redo = KeyBinding("Alt-Z", [.alt("z"), .alt("Z")], help: .redo, when: \.canRedo) { state, _ in
        state.redo()
        return []
    }

    private static let suspend = KeyBinding("Alt-S", [.alt("s"), .alt("S")], help: .suspend) { _, _ in [.suspend] }

    private static let redraw = KeyBinding("^L", [.control("l")], help: .redraw) { _, _ in [.redraw] }

    private static let preview = KeyBinding("F2", [.function(2)], hint: "preview", help: .preview) { state, _ in
        state.currentStep.turnView(&state)
        return []
    }

    private static let steps = KeyBinding("F3/F4", [.function(3), .function(4)], hint: "step", help: .steps) {
        state,
        key in
        state.goBy(key == .function(3) ? -1 : 1)
        return []
    }

    private static let fix = KeyBinding(
        "F5",
        [.function(5)],
        hint: "fix",
        help: .fix,
        when: { $0.fieldToFix != nil }
    ) { state, _ in
        state.currentStep.fix(&state)
        return []
    }

    private static let track = KeyBinding("F6", [.function(6)], hint: "track", help: .track) { state, _ in
        state.turnTrack()
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
