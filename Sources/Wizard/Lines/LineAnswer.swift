import Diagnosis
import MirrorCore
import Texts

/// What a line comes to.
package struct LineReply: Equatable, Sendable {
    package var effects: [Effect] = []
    /// What is said of it before the next question.
    package var said: [String] = []
    /// Once all of that is done, the answer is looked at: `goOn`.
    package var isAnswer = false
    /// The session ends, and nothing is written.
    package var quits = false
}

/// A line typed at the question, through the same transitions as a key.
extension WizardState {
    package mutating func take(_ line: String, _ texts: Catalogue) -> LineReply {
        // A password may look like anything.
        if overlay == nil, case .secret(let binding) = currentField?.kind { return enter(line, into: binding) }
        switch LineWord.read(line) {
        case .unknown(let word): return LineReply(said: [texts("lines.unknown", ["word": printable(word)])])
        case .word(let word): return take(word, texts)
        case .answer(let text): return answer(text, texts)
        }
    }

    private mutating func answer(_ line: String, _ texts: Catalogue) -> LineReply {
        let text = line.trimmingBlanks
        if overlay != nil { return choose(text, texts) }
        switch step {
        case .mirrors: return listed(text, texts)
        case .review, .write: return write(text, texts)
        default: break
        }
        guard let field = currentField else { return LineReply() }
        switch field.kind {
        case .text(let binding), .path(let binding), .secret(let binding):
            return text.isEmpty ? LineReply(isAnswer: true) : enter(line, into: binding)
        case .page:
            return text.isEmpty ? LineReply(isAnswer: true) : setHosts(text)
        case .choice(let choice):
            if text.isEmpty { return LineReply(isAnswer: true) }
            guard let number = Int(text), choice.options.indices.contains(number - 1) else {
                return LineReply(said: [texts("lines.number", ["last": "\(choice.options.count)"])])
            }
            let effects = change(&self) { state in
                choice.select(&state, number - 1)
                return []
            }
            return LineReply(effects: effects, isAnswer: true)
        case .button, .item: return press(field, isWanted: Self.yes.contains(text.lowercased()), texts)
        }
    }

    private static let yes = ["yes", "y", "はい"]
    private static let no = ["no", "n", "いいえ"]

    /// As whoever clears the field and pastes would.
    private mutating func enter(_ text: String, into binding: Field.TextBinding) -> LineReply {
        var effects = reduce(&self, .key(.end)) + reduce(&self, .key(.control("u")))
        if !text.isEmpty { effects += reduce(&self, .key(.paste(text))) }
        return LineReply(effects: effects, isAnswer: true)
    }

    private mutating func setHosts(_ text: String) -> LineReply {
        var hosts: [String] = []
        for host in text.split(whereSeparator: { " ,".contains($0) }).map(String.init)
        where !hosts.contains(host) && host != RegistryHost.alwaysMirrored.name { hosts.append(host) }
        let effects = change(&self) { state in
            state.mirror.hosts = hosts
            return []
        }
        return LineReply(effects: effects, isAnswer: true)
    }

    private mutating func press(_ field: Field, isWanted: Bool, _ texts: Catalogue) -> LineReply {
        guard let action = currentStep.action(of: field, self), isWanted else { return LineReply(isAnswer: true) }
        guard action.isReady else { return LineReply(said: [texts("login.missing")], isAnswer: true) }
        return LineReply(
            effects: change(&self, action.run),
            isAnswer: field.id != .makeLogin && field.id != .repairFile
        )
    }

    private mutating func choose(_ text: String, _ texts: Catalogue) -> LineReply {
        let choices = overlayChoices(texts)
        let typed = text.lowercased()
        let word = Self.yes.contains(typed) ? "yes" : Self.no.contains(typed) ? "no" : typed
        guard let choice = choices.first(where: { $0.word == word }) else {
            let words = choices.map(\.word).joined(separator: ", ")
            return LineReply(said: [texts("lines.words", ["words": words])])
        }
        return LineReply(effects: reduce(&self, .key(choice.key)))
    }

    /// `add`, `remove 2`, `up 2`, a number, or nothing to go on.
    private mutating func listed(_ text: String, _ texts: Catalogue) -> LineReply {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let index = words.last.flatMap { Int($0) }.map { $0 - 1 }
        let isThere = index.map(answers.mirrors.indices.contains) ?? false
        switch (words.first, words.count) {
        case (nil, _): return goToReview(texts)
        case ("add", 1):
            return LineReply(
                effects: change(&self) { state in
                    state.addMirror()
                    return []
                }
            )
        case ("remove", 2) where isThere, ("up", 2) where isThere && index != 0:
            let at = index ?? 0
            return LineReply(
                effects: change(&self) { state in
                    words[0] == "remove" ? state.removeMirror(at: at) : state.moveMirror(at: at, by: -1)
                    return []
                }
            )
        case (_, 1) where isThere:
            return LineReply(
                effects: change(&self) { state in
                    state.mirrorIndex = index ?? 0
                    state.go(to: StepID.mirror)
                    return []
                }
            )
        default: return LineReply(said: [texts("lines.listWords")])
        }
    }

    /// Past the list only with answers that can be written.
    private mutating func goToReview(_ texts: Catalogue) -> LineReply {
        let issues = validated.issues
        if !issues.isEmpty {
            return LineReply(
                said: issues.flatMap { issue in
                    [
                        "\(Mark.wrong) \(issue.mirror + 1)  \(texts(issue.problem))",
                        "  \(Mark.remedy) \(texts(issue.fix))",
                    ]
                }
            )
        }
        if case .refused(let phrase) = mirrors.change.outcome {
            return LineReply(said: ["\(Mark.wrong) " + texts(phrase)])
        }
        if case .failed(let phrase, let fix) = mirrors.cluster {
            let remedy = fix.map { ["  \(Mark.remedy) \(texts($0))"] } ?? []
            return LineReply(said: ["\(Mark.wrong) " + texts(phrase)] + remedy)
        }
        if answers.clusterConfigPath.isEmpty, answers.mirrors.isEmpty {
            return LineReply(said: [texts("mirrors.none")])
        }
        return LineReply(
            effects: change(&self) { state in
                if !state.asks(before: .go(.review)) { state.go(to: StepID.review) }
                return []
            }
        )
    }

    private mutating func write(_ text: String, _ texts: Catalogue) -> LineReply {
        guard case .change(let preview) = mirrors.change.outcome else { return LineReply() }
        switch text.lowercased() {
        case let word where Self.yes.contains(word):
            if preview.isRefused { return LineReply(said: [texts("command.refused")]) }
            let effects = change(&self) { state in
                state.go(to: StepID.write)
                return state.asks(before: .write) ? [] : WriteStep().startWriting(&state)
            }
            return LineReply(effects: effects)
        case "plan" where !preview.isNew:
            guard let edit = mirrors.change.request, !preview.isRefused else { return LineReply() }
            return LineReply(effects: change(&self) { $0.start(.plan(edit: edit)) })
        case let word where Self.no.contains(word):
            return LineReply(
                effects: change(&self) { state in
                    state.go(to: StepID.mirrors)
                    return []
                }
            )
        default: return LineReply(said: [texts("lines.yesOrNo")])
        }
    }

    /// Writes what was computed: for a session that asks nothing.
    package mutating func writeShown() -> [Effect] {
        change(&self) { state in
            state.go(to: StepID.write)
            return WriteStep().startWriting(&state)
        }
    }
}
