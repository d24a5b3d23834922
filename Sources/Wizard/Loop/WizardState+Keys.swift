import MirrorCore
import Texts

func reduceKey(_ state: inout WizardState, _ key: Key) -> [Effect] {
    if key == .pasteCut {
        state.notice = Phrase("paste.cut")
        return []
    }
    if key == .lineEnd {
        state.goOnAfterLine()
        return []
    }
    state.notice = nil
    let isArmed = state.form.awaitsDigit
    state.form.awaitsDigit = false
    if isArmed, case .character(let digit) = key, let function = digit.functionKey {
        return reduceKey(&state, function)
    }
    let key = key.canonical
    // A draft was taken up, and the page has fewer fields than then.
    let count = state.currentStep.fields(state).count
    if state.focus >= count, count > 0 { state.focus = count - 1 }
    if GlobalKeys.leave.matches(key) { return GlobalKeys.leave.run(&state, key) }
    if state.overlay == nil, case .paste(let text) = key, let pasted = PastedMirrors(text) {
        state.ask(PasteQuestion(pasted: pasted))
        return []
    }
    if case .click(let row, let column) = key { return state.click(row: row, column: column) }
    if case .scroll(_, _, let isUp) = key, state.overlay != nil || state.preview.isOpen {
        return state.wheel(up: isUp)
    }
    for layer in state.keyLayers {
        if let binding = layer.first(for: key, state) { return binding.run(&state, key) }
    }
    if case .scroll(_, _, let isUp) = key { return state.wheel(up: isUp) }
    // With Shift an arrow is an arrow, where it has no meaning of its own.
    switch key {
    case .shiftUp: return reduceKey(&state, .up)
    case .shiftDown: return reduceKey(&state, .down)
    default: return []
    }
}

extension WizardState {
    /// Only from a text whose Enter begins nothing.
    fileprivate mutating func goOnAfterLine() {
        guard overlay == nil, !preview.isOpen, let field = currentField, field.binding != nil, canGoForward else {
            return
        }
        // What narrows a list is no answer: it would be lost.
        if field.id != .hostFilter, currentStep.action(of: field, self)?.isDue != true { goForward() }
    }

    var pageHeight: Int { max(1, size.rows - 10) }

    /// What Right takes over into an empty field.
    package func suggestion(for binding: Field.TextBinding) -> String? {
        guard let suggestions else { return nil }
        var suggested = WizardState(size: size, answers: suggestions)
        suggested.mirrorIndex = mirrorIndex
        let text = suggested[keyPath: binding]
        return text.isEmpty ? nil : text
    }

    mutating func pathsCompleted(_ request: RequestID, _ candidates: [String]) {
        guard form.completion?.request == request, let binding = currentField?.binding else { return }
        let typed = self[keyPath: binding]
        let common = candidates.dropFirst().reduce(candidates.first ?? "") { $0.commonPrefix(with: $1) }
        if common.count > typed.count {
            self[keyPath: binding] = common
            cursor = common.count
            form.completion = candidates.count > 1 ? Completion(request: request, candidates: candidates) : nil
        } else if candidates.count > 1 {
            form.completion = Completion(request: request, candidates: candidates)
        } else {
            // Nothing to add: Tab means what it means elsewhere.
            form.completion = nil
            goForward()
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
