import MirrorCore
import Texts

/// The whole screen for a state: total and pure.
package func view(_ state: WizardState, _ texts: Catalogue) -> Screen {
    var screen = Screen(size: state.size)
    guard state.size.columns >= 60, state.size.rows >= 15 else {
        let text = texts("app.tooSmall", ["columns": "\(state.size.columns)", "rows": "\(state.size.rows)"])
        for (row, line) in wrapped(text, width: max(1, state.size.columns)).prefix(state.size.rows).enumerated() {
            screen.put(line, row: row, column: 0, style: .warning)
        }
        return screen
    }
    let chrome = Chrome(state: state, texts: texts)
    chrome.drawTitle(on: &screen)
    chrome.drawKeys(on: &screen)
    if let overlay = state.overlay {
        OverlayView(state: state, texts: texts).draw(overlay.page, on: &screen)
    } else if state.isWide {
        WideLayout(state: state, texts: texts).draw(on: &screen)
    } else {
        NarrowLayout(state: state, texts: texts).draw(on: &screen)
    }
    chrome.drawNotice(on: &screen)
    // Nothing has the focus: a reader of screens begins at the top of what is shown.
    if screen.cursor == nil { screen.cursor = Point(row: 3, column: 1) }
    return screen
}
