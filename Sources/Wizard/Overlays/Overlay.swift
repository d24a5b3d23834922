import Texts

/// A question or a list that takes the whole screen, so that nothing half-hidden is left to read around.
///
/// ADD ONE as a file in this folder; whoever asks shows it with `WizardState.ask`.
package protocol Overlay: Equatable, Sendable {
    func title(_ state: WizardState, _ texts: Catalogue) -> String
    /// What stands under the title.
    func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue)
    /// The only keys that work, but for ^C; the key line names those with a hint.
    func bindings(_ state: WizardState) -> [KeyBinding]
    /// It may be longer than the screen: `PreviewState.scroll` says from where on it is shown.
    var isLong: Bool { get }
}

extension Overlay {
    package var isLong: Bool { false }

    fileprivate func isEqual(_ other: any Overlay) -> Bool { (other as? Self) == self }
}

/// The one that is on the screen.
package struct OpenOverlay: Equatable, Sendable {
    package let page: any Overlay

    package static func == (left: OpenOverlay, right: OpenOverlay) -> Bool { left.page.isEqual(right.page) }
}

extension WizardState {
    mutating func ask(_ page: some Overlay) {
        overlay = OpenOverlay(page: page)
        asking = AskingState()
    }

    package func shows(_ page: some Overlay) -> Bool { overlay == OpenOverlay(page: page) }
}

extension KeyBinding {
    /// Enter: what the question asks for.
    static func answer(
        _ hint: String,
        run: @escaping @Sendable (inout WizardState) -> [Effect]
    ) -> KeyBinding {
        KeyBinding("Enter", [.enter], hint: hint, help: nil) { state, _ in run(&state) }
    }

    /// Takes the question away.
    static func dismissal(_ hint: String) -> KeyBinding {
        KeyBinding("Esc", [.escape], hint: hint, help: nil) { state, _ in
            state.overlay = nil
            return []
        }
    }

    /// Any key that has no meaning before takes the question away.
    static let dismissing = KeyBinding(matching: { _ in true }) { state, _ in
        state.overlay = nil
        return []
    }

    /// Keys that scroll an overlay with so many lines below its title.
    static func scrolling(lines: Int) -> KeyBinding {
        KeyBinding(
            "↑↓",
            [.up, .down, .pageUp, .pageDown],
            hint: "scroll",
            help: nil,
            when: { $0.lastOverlayScroll(lines: lines) > 0 }
        ) { state, key in
            state.scrollOverlay(key, lines: lines)
            return []
        }
    }
}
