import Diagnosis

/// What is wanted although the probe found an error.
package enum Override: Equatable, Sendable {
    case go(StepID)
    case write
}

/// Errors that were on the screen with their consequence, and answers they belong to.
package struct ConfirmedErrors: Equatable, Sendable {
    let plan: ProbePlan
    let codes: [String]
}

/// Past the probe with an error only after a question that names the consequence; once for the same errors.
extension WizardState {
    /// The errors of the current mirror, as answered now.
    package var probeErrors: [Finding] { findings.filter { $0.severity == .error } }

    private var wantedConfirmation: ConfirmedErrors? {
        let codes = probeErrors.map(\.code)
        guard !codes.isEmpty, let plan = mirrors.probe.plan, mirrors.probe.current?.isFinished == true else {
            return nil
        }
        return ConfirmedErrors(plan: plan, codes: codes)
    }

    /// - Returns: whether the operator has to be asked first; the question is then on the screen.
    mutating func asks(before wish: Override) -> Bool {
        guard let wanted = wantedConfirmation, wanted != mirrors.confirmedErrors else { return false }
        if case .go(let id) = wish,
            Steps.step(id).isAboutOneMirror || !currentStep.asksWhenLeft && !Steps.step(id).asksWhenEntered
        {
            return false
        }
        ask(OverrideQuestion(wish: wish))
        return true
    }

    mutating func goOnOverriding(_ wish: Override) -> [Effect] {
        mirrors.confirmedErrors = wantedConfirmation
        overlay = nil
        switch wish {
        case .go(let id):
            go(to: id)
            return []
        case .write: return WriteStep().startWriting(&self)
        }
    }
}
