import Diagnosis
import MirrorCore

/// What is wanted although the probe found an error.
package enum Override: Equatable, Sendable {
    case go(StepID)
    case write
}

/// An error that the probe found of one of the mirrors.
package struct MirrorError: Equatable, Sendable {
    /// Index in the list.
    package let mirror: Int
    package let finding: Finding
}

/// Errors that were on the screen with their consequence, and answers they belong to.
package struct ConfirmedErrors: Equatable, Sendable {
    let plan: ProbePlan
    let codes: [String]
}

/// Past the mirrors with an error only after a question that names the consequence; once for the same errors.
extension WizardState {
    /// The errors of all mirrors, as answered now, in their order.
    package var probeErrors: [MirrorError] {
        answers.mirrors.indices.flatMap { index in
            let found = report(of: index).map { findings(of: $0, answers.mirrors[index]) } ?? []
            return found.filter { $0.severity == .error }.map { MirrorError(mirror: index, finding: $0) }
        }
    }

    private var wantedConfirmation: [ConfirmedErrors] {
        let errors = probeErrors
        return answers.mirrors.indices.compactMap { index in
            let codes = errors.filter { $0.mirror == index }.map(\.finding.code)
            guard !codes.isEmpty, let plan = plan(of: answers.mirrors[index]) else { return nil }
            return ConfirmedErrors(plan: plan, codes: codes)
        }
    }

    /// - Returns: whether the operator has to be asked first; the question is then on the screen.
    mutating func asks(before wish: Override) -> Bool {
        if case .go(let id) = wish, !Steps.step(id).asksWhenEntered { return false }
        let wanted = wantedConfirmation
        guard !wanted.isEmpty, wanted != mirrors.confirmedErrors else { return false }
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

    /// F5: to the answer that the first of the errors is about.
    mutating func fixFirstError() {
        overlay = nil
        guard let error = probeErrors.first(where: { $0.finding.field != nil }), let field = error.finding.field else {
            return
        }
        mirrorIndex = error.mirror
        go(to: field)
    }
}
