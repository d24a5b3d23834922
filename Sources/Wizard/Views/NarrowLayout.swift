import MirrorCore
import Texts

/// Below 110 columns: steps in one line, the form, the registry's word under it; the preview takes the screen on F2.
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
        if step.usesFullWidth || step.scrollsAsWhole {
            let scroll = step.followsCursor ? nil : step.usesFullWidth ? 0 : state.preview.scroll
            screen.draw(step.body(state, width: inside.width, height: inside.height, texts), in: inside, scroll: scroll)
            return
        }
        let strip = probeStrip(width: inside.width)
        let form = Rect(row: 3, column: 1, width: inside.width, height: max(1, inside.height - strip.count - 1))
        screen.draw(step.body(state, width: form.width, height: form.height, texts), in: form)
        for (offset, line) in strip.enumerated() {
            screen.put(line, row: size.rows - 2 - strip.count + offset, column: 1, limit: inside.width)
        }
    }

    private func probeStrip(width: Int) -> [StyledLine] {
        guard state.mirrors.probe.plan != nil else { return [] }
        let view = ProbeView(state: state, texts: texts)
        let summary = view.summary(width: width)
        return summary.isEmpty ? Array(view.phaseLines(width: width).prefix(2)) : summary
    }
}
