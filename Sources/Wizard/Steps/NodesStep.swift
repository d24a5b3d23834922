import MirrorCore
import Texts

/// Which node, and how all of them are.
struct NodesStep: TroubleStep {
    let id = StepID.nodes
    let usesFullWidth = true

    func fields(_ state: WizardState) -> [Field] {
        let nodes = state.trouble.nodes.indices.map { index in
            Field(.node, .item(label: "", isCurrent: index == state.trouble.selected))
        }
        return nodes.count > 1 ? nodes + [Field(.askNodes, .button)] : nodes
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        @Sendable func room(_ state: WizardState) -> (last: Int, room: Int) {
            let texts = Catalogue.named(state.language) ?? .english
            return FleetView(state: state, texts: texts).scroll(state.listSize)
        }
        return [.scrolling(room)]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        guard field.id != .askNodes else {
            let isDue = state.trouble.nodes.dropFirst().contains { $0.state == .unasked }
            return FieldAction("askNodes", isDue: isDue) { $0.gather(Array($0.trouble.nodes.indices.dropFirst())) }
        }
        return FieldAction("chooseNode") { state in
            state.trouble.selected = state.focus
            let index = state.focus
            state.go(to: .pull)
            guard state.trouble.nodes[index].place != .here, state.trouble.nodes[index].state == .unasked else {
                return []
            }
            return state.gather([index])
        }
    }

    func lookAgain(_ state: inout WizardState) -> [Effect] {
        state.focus > 0 && state.focus < state.trouble.nodes.count ? state.gather([state.focus]) : []
    }

    /// The answer that mends the node in focus, whose findings are on the screen.
    func fieldToFix(_ state: WizardState) -> DraftField? {
        let nodes = state.trouble.nodes
        let node = nodes.indices.contains(state.focus) ? nodes[state.focus] : state.trouble.node
        guard case .reported(let summary) = node.state else { return nil }
        return summary.findings.lazy.compactMap(\.mendingField).first
    }

    func status(_ state: WizardState) -> StepStatus {
        switch state.trouble.node.state {
        case .failed: .wrong
        case .reported(let summary): summary.findings.contains { $0.severity == .error } ? .wrong : .done
        case .asking: .pending
        case .unasked: state.trouble.asked == nil ? .pending : .done
        }
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        FleetView(state: state, texts: texts).body(width: width, height: height)
    }
}
