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

    mutating func go(to id: StepID) {
        leaveField()
        form.offeredHosts = []
        mirrors.hosts = HostChooser()
        leftSteps[track.id] = step
        step = id
        preview.scroll = 0
        preview.isOpen = false
        mirrors.diffView.reset()
        // Steps that show what results come with nothing to type: the first field has the focus.
        focus = 0
        cursor = focusedText.count
    }

    /// From a page of another back to that, where one came from.
    mutating func goUp() {
        guard let parent = currentStep.parent else { return }
        go(to: parent)
        focus(parent == .mirrors ? mirrorIndex : currentStep.fields(self).firstIndex { $0.isPage } ?? 0)
    }

    /// The step of the rail that the page belongs to.
    package var railStep: StepID {
        var id = step
        while let parent = Steps.step(id).parent { id = parent }
        return id
    }

    mutating func goBy(_ offset: Int) {
        if offset < 0, currentStep.parent != nil { return goUp() }
        let steps = track.rail
        let index = (steps.firstIndex { $0.id == railStep } ?? 0) + offset
        guard steps.indices.contains(index) else { return }
        let target = offset > 0 ? steps[index].wayIn(self) : steps[index].id
        if offset > 0, asks(before: .go(target)) { return }
        go(to: target)
    }

    /// The next field; past a run of items at once, past the last field to the next step.
    mutating func goForward() { goForward(passingDetours: false) }

    /// What Enter does: what not everybody wants is passed by.
    mutating func goForwardPassing() { goForward(passingDetours: true) }

    private mutating func goForward(passingDetours: Bool) {
        if let next = nextField(passingDetours: passingDetours) { focus(next) } else { currentStep.finish(&self) }
    }

    private func nextField(passingDetours: Bool) -> Int? {
        let fields = currentStep.fields(self)
        var next = focus + 1
        if fields.indices.contains(focus) {
            while fields.indices.contains(next),
                fields[focus].isSameGroup(as: fields[next]) || passingDetours && fields[next].isDetour
            {
                next += 1
            }
        }
        return next < fields.count ? next : nil
    }

    /// Enter ends the page of one thing among several.
    var isAtEndOfForm: Bool { currentStep.parent != nil && nextField(passingDetours: true) == nil }

    /// Whether there is a field or a step after this one.
    var canGoForward: Bool {
        nextField(passingDetours: false) != nil || currentStep.parent != nil || track.rail.last?.id != step
    }

    var canGoBack: Bool { focus > 0 || currentStep.parent != nil || track.rail.first?.id != step }

    mutating func goBack() {
        let fields = currentStep.fields(self)
        var next = focus - 1
        // Into a run from below: to its first.
        while next > 0, fields.indices.contains(next), fields[next].isSameGroup(as: fields[next - 1]) { next -= 1 }
        if next >= 0, fields.indices.contains(next) { focus(next) } else { goBy(-1) }
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
    fileprivate var isPage: Bool { if case .page = kind { true } else { false } }

    func isSameGroup(as other: Field) -> Bool {
        if case .item = kind { id == other.id } else { false }
    }
}
