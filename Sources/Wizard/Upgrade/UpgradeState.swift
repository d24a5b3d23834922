import Diagnosis
import Texts

/// How a look before an upgrade ended.
package enum ReadyEnd: Equatable, Sendable {
    case verdict(ReadyVerdict)
    case refused(Phrase, fix: Phrase?)
    case stopped
}

/// The last look before an upgrade, or the one that is under way.
package struct UpgradeState: Equatable, Sendable {
    package var running: RequestID?
    /// What the last look was about.
    package var asked: ReadyQuestion?
    package var progress: ReadyProgress?
    package var end: ReadyEnd?
    package var scroll = 0
    package var frame = 0

    package init() {}

    package var verdict: ReadyVerdict? { if case .verdict(let verdict) = end { verdict } else { nil } }

    /// What is known by now.
    package var lines: [ReadyLine] { verdict?.lines ?? progress?.lines ?? [] }
}

extension WizardState {
    mutating func startReady() -> [Effect] {
        guard let question = readyQuestion else { return [] }
        let cancel: [Effect] = upgrade.running == nil ? [] : [.cancelReady]
        let request = nextRequest()
        upgrade = UpgradeState()
        upgrade.running = request
        upgrade.asked = question
        return cancel + [.lookReady(request, question), .wake(.spinUpgrade, milliseconds: Self.spinInterval)]
    }

    mutating func stopReady() -> [Effect] {
        guard upgrade.running != nil else { return [] }
        upgrade.running = nil
        upgrade.end = .stopped
        return [.cancelReady]
    }

    mutating func readyProgressed(_ request: RequestID, _ progress: ReadyProgress) {
        if upgrade.running == request { upgrade.progress = progress }
    }

    mutating func readyEnded(_ request: RequestID, _ end: ReadyEnd) {
        guard upgrade.running == request else { return }
        upgrade.running = nil
        upgrade.end = end
        upgrade.scroll = 0
    }

    /// What F5 goes to: the first wrong line that a screen has an answer for.
    package var readyFix: ReadyFix? { upgrade.verdict?.wrong.lazy.compactMap(\.fix).first }

    /// Nothing can be looked at yet.
    var missesAnswer: Bool { upgrade.running == nil && readyQuestion == nil }

    /// The first answer that is missing or wrong.
    mutating func goToMissingAnswer() {
        let empty: FieldID? =
            answers.upgrade.target.trimmingBlanks.isEmpty
            ? .upgradeTarget : answers.clusterConfigPath.trimmingBlanks.isEmpty ? .upgradeConfig : nil
        let wanted = empty ?? upgradeIssues.first?.field
        go(to: .upgrade)
        if let index = currentStep.fields(self).firstIndex(where: { $0.id == wanted }) { focus(index) }
    }

    mutating func goToReadyFix() {
        if missesAnswer { return goToMissingAnswer() }
        switch readyFix {
        case .field(let endpoint, let field):
            if let index = answers.mirrors.firstIndex(where: { $0.url == endpoint }) { mirrorIndex = index }
            go(to: field)
        case .push(let package, let target):
            answers.push.source = package
            if pushRegistry.trimmingBlanks != target { answers.push.registry = target }
            go(to: .pushPackage)
        case nil: break
        }
    }

    var canScrollReady: Bool { !upgrade.lines.isEmpty && readyScrolling.last > 0 }

    private var readyScrolling: (last: Int, page: Int) {
        // How much there is to scroll depends on how long the sentences are.
        ReadyView(state: self, texts: Catalogue.named(language) ?? .english).scrolling
    }

    mutating func scrollReady(_ key: Key) {
        let (last, page) = readyScrolling
        let at = min(upgrade.scroll, last)
        switch key {
        case .up: upgrade.scroll = max(0, at - 1)
        case .down: upgrade.scroll = min(at + 1, last)
        case .pageUp: upgrade.scroll = max(0, at - page)
        case .pageDown: upgrade.scroll = min(at + page, last)
        case .home: upgrade.scroll = 0
        case .end: upgrade.scroll = last
        default: break
        }
    }
}
