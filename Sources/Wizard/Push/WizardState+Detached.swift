import MirrorCore
import Texts

/// A push that runs without a terminal.
package struct DetachedWork: Equatable, Sendable {
    package let number: Int
    package let source: String
    package let endpoint: MirrorEndpoint
    package let percent: Int

    package init(number: Int, source: String, endpoint: MirrorEndpoint, percent: Int) {
        self.number = number
        self.source = source
        self.endpoint = endpoint
        self.percent = percent
    }
}

extension ShellCommand {
    /// Looks at a push that runs without a terminal.
    package static func attach(_ number: Int) -> ShellCommand {
        ShellCommand(["mirrorctl", "push", "attach", "\(number)"])
    }
}

/// What became of a push that was to go on without the wizard.
package enum Detaching: Equatable, Sendable {
    case running(number: Int)
    /// It ended before it could be handed over.
    case over
    /// As the other process said it.
    case failed(String)
}

/// Pushes that go on without the wizard.
extension WizardState {
    /// A push runs that may go on by itself.
    var canLeavePush: Bool {
        push.running.map { $0.order.work == .push && $0.phase == .running } == true && push.handingOver == nil
    }

    mutating func lookForDetached() -> [Effect] { [.findDetachedPushes] }

    /// Looks at it as at one of the session's own.
    mutating func follow(_ work: DetachedWork) -> [Effect] {
        guard push.running == nil else { return [] }
        let request = nextRequest()
        let order = PushOrder(.push, source: work.source, endpoint: work.endpoint)
        push.run = PushRunState(request: request, order: order, detached: work.number)
        push.tab = .now
        push.row = 0
        return [.followPush(request, number: work.number), .wake(.spinPush, milliseconds: Self.spinInterval)]
    }

    /// Lets a push of this session go on in a process of its own, or one that is looked at alone.
    mutating func leavePushRunning(leaves: Bool) -> [Effect] {
        overlay = nil
        guard let running = push.running, running.order.work == .push else { return [] }
        if let number = running.detached {
            push.run = nil
            notice = Phrase("pushView.goesOn", ["number": "\(number)"])
            return [.unfollowPush] + lookForDetached() + (leaves ? draftBeforeLeaving + [.quit(exitCode: 0)] : [])
        }
        guard push.handingOver == nil, running.phase == .running else { return [] }
        push.handingOver = running.request
        push.leavesAtEnd = leaves
        return [.detachPush(running.request, running.order)]
    }

    mutating func pushDetached(_ request: RequestID, _ outcome: Detaching) -> [Effect] {
        guard push.handingOver == request else { return [] }
        push.handingOver = nil
        switch outcome {
        case .over: return push.leavesAtEnd ? draftBeforeLeaving + [.quit(exitCode: 0)] : []
        case .failed(let words):
            push.leavesAtEnd = false
            let problem = Phrase("pushView.notDetached", ["words": words])
            return pushEnded(request, PushEnd(.refused(problem, fix: Phrase("push.again"))))
        case .running(let number):
            guard let order = push.run?.order else { return [] }
            notice = Phrase("pushView.goesOn", ["number": "\(number)"])
            push.run = nil
            if push.leavesAtEnd { return discardDraft() + [.quit(exitCode: 0)] }
            let work = DetachedWork(number: number, source: order.source, endpoint: order.endpoint, percent: 0)
            return (isChanged ? [] : discardDraft()) + follow(work)
        }
    }
}
