import Texts

/// Draws what takes the screen from the page.
struct OverlayView {
    let state: WizardState
    let texts: Catalogue

    func draw(_ overlay: any Overlay, on screen: inout Screen) {
        let size = state.size
        screen.rule(row: 1)
        screen.rule(row: size.rows - 2)
        let inside = Rect(row: 2, column: 2, width: min(100, size.columns - 4), height: size.rows - 4)
        var body = Body(width: inside.width)
        body.add(overlay.title(state, texts), .title)
        body.gap()
        overlay.add(to: &body, state, texts)
        if body.cursor == nil { body.cursor = Point(row: 0, column: 0) }
        screen.draw(body, in: inside, scroll: overlay.isLong ? state.preview.scroll : 0)
    }
}
