import MirrorCore
import Texts

/// All mirrors with what is known of each: the page that one comes back to.
struct MirrorsStep: WizardStep {
    let id = StepID.mirrors
    let usesFullWidth = true

    /// Without a mirror the form is what is wanted.
    func wayIn(_ state: WizardState) -> StepID { state.answers.mirrors.isEmpty ? .mirror : id }

    func fields(_ state: WizardState) -> [Field] {
        let items = state.answers.mirrors.indices.map { index in
            Field(.mirror, .item(label: "", isCurrent: index == state.mirrorIndex))
        }
        return items + [Field(.addMirror, .button)] + (items.isEmpty ? [] : [Field(.goToReview, .button)])
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        [
            scroll,
            KeyBinding(.removeMirror, hint: "remove", help: .mirrors, when: isOnMirror) { state in
                state.removeMirror(at: state.focus)
                return []
            },
            KeyBinding(
                "⇧↑⇧↓",
                [.shiftUp, .shiftDown, .alt("u"), .alt("d")],
                hint: "move",
                help: .mirrors,
                when: canMove
            ) {
                state,
                key in
                let offset = key == .shiftUp || key == .alt("u") ? -1 : 1
                state.moveMirror(at: state.focus, by: offset)
                return []
            },
            KeyBinding(.addMirror, hint: "add", help: .mirrors) { state in
                state.addMirror()
                return []
            },
        ]
    }

    /// Through the verdict.
    private var scroll: KeyBinding {
        @Sendable func room(_ state: WizardState) -> (last: Int, room: Int) {
            let texts = Catalogue.named(state.language) ?? .english
            return MirrorsView(state: state, texts: texts).scroll(state.listSize)
        }
        return .scrolling(room)
    }

    private func isOnMirror(_ state: WizardState) -> Bool { state.answers.mirrors.indices.contains(state.focus) }

    private func canMove(_ state: WizardState) -> Bool { isOnMirror(state) && state.answers.mirrors.count > 1 }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        switch field.id {
        case .mirror:
            return FieldAction("open") { state in
                state.mirrorIndex = state.focus
                state.go(to: .mirror)
                return []
            }
        case .addMirror:
            return FieldAction("add") { state in
                state.addMirror()
                return []
            }
        default:
            return FieldAction("review") { state in
                if !state.asks(before: .go(.review)) { state.go(to: .review) }
                return []
            }
        }
    }

    /// The mirror in focus; on a button, the first that has something wrong.
    static func mirrorToFix(_ state: WizardState, _ verdicts: [MirrorVerdict]) -> Int? {
        verdicts.indices.contains(state.focus) ? state.focus : verdicts.firstIndex(where: \.isWrong)
    }

    /// The first answer to mend of that mirror.
    func fieldToFix(_ state: WizardState) -> DraftField? {
        let verdicts = state.verdicts
        guard let index = Self.mirrorToFix(state, verdicts) else { return nil }
        switch verdicts[index] {
        case .unusable(let issue): return issue.field
        case .uncheckedCA: return .caCertPath
        case .found(let finding): return finding.field
        case .awaited, .good: return nil
        }
    }

    func fix(_ state: inout WizardState) {
        guard let field = fieldToFix(state), let index = Self.mirrorToFix(state, state.verdicts) else { return }
        state.mirrorIndex = index
        if !state.mend() { state.go(to: field) }
    }

    func turnView(_ state: inout WizardState) { state.go(to: .review) }

    func status(_ state: WizardState) -> StepStatus {
        let verdicts = state.verdicts
        if verdicts.contains(where: \.isWrong) { return .wrong }
        if verdicts.isEmpty { return .pending }
        if verdicts.contains(where: \.isDoubtful) { return .doubtful }
        return verdicts.allSatisfy { $0 == .good } ? .done : .pending
    }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        MirrorsView(state: state, texts: texts).body(width: width, height: height)
    }
}

extension WizardState {
    /// Another mirror, which becomes one of the list with the first letter.
    mutating func addMirror() {
        mirrorIndex = answers.mirrors.count
        go(to: .mirror)
    }

    mutating func removeMirror(at index: Int) {
        guard answers.mirrors.indices.contains(index) else { return }
        answers.mirrors.remove(at: index)
        mirrorIndex = max(0, min(mirrorIndex, answers.mirrors.count - 1))
        focus(min(index, max(0, answers.mirrors.count - 1)))
    }

    mutating func moveMirror(at index: Int, by offset: Int) {
        let target = index + offset
        guard answers.mirrors.indices.contains(index), answers.mirrors.indices.contains(target) else { return }
        answers.mirrors.swapAt(index, target)
        if mirrorIndex == index {
            mirrorIndex = target
        } else if mirrorIndex == target {
            mirrorIndex = index
        }
        focus(target)
    }

    /// Back among the mirrors after one of them: to the next, or to going on.
    mutating func goToNextMirror() {
        let next = mirrorIndex + 1
        go(to: .mirrors)
        focus(next < answers.mirrors.count ? next : currentStep.fields(self).count - 1)
    }
}
