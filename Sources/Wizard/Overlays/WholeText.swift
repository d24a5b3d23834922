import Texts

/// A long thing whole, where there is no pager.
package struct WholeText: Overlay {
    let text: String

    package var isLong: Bool { true }

    package func title(_ state: WizardState, _ texts: Catalogue) -> String { texts("view.title") }

    package func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) {
        for line in lines(body.width) { body.add([Span(line, .value)]) }
    }

    private func lines(_ width: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            let shown = printable(String(line))
            return [[Span(shown)]].flatMap { $0.chunks(width: width) }.map { $0.map(\.text).joined() }
        }
    }

    package func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            .dismissal("close"), .scrolling(lines: lines(min(100, state.size.columns - 4)).count),
            .answer("close") { state in
                state.overlay = nil
                return []
            },
        ]
    }
}
