import MirrorCore
import Texts

/// One thing that was looked at before an upgrade, or could not be.
package struct ReadyLine: Equatable, Sendable {
    package enum State: String, Equatable, Sendable, CaseIterable { case checked, notChecked, wrong }

    package let topic: ReadyTopic
    package let state: State
    /// Checked and not wrong, and still to be known before the upgrade.
    package var isNotable = false
    /// A few words for it: the list of what was not checked is made of them.
    package let subject: Phrase
    package let text: Phrase
    package var details: [Phrase] = []
    /// What to do, or what would check it.
    package var next: Phrase?
    package var findings: [Finding] = []
    package var fix: ReadyFix?

    /// `✓`, `!` where there is something to know, `?` not checked, `✗`.
    package var mark: Mark {
        switch state {
        case .checked: isNotable ? .doubtful : .good
        case .notChecked: .unknown
        case .wrong: .wrong
        }
    }

    static func checked(
        _ topic: ReadyTopic,
        _ subject: Phrase,
        _ text: Phrase,
        isNotable: Bool = false,
        details: [Phrase] = [],
        next: Phrase? = nil,
        findings: [Finding] = []
    ) -> ReadyLine {
        ReadyLine(
            topic: topic,
            state: .checked,
            isNotable: isNotable,
            subject: subject,
            text: text,
            details: details,
            next: next,
            findings: findings
        )
    }

    static func notChecked(
        _ topic: ReadyTopic,
        _ subject: Phrase,
        _ why: Phrase,
        details: [Phrase] = [],
        next: Phrase
    ) -> ReadyLine {
        ReadyLine(topic: topic, state: .notChecked, subject: subject, text: why, details: details, next: next)
    }

    static func wrong(
        _ topic: ReadyTopic,
        _ subject: Phrase,
        _ text: Phrase,
        details: [Phrase] = [],
        next: Phrase,
        findings: [Finding] = [],
        fix: ReadyFix? = nil
    ) -> ReadyLine {
        ReadyLine(
            topic: topic,
            state: .wrong,
            subject: subject,
            text: text,
            details: details,
            next: next,
            findings: findings,
            fix: fix
        )
    }
}

/// Where a screen can take somebody who wants to put it right.
package enum ReadyFix: Equatable, Sendable {
    /// An answer about the mirror with this endpoint.
    case field(endpoint: String, DraftField)
    /// A package that is to be pushed.
    case push(package: String, target: String)
}

extension Phrase {
    /// Foreign text as it is.
    static func plain(_ text: String) -> Phrase { Phrase("ready.plain", ["text": text]) }

    /// `a, b, c and 4 more`
    static func list(_ phrases: [Phrase], limit: Int = .max) -> Phrase {
        guard let first = phrases.first else { return .plain("") }
        let rest = phrases.dropFirst()
        guard !rest.isEmpty else { return first }
        guard limit > 1 else {
            return Phrase("ready.andMore", ["count": "\(rest.count)"], parts: ["first": first])
        }
        return Phrase("ready.list", parts: ["first": first, "rest": list(Array(rest), limit: limit - 1)])
    }
}
