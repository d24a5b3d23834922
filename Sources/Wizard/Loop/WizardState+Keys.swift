import MirrorCore

func reduceKey(_ state: inout WizardState, _ key: Key) -> [Effect] {
    if key == .control("c") { return state.leave() }
    if state.overlay != nil { return reduceOverlay(&state, key) }
    if case .paste(let text) = key, let pasted = PastedMirrors(text) {
        state.overlay = .pasted(pasted)
        return []
    }
    if let effects = reduceEverywhere(&state, key) { return effects }
    if state.preview.isOpen {
        state.handlePreviewKey(key)
        return []
    }
    let step = state.currentStep
    let field = state.currentField
    if let effects = step.handle(key, on: field, &state) { return effects }
    if let field, let effects = reduceField(&state, field, key) { return effects }
    reduceForm(&state, key)
    return []
}

/// Keys that mean the same on every step.
private func reduceEverywhere(_ state: inout WizardState, _ key: Key) -> [Effect]? {
    switch key {
    case .function(1): state.overlay = .help
    case .function(2): state.currentStep.turnView(&state)
    case .function(3): state.goBy(-1)
    case .function(4): state.goBy(1)
    case .function(5): state.currentStep.fix(&state)
    case .function(6): state.turnTrack()
    case .control("r"): return state.currentStep.lookAgain(&state)
    case .escape where state.preview.isOpen: state.preview.isOpen = false
    case .escape where state.jobs.running != nil: return state.cancelJob()
    default: return nil
    }
    return []
}

private func reduceOverlay(_ state: inout WizardState, _ key: Key) -> [Effect] {
    switch (state.overlay, key) {
    case (.resume(let saved), .enter):
        state.answers = saved
        state.mirrorIndex = 0
        state.overlay = nil
        // The file is read anew; what was typed then stays.
        state.baseline = []
        state.cursor = state.focusedText.count
    case (.resume, .escape):
        state.overlay = nil
        return [.discardDraft]
    case (.resume, _): break
    case (.pasted(let pasted), .enter): state.takeOver(pasted)
    case (.repairFile, .enter): return state.startRepair()
    case (.undo, .enter):
        state.overlay = nil
        return state.start(.undo(path: state.answers.clusterConfigPath, breaksHardLink: false))
    case (.runBmctl, .enter): return [.runBmctl]
    case (.hardLink(_, let write), .enter): return state.goOnBreaking(write)
    // A key too many must not start it, or drop the question unread.
    case (.runBmctl, .escape), (.hardLink, .escape), (.undo, .escape): state.overlay = nil
    case (.undo(let preview), _): state.scrollOverlay(key, lines: preview.diff.count)
    case (.runBmctl, _), (.hardLink, _): break
    case (.repairFile(let preview), .up), (.repairFile(let preview), .down), (.repairFile(let preview), .pageUp),
        (.repairFile(let preview), .pageDown):
        state.scrollOverlay(key, lines: preview.diff.count)
    case (.makeLogin(let login), .enter): return state.writeLogin(login)
    case (.writeBundle(let wanted), .enter): return state.writeBundle(wanted)
    case (.stopPush(let leaves), .enter): return state.stopPush(leaves: leaves)
    case (.stopPush, .escape): state.overlay = nil
    case (.stopPush, _): break
    case (.pushUncovered, .enter):
        state.overlay = nil
        return state.startPush(.push)
    case (.overriding(let wish), .enter): return state.goOnOverriding(wish)
    case (.overriding, .function(5)):
        guard let field = state.fieldToFix else { break }
        state.overlay = nil
        state.go(to: field)
    case (.overriding, .escape): state.overlay = nil
    // No other key goes on or away by mistake.
    case (.overriding, _): break
    case (.leave, .enter): return [.saveDraft(state.answers), .quit(exitCode: 130)]
    default: state.overlay = nil
    }
    return []
}

private func reduceField(_ state: inout WizardState, _ field: Field, _ key: Key) -> [Effect]? {
    if let binding = field.binding { return reduceText(&state, field, binding, key) }
    switch (field.kind, key) {
    case (.choice(let choice), .left), (.choice(let choice), .right), (.choice(let choice), .character(" ")):
        let offset = key == .left ? choice.options.count - 1 : 1
        choice.select(&state, (choice.selected + offset) % choice.options.count)
        return []
    case (.toggle(let toggle), .character(" ")):
        toggle.turn(&state)
        return []
    case (.button, .enter), (.button, .character(" ")), (.item, .enter):
        return state.currentStep.activate(field, &state)
    default: return nil
    }
}

private func reduceText(
    _ state: inout WizardState,
    _ field: Field,
    _ binding: Field.TextBinding,
    _ key: Key
) -> [Effect]? {
    switch key {
    case .enter: return state.currentStep.activate(field, &state)
    case .tab:
        guard case .path = field.kind, !state[keyPath: binding].isEmpty, state.completion == nil else { return nil }
        let request = state.nextRequest()
        state.completion = Completion(request: request, candidates: [])
        return [.completePath(request, prefix: state[keyPath: binding])]
    case .control("t"):
        guard case .secret = field.kind else { return nil }
        state.isRevealed.toggle()
        return []
    case .right where state[keyPath: binding].isEmpty:
        if let suggestion = state.suggestion(for: binding) {
            state[keyPath: binding] = suggestion
            state.cursor = suggestion.count
        }
        return []
    default:
        // A copy of the cursor: typing may make the mirror that the binding writes into.
        var text = state[keyPath: binding]
        var cursor = state.cursor
        guard TextEditing.handle(key, text: &text, cursor: &cursor) else { return nil }
        if text != state[keyPath: binding] {
            state[keyPath: binding] = text
            state.completion = nil
        }
        state.cursor = cursor
        return []
    }
}

private func reduceForm(_ state: inout WizardState, _ key: Key) {
    switch key {
    case .tab, .enter: state.goForward()
    case .backTab: state.goBack()
    case .down:
        if state.focus + 1 < state.currentStep.fields(state).count { state.focus(state.focus + 1) }
    case .up: if state.focus > 0 { state.focus(state.focus - 1) }
    default: break
    }
}

extension WizardState {
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
        guard completion?.request == request, let binding = currentField?.binding else { return }
        let typed = self[keyPath: binding]
        let common = candidates.dropFirst().reduce(candidates.first ?? "") { $0.commonPrefix(with: $1) }
        if common.count > typed.count {
            self[keyPath: binding] = common
            cursor = common.count
            completion = candidates.count > 1 ? Completion(request: request, candidates: candidates) : nil
        } else if candidates.count > 1 {
            completion = Completion(request: request, candidates: candidates)
        } else {
            // Nothing to add: Tab means what it means elsewhere.
            completion = nil
            goForward()
        }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
