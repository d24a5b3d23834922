import MirrorCore
import Texts

/// Which public registries the mirror stands in for: a list to tick, narrowed by typing, however long it is.
struct HostsStep: WizardStep {
    let id = StepID.hosts
    let parent: StepID? = .mirror

    func fields(_ state: WizardState) -> [Field] { [Field(.hostFilter, .text(\.mirrors.hosts.filter))] }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            KeyBinding("Space", [.character(" ")], hint: "turn", help: .turn, when: { !$0.hostRows.isEmpty }) {
                state,
                _ in
                state.turnHostInFocus()
                return []
            },
            KeyBinding("Enter", [.enter], hint: "turn", help: .turn, when: isFiltered) { state, _ in
                state.turnHostInFocus()
                state.clearHostFilter()
                return []
            },
            KeyBinding("Esc", [.escape], hint: "clear", help: .up, when: { !$0.mirrors.hosts.filter.isEmpty }) {
                state,
                _ in
                state.clearHostFilter()
                return []
            },
            KeyBinding("Esc", [.escape], hint: "back", help: .up, when: \.mirrors.hosts.filter.isEmpty) { state, _ in
                state.goUp()
                return []
            },
            KeyBinding("↑↓", [.up, .down, .pageUp, .pageDown], hint: "scroll", help: .scroll) { state, key in
                let step = key == .pageUp || key == .pageDown ? state.pageHeight : 1
                state.moveHostRow(by: key == .up || key == .pageUp ? -step : step)
                return []
            },
            KeyBinding(matching: { if case .scroll = $0 { true } else { false } }) { state, key in
                if case .scroll(_, _, let isUp) = key { state.moveHostRow(by: isUp ? -3 : 3) }
                return []
            },
        ]
    }

    private func isFiltered(_ state: WizardState) -> Bool {
        !state.mirrors.hosts.filter.isEmpty && !state.hostRows.isEmpty
    }

    /// Done: what comes behind the hosts.
    func finish(_ state: inout WizardState) {
        state.goUp()
        state.goForwardPassing()
    }

    func crumb(_ state: WizardState, _ texts: Catalogue) -> String {
        MirrorStep().crumb(state, texts) + " › " + texts("step.hosts.title")
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        HostsView(state: state, texts: texts).body(width: width, height: height)
    }
}
