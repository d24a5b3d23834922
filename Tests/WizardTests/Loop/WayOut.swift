import MirrorCore
import Texts

@testable import Wizard

/// Enter alone, from where somebody stands: to Write or out, or to a place where it does nothing and the screen says what
/// is missing; never twice through the same place.
struct WayOut {
    private struct Place: Hashable {
        let step: StepID
        let focus: Int
        let field: FieldID?
        let mirror: Int
        let overlay: String
        let isSearching: Bool
        let text: String
    }

    let broken: [String]

    /// A word about the last key is gone with the next one, and no place.
    private static func still(_ state: WizardState) -> WizardState {
        var state = state
        state.notice = nil
        state.form.awaitsDigit = false
        return state
    }

    init(_ start: WizardState) {
        var state = Self.still(start)
        // Nothing that was asked of the edge is answered: it may take as long as it likes.
        var seen: [Place] = []
        var trace: [String] = []
        for _ in 0..<400 {
            let place = Place(
                step: state.step,
                focus: state.focus,
                field: state.currentField?.id,
                mirror: state.mirrorIndex,
                overlay: state.overlay.map { "\(type(of: $0.page))" } ?? "",
                isSearching: state.mirrors.diffView.typing != nil || state.preview.isOpen,
                text: state.focusedText
            )
            if seen.contains(place) {
                broken = [
                    "Enter runs in a circle: \((seen.suffix(12) + [place]).map { "\($0.step) \($0.focus) \($0.overlay)" })"
                ]
                return
            }
            seen.append(place)
            if state.step == .write, state.overlay == nil {
                broken = []
                return
            }
            var next = state
            let effects = reduce(&next, .key(.enter))
            if effects.contains(where: { if case .quit = $0 { true } else { false } }) || Self.still(next) == state {
                broken = []
                return
            }
            // What was begun here, perhaps after a question, is waited for here: that is no circle.
            if !effects.isEmpty, next.step == state.step, next.focus == state.focus,
                next.overlay == state.overlay || next.overlay == nil
            {
                let isAnswer = next.overlay != state.overlay
                seen.removeAll { $0.step == state.step && $0.focus == state.focus && (isAnswer || $0 == place) }
            }
            trace.append("\(next.step) \(next.focus) \(next.overlay.map { "\(type(of: $0.page))" } ?? "") \(effects)")
            state = Self.still(next)
        }
        broken = ["Enter does not arrive: \(trace.suffix(6))"]
    }
}
