import Diagnosis
import MirrorCore
import Texts

/// ^Y: the thing under the cursor into the terminal's clipboard.
extension WizardState {
    /// Bytes; what xterm takes as OSC 52 is 100,000 characters of base64.
    static let copyLimit = 74_000

    mutating func copy() -> [Effect] {
        if case .secret = currentField?.kind {
            notice = Phrase("copy.secret")
            return []
        }
        guard let text = copied.map({ URLLogin.masked($0) }), !text.isEmpty else {
            notice = Phrase("copy.nothing")
            return []
        }
        guard text.utf8.count <= Self.copyLimit else {
            notice = Phrase("copy.tooLong", ["limit": "\(Self.copyLimit)"])
            return []
        }
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        notice = Phrase("copy.sent", ["text": printable(line)])
        return [.copy(text)]
    }

    /// What it would be, however long it is; never a secret.
    var whole: String? {
        if case .secret = currentField?.kind { return nil }
        return copied.map { URLLogin.masked($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The finding, the diff or the command that the page is about; in a field what is typed there.
    private var copied: String? {
        if !focusedText.isEmpty { return focusedText }
        switch step {
        case .mirrors:
            guard answers.mirrors.indices.contains(focus) else { return nil }
            switch verdicts[focus] {
            case .found(let finding): return text(finding)
            case .unusable(let issue): return text(issue)
            case .awaited, .uncheckedCA, .good: return answers.mirrors[focus].url
            }
        case .review: return diffText
        case .write: return WriteStep.commands(self).map(\.description).joined(separator: "\n")
        case .pushTarget, .pushLook, .push:
            return (pushOrder(step == .pushLook ? .dryRun : .push) ?? push.run?.order)?.command.description
        case .nodes, .pull: return troubleFindings.first.map(text)
        default: return issuesOfCurrentMirror.first.map(text) ?? findings.first.map(text)
        }
    }

    private var troubleFindings: [Finding] {
        guard case .explained(let pull) = trouble.outcome else { return [] }
        return (trouble.live?.findings ?? []) + pull.allFindings
    }

    private var diffText: String? {
        guard case .change(let preview) = mirrors.change.outcome else { return nil }
        return preview.diff.map(\.patchLine).joined(separator: "\n")
    }

    private var texts: Catalogue { Catalogue.named(language) ?? .english }

    private func text(_ issue: ValidationIssue) -> String { texts(issue.problem) + "\n" + texts(issue.fix) }

    private func text(_ finding: Finding) -> String {
        ([texts(finding.title) + "  " + finding.code] + finding.evidence.map(printable)
            + [texts(finding.cause), "\(Mark.remedy) " + texts(finding.nextStep)]).joined(separator: "\n")
    }
}

extension DiffLine {
    fileprivate var patchLine: String {
        switch kind {
        case .added: "+" + text
        case .removed: "-" + text
        case .context: " " + text
        default: text
        }
    }
}
