import MirrorCore

/// The wizard's one transition: what happened changes the state and asks the edge for work.
package func reduce(_ state: inout WizardState, _ event: Event) -> [Effect] {
    let before = state
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = reduceKey(&state, key)
    case .resized(let size):
        state.size = size
        // There it stands beside the form.
        if state.isWide { state.preview.isOpen = false }
    case .interrupted: effects = state.leave()
    case .timer(let timer): effects = reduceTimer(&state, timer)
    case .clusterConfigRead(let request, let reading): state.clusterConfigRead(request, reading)
    case .clusterFilesFound(let request, let found): state.clusterFilesFound(request, found)
    case .pathsCompleted(let request, let candidates): state.pathsCompleted(request, candidates)
    case .edited(let request, let outcome):
        if state.mirrors.change.request == request {
            state.mirrors.change.outcome = outcome
            state.mirrors.diffView.reset()
            state.mirrors.change.shown = request
        }
    case .probeProgressed(let request, let report):
        if state.mirrors.probe.running == request { state.mirrors.probe.store(report) }
    case .probeFinished(let request, let report):
        if state.mirrors.probe.running == request {
            state.mirrors.probe.running = nil
            state.mirrors.probe.store(report)
        }
    case .otherProbed(let request, let report): state.otherProbed(request, report)
    case .othersProbed(let request): effects = state.othersProbed(request)
    case .bundleWritten(let request, let path, let problem): effects = state.bundleWritten(request, path, problem)
    case .adopted(let request, let outcome): state.adopted(request, outcome)
    case .jobEnded(let request, let outcome): effects = state.jobEnded(request, outcome)
    case .repaired(let request, let outcome): effects = state.repaired(request, outcome)
    case .loginWritten(let request, let problem): effects = state.loginWritten(request, problem)
    case .exported(let request, let outcome): state.exported(request, outcome)
    case .written(let request, let outcome): effects = state.written(request, outcome)
    case .nodeInspected(let request, let place, let node): state.nodeInspected(request, place, node)
    case .nodesInspected(let request): state.nodesInspected(request)
    case .pullExplained(let request, let outcome): state.pullExplained(request, outcome)
    case .pullAnswered(let request, let index, let answer): state.pullAnswered(request, index, answer)
    case .packageChecked(let request, let check): state.packageChecked(request, check)
    case .packageRead(let request, let reading): state.packageRead(request, reading)
    case .packageListed(let request, let listing): state.packageListed(request, listing)
    case .pushProgressed(let request, let progress): state.pushProgressed(request, progress)
    case .pushEnded(let request, let end): effects = state.pushEnded(request, end)
    case .pushDetached(let request, let outcome): effects = state.pushDetached(request, outcome)
    case .detachedPushesFound(let found): state.push.detached = found
    case .editorClosed(let problem): effects = state.editorClosed(problem)
    case .fileCompared(let path, let change): state.fileCompared(path, change)
    case .pullFinished(let request, let end): state.pullFinished(request, end)
    case .logTraced(let request, let outcome): state.logTraced(request, outcome)
    case .draftOpened(let file, let opened): state.draftOpened(file, opened)
    case .readyProgressed(let request, let progress): state.readyProgressed(request, progress)
    case .readyEnded(let request, let end): state.readyEnded(request, end)
    }
    return effects + state.followUps(since: before, event)
}

/// A change that no key alone makes, with all that follows from it.
package func change(_ state: inout WizardState, _ body: (inout WizardState) -> [Effect]) -> [Effect] {
    let before = state
    return body(&state) + state.followUps(since: before, .key(.enter))
}

extension WizardState {
    fileprivate mutating func followUps(since before: WizardState, _ event: Event) -> [Effect] {
        // Who types or moves sees where, however far the page was scrolled before.
        if preview.scroll > 0, focus != before.focus || typed != before.typed { preview.scroll = 0 }
        checked.check(answers.mirrors, at: place)
        remember(before, event)
        return followUps(since: before)
    }
}

/// The first effects of a session.
///
/// - Parameters:
///   - opened: the draft of the session's file, asked about before anything else.
///   - atHome: nothing was named to begin with.
package func start(_ state: inout WizardState, opened: OpenedDraft = OpenedDraft(), atHome: Bool = false) -> [Effect] {
    var before = state
    before.answers = Answers()
    state.draftFile = state.answers.clusterConfigPath
    state.draftOpened(state.draftFile, opened)
    if !state.answers.clusterConfigPath.isEmpty {
        state.mirrors.opensFile = true
        state.step = .mirrors
    } else if atHome {
        state.step = .home
    } else if !state.answers.mirrors.isEmpty {
        state.step = .mirrors
    }
    state.cursor = state.focusedText.count
    state.checked.check(state.answers.mirrors, at: state.place)
    return state.followUps(since: before)
}

private func reduceTimer(_ state: inout WizardState, _ timer: Timer) -> [Effect] {
    switch timer {
    case .readClusterConfig(let request):
        guard case .reading(request) = state.mirrors.cluster else { return [] }
        return [.readClusterConfig(request, path: state.answers.clusterConfigPath)]
    case .probe(let request):
        guard state.mirrors.probe.scheduled == request, let plan = state.mirrors.probe.plan else { return [] }
        state.mirrors.probe.scheduled = nil
        return state.startProbe(plan)
    case .saveDraft(let request):
        return state.saveDraft(request)
    case .checkPackage(let request):
        guard case .checking(request) = state.push.file else { return [] }
        return [.checkPackage(request, path: state.answers.push.source.trimmingBlanks)]
    case .spinPush:
        guard state.push.isBusy else { return [] }
        state.push.frame += 1
        return [.wake(.spinPush, milliseconds: WizardState.spinInterval)]
    case .explainPull(let request):
        guard state.trouble.request == request, let question = state.trouble.asked else { return [] }
        return [.explainPull(request, question)]
    case .traceLog(let request):
        guard state.trouble.log.request == request, let question = state.trouble.log.asked else { return [] }
        return [.traceLog(request, question)]
    case .spinUpgrade:
        guard state.upgrade.running != nil else { return [] }
        state.upgrade.frame += 1
        return [.wake(.spinUpgrade, milliseconds: WizardState.spinInterval)]
    case .spinTrouble:
        guard state.trouble.gathering != nil || state.trouble.asking != nil else { return [] }
        state.trouble.frame += 1
        return [.wake(.spinTrouble, milliseconds: WizardState.spinInterval)]
    case .spin:
        guard state.mirrors.probe.running != nil || state.mirrors.probe.others != nil else { return [] }
        state.mirrors.probe.frame += 1
        return [.wake(.spin, milliseconds: WizardState.spinInterval)]
    }
}
