import MirrorCore
import Texts

/// From 110 columns on: steps and form left, the consequence right, the registry's word below.
struct WideLayout {
    let state: WizardState
    let texts: Catalogue
    static let railWidth = 20

    /// The pages of the mirrors say themselves what the registries say.
    static func probeRows(_ state: WizardState) -> Int { state.railStep == .mirrors ? 0 : 5 }

    func draw(on screen: inout Screen) {
        guard state.track.steps.count > 1 else { return NarrowLayout(state: state, texts: texts).draw(on: &screen) }
        let size = state.size
        let probeHeight = Self.probeRows(state)
        let height = size.rows - 2 - probeHeight
        let chrome = Chrome(state: state, texts: texts)
        let step = state.currentStep
        drawRail(chrome, Rect(row: 1, column: 0, width: Self.railWidth, height: height), on: &screen)
        let rest = size.columns - Self.railWidth
        let name = texts("step.\(state.railStep).title") + (state.currentStep.parent == nil ? "" : " › " + chrome.crumb)
        if step.usesFullWidth {
            let box = Rect(row: 1, column: Self.railWidth, width: rest, height: height)
            screen.box(box, title: [Span(name, .title)])
            let inside = padded(box)
            let scroll = step.followsCursor ? nil : 0
            screen.draw(step.body(state, width: inside.width, height: inside.height, texts), in: inside, scroll: scroll)
        } else {
            let formWidth = max(46, rest / 2)
            let form = Rect(row: 1, column: Self.railWidth, width: formWidth, height: height)
            let preview = Rect(row: 1, column: Self.railWidth + formWidth, width: rest - formWidth, height: height)
            drawPreview(preview, on: &screen)
            screen.box(form, title: [Span(fittingWithDots(name, width: formWidth - 6), .title)])
            let inside = padded(form)
            screen.draw(step.body(state, width: inside.width, height: inside.height, texts), in: inside)
        }
        guard probeHeight > 0 else { return }
        drawProbe(Rect(row: 1 + height, column: 0, width: size.columns, height: probeHeight), on: &screen)
    }

    private func padded(_ box: Rect) -> Rect {
        Rect(row: box.row + 1, column: box.column + 2, width: box.width - 4, height: box.height - 2)
    }

    private func drawRail(_ chrome: Chrome, _ rect: Rect, on screen: inout Screen) {
        screen.box(rect, title: [Span(texts("app.steps"), .title)])
        for (index, step) in state.track.rail.enumerated() {
            let isCurrent = step.id == state.railStep
            let (mark, style) = chrome.look(step, isCurrent: isCurrent)
            let trouble = isCurrent ? " " + chrome.trouble(step) : ""
            let text = "\(mark) \(texts("step.\(step.id).title"))\(trouble)"
            screen.put([Span(text, style, .step(step.id))], row: rect.row + 1 + index, column: 2)
        }
    }

    private func drawPreview(_ rect: Rect, on screen: inout Screen) {
        let view = PreviewView(state: state, texts: texts)
        screen.box(rect, title: view.tabs)
        let inside = padded(rect)
        screen.draw(view.pane(width: inside.width, height: inside.height), in: inside, scroll: 0)
    }

    private func drawProbe(_ rect: Rect, on screen: inout Screen) {
        let view = ProbeView(state: state, texts: texts)
        let name = fittingWithDots(printable(state.mirror.url), width: rect.width - 24)
        // Of several mirrors it is one that the box is about.
        let count = state.answers.mirrors.count
        let number = count > 1 ? " \(state.mirrorIndex + 1)/\(count)" : ""
        let title = "\(texts("probe.title"))\(number) \(name)\(name.isEmpty ? "" : " ")\(view.spinner)"
        screen.box(rect, title: [Span(title, .title)])
        let inside = padded(rect)
        let lines = Array(view.phaseLines(width: inside.width).prefix(1)) + view.summary(width: inside.width)
        for (offset, line) in lines.prefix(inside.height).enumerated() {
            screen.put(line, row: inside.row + offset, column: inside.column, limit: inside.width)
        }
    }
}
