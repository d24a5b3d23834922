import MirrorCore
import Texts

/// Nodes would not find everything that is about to be pushed.
package struct UncoveredQuestion: Overlay {
    package init() {}

    private func lost(_ state: WizardState) -> (images: [PackageItem], target: String)? {
        guard let order = state.pushOrder(.push), case .lost(let lost) = state.pushCover(order.endpoint) else {
            return nil
        }
        return (lost, order.endpoint.pushTarget)
    }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String {
        texts("pushUncovered.title", ["count": "\(lost(state)?.images.count ?? 0)"])
    }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        guard let (images, target) = lost(state), let first = images.first else { return }
        for image in images.prefix(5) { body.add(printable(image.name), .value, indent: 2) }
        if images.count > 5 { body.add(texts("overriding.more", ["count": "\(images.count - 5)"]), .hint, indent: 2) }
        body.gap()
        let values = ["target": target, "host": printable(first.registryHost), "image": printable(first.name)]
        body.add(texts("MIR0913.cause", values))
        body.add(texts("MIR0913.next", values), mark: .remedy)
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .dismissal("stay"),
            .answer("pushOverride") { state in
                state.overlay = nil
                return state.startPush(.push)
            },
            .dismissing,
        ]
    }
}
