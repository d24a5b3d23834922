import MirrorCore
import Secrets
import Texts

/// A session as it can be taken up again: what was typed, where one stood, and the way back. No secrets, and no pasted log,
/// since that may hold some.
package struct Draft: Equatable, Sendable {
    /// The cluster config file that it belongs to, as typed; empty where none was read.
    package var file: String
    /// The cluster's name, for whoever is asked whether to go on.
    package var cluster: String
    /// When it was saved, as the edge spells it.
    package var savedAt = ""
    var now: Moment
    var leftSteps: [TrackID: StepID]
    var past: [Moment]
    var future: [Moment]

    package var answers: Answers { now.typed.answers }
    package var step: StepID { now.step }
}

extension Moment {
    /// As it may be kept.
    fileprivate var kept: Moment {
        var moment = self
        moment.typed.login.password = Secret("")
        moment.typed.pushPassword = Secret("")
        moment.typed.pastedLog = nil
        return moment
    }
}

extension WizardState {
    /// What would be kept now; `nil` where nothing is worth it, or an older draft still waits for a word.
    package var draft: Draft? {
        guard isWorthKeeping, !(overlay?.page is ResumeQuestion) else { return nil }
        let now = moment.kept
        // A change of a secret alone is none any more.
        func changes(_ moments: [Moment]) -> [Moment] {
            var result: [Moment] = []
            var next = now
            for moment in moments.reversed().map(\.kept) where moment.typed != next.typed {
                result.append(moment)
                next = moment
            }
            return result.reversed()
        }
        return Draft(
            file: draftFile,
            cluster: clusterConfig?.cluster?.name ?? "",
            now: now,
            leftSteps: leftSteps,
            past: changes(history.past),
            future: changes(history.future)
        )
    }

    var draftBeforeLeaving: [Effect] { draft.map { [.saveDraft($0)] } ?? [] }

    /// Whether the next session should be able to take this one up. A file that was only named is found again.
    package var isWorthKeeping: Bool {
        if isChanged { return true }
        var typed = typed
        typed.answers.clusterConfigPath = ""
        typed.answers.mirrors = []
        return typed != WizardState(size: size).typed
    }

    /// Saves soon what a change has left, also while typing goes on.
    mutating func scheduleDraft(since before: WizardState) -> [Effect] {
        guard draftRequest == 0, moment != before.moment, isWorthKeeping || isDraftKept else { return [] }
        draftRequest = nextRequest()
        return [.wake(.saveDraft(draftRequest), milliseconds: Self.saveDelay)]
    }

    mutating func saveDraft(_ request: RequestID) -> [Effect] {
        guard draftRequest == request, request != 0 else { return [] }
        draftRequest = 0
        if let draft {
            isDraftKept = true
            return [.saveDraft(draft)]
        }
        return isDraftKept ? discardDraft() : []
    }

    mutating func discardDraft() -> [Effect] {
        draftRequest = 0
        isDraftKept = false
        return [.discardDraft]
    }

    /// Another file has been read: its draft, and whether another session has it, are to be known first.
    mutating func openDraft() -> [Effect] {
        let file: String
        switch mirrors.cluster {
        case .reading: return []
        case .read, .repairable: file = answers.clusterConfigPath
        case .none, .failed: file = ""
        }
        guard file != draftFile else { return [] }
        draftFile = file
        return [.openDraft(file)]
    }

    mutating func draftOpened(_ file: String, _ opened: OpenedDraft) {
        guard file == draftFile else { return }
        if let process = opened.otherProcess {
            ask(SecondSessionNote(file: file, process: process, draft: opened.draft))
        } else {
            offer(opened.draft)
        }
    }

    mutating func offer(_ draft: Draft?) {
        overlay = nil
        // At Home it was taken up already, whatever became of the file meanwhile.
        if let taken = home.taken, let draft, draft.file == taken.file {
            home.taken = nil
            if taken.now.baseline != mirrors.baseline, !taken.file.isEmpty { notice = Phrase("resume.fileChanged") }
            return
        }
        if let draft, draft.now.typed != typed || draft.now.baseline != mirrors.baseline {
            ask(ResumeQuestion(draft: draft))
        }
    }

    mutating func resume(_ draft: Draft) {
        overlay = nil
        let path = answers.clusterConfigPath
        typed = draft.now.typed
        // The same file, spelled as this session was told.
        if draft.file == typed.answers.clusterConfigPath, !draft.file.isEmpty { answers.clusterConfigPath = path }
        mirrors.baseline = draft.now.baseline
        mirrors.opensFile = false
        leftSteps = draft.leftSteps
        history = History(past: draft.past, future: draft.future)
        mirrorIndex = draft.now.mirrorIndex
        if clusterConfig != nil { adoptMirrors() }
        step = draft.now.step
        // Fields that come with the file or the nodes are not there yet.
        focus = draft.now.focus
        cursor = draft.now.cursor
        isDraftKept = true
    }
}

/// What was found where a draft is kept.
package struct OpenedDraft: Equatable, Sendable {
    package var draft: Draft?
    /// The process of a session that has the same file open.
    package var otherProcess: Int?

    package init(draft: Draft? = nil, otherProcess: Int? = nil) {
        self.draft = draft
        self.otherProcess = otherProcess
    }
}
