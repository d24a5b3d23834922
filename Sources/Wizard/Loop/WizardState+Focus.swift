import MirrorCore

/// Moving through fields and steps.
extension WizardState {
    package var focusedText: String { currentField?.binding.map { self[keyPath: $0] } ?? "" }

    mutating func focus(_ index: Int) {
        leaveField()
        let count = currentStep.fields(self).count
        focus = max(0, min(count - 1, index))
        cursor = focusedText.count
    }

    /// Marks the field as seen, so that its issues are shown in full from now on.
    mutating func leaveField() {
        if let field = currentField { form.visited.insert(visit(field, of: step)) }
        form.completion = nil
        form.isRevealed = false
    }

    mutating func go(to id: StepID, atEnd: Bool = false) {
        leaveField()
        form.offeredHosts = []
        leftSteps[track.id] = step
        step = id
        preview.scroll = 0
        preview.isOpen = false
        mirrors.diffView.reset()
        focus = 0
        // Steps that show what results come with nothing to type: the first field has the focus.
        if atEnd { focus = max(0, currentStep.fields(self).count - 1) }
        cursor = focusedText.count
    }

    mutating func goBy(_ offset: Int, atEnd: Bool = false) {
        let steps = track.steps
        var index = (steps.firstIndex { $0.id == step } ?? 0) + offset
        if offset > 0, steps.indices.contains(index), steps[index].isPassed(self) { index += 1 }
        guard steps.indices.contains(index) else { return }
        let target = steps[index].id
        if offset > 0, asks(before: .go(target)) { return }
        go(to: target, atEnd: atEnd)
    }

    /// The next field; past a run of toggles or items at once, past the last field to the next step.
    mutating func goForward() {
        if let next = nextField { focus(next) } else { currentStep.finish(&self) }
    }

    private var nextField: Int? {
        let fields = currentStep.fields(self)
        var next = focus + 1
        if fields.indices.contains(focus) {
            while fields.indices.contains(next), fields[focus].isSameGroup(as: fields[next]) { next += 1 }
        }
        return next < fields.count ? next : nil
    }

    /// Whether there is a field or a step after this one.
    var canGoForward: Bool { nextField != nil || track.steps.last?.id != step }

    var canGoBack: Bool { focus > 0 || track.steps.first?.id != step }

    mutating func goBack() {
        let fields = currentStep.fields(self)
        var next = focus - 1
        // Into a run from below: to its first.
        while next > 0, fields.indices.contains(next), fields[next].isSameGroup(as: fields[next - 1]) { next -= 1 }
        if next >= 0, fields.indices.contains(next) { focus(next) } else { goBy(-1, atEnd: false) }
    }

    /// The step and field that hold an answer.
    mutating func go(to field: DraftField) {
        for candidate in Steps.all {
            guard let index = candidate.fields(self).firstIndex(where: { $0.draftField == field }) else { continue }
            go(to: candidate.id)
            focus(index)
            return
        }
    }

    /// What F5 mends.
    package var fieldToFix: DraftField? { currentStep.fieldToFix(self) }

    mutating func leave() -> [Effect] {
        if case .running = mirrors.writing { return [] }
        if mustAskBeforeLeaving {
            if shows(StopPushQuestion(leaves: true)) { return stopPush(leaves: true) }
            ask(StopPushQuestion(leaves: true))
            return []
        }
        if shows(LeaveQuestion()) { return draftBeforeLeaving + [.quit(exitCode: 130)] }
        if case .done = mirrors.writing, !isChanged { return [.quit(exitCode: 0)] }
        if push.run?.end?.kind == .complete, !isChanged { return [.quit(exitCode: 0)] }
        guard isChanged else { return [.quit(exitCode: 130)] }
        ask(LeaveQuestion())
        return []
    }
}

extension Field {
    func isSameGroup(as other: Field) -> Bool {
        switch (kind, other.kind) {
        case (.toggle, .toggle), (.item, .item): true
        default: false
        }
    }
}
