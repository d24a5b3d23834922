import MirrorCore
import Texts

/// Below 110 columns: steps in one line, the page under it; the preview takes the screen on F2.
struct NarrowLayout {
    let state: WizardState
    let texts: Catalogue

    func draw(on screen: inout Screen) {
        let size = state.size
        // Of one step there is nothing to show where one is.
        let top = state.track.steps.count > 1 ? 3 : 2
        if top == 3 { screen.put(Chrome(state: state, texts: texts).rail(width: size.columns - 2), row: 1, column: 1) }
        screen.rule(row: top - 1)
        screen.rule(row: size.rows - 2)
        let inside = Rect(row: top, column: 1, width: size.columns - 2, height: size.rows - top - 2)
        if state.preview.isOpen {
            screen.draw(
                PreviewView(state: state, texts: texts).body(width: inside.width, height: inside.height),
                in: inside
            )
            return
        }
        let step = state.currentStep
        let scroll = step.usesFullWidth && !step.followsCursor ? 0 : nil
        screen.draw(step.body(state, width: inside.width, height: inside.height, texts), in: inside, scroll: scroll)
    }
}
