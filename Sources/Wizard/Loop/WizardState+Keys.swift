import MirrorCore

func reduceKey(_ state: inout WizardState, _ key: Key) -> [Effect] {
    if GlobalKeys.leave.matches(key) { return GlobalKeys.leave.run(&state, key) }
    if state.overlay != nil { return reduceOverlay(&state, key) }
    if case .paste(let text) = key, let pasted = PastedMirrors(text) {
        state.overlay = .pasted(pasted)
        return []
    }
    for layer in state.keyLayers {
        if let binding = layer.first(for: key, state) { return binding.run(&state, key) }
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
