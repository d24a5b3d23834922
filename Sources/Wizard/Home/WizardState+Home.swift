import MirrorCore

/// What is begun from Home.
extension WizardState {
    /// Looks for cluster config files, each time Home is opened: what was written since is to be seen.
    mutating func lookForClusterFiles() -> [Effect] {
        let request = nextRequest()
        home.request = request
        return [.findClusterFiles(request)]
    }

    mutating func clusterFilesFound(_ request: RequestID, _ found: FoundClusterFiles) {
        guard home.request == request else { return }
        home.request = nil
        // The line in focus stays the one that it was, whatever comes above it.
        let focused = step == .home ? HomeStep.row(self) : nil
        home.found = found
        if let focused { focus = HomeStep.rows(self).firstIndex(of: focused) ?? 0 }
    }

    mutating func begin(_ job: HomeJob) {
        switch job {
        case .mirrors:
            let isKnown = !answers.mirrors.isEmpty || clusterConfig != nil
            go(to: !isKnown ? .cluster : answers.mirrors.isEmpty ? .mirror : .mirrors)
        case .why: turn(to: .trouble)
        case .upgrade: turn(to: .upgrade)
        case .push: turn(to: .push)
        }
    }

    /// Makes it the session's file. Mirrors that were typed for another one are not carried into it: they are kept as a
    /// draft, and ^Z brings them back.
    mutating func open(_ file: FoundClusterFile) -> [Effect] {
        let isLeft = answers.clusterConfigPath != file.path
        let left: [Effect] = isLeft ? draft.map { [.keepDraft($0)] } ?? [] : []
        if answers.clusterConfigPath != file.path {
            answers.clusterConfigPath = file.path
            answers.place = nil
            answers.mirrors = []
            mirrors.baseline = []
            mirrorIndex = 0
            mirrors.opensFile = true
        }
        go(to: mirrors.opensFile || !answers.mirrors.isEmpty ? .mirrors : .mirror)
        return left
    }

    mutating func takeUp(_ draft: Draft) {
        home.unfinished.removeAll { $0 == draft }
        home.taken = draft
        // It has a file of its own, which is read anew.
        mirrors.cluster = .none
        answers.clusterConfigPath = draft.file
        resume(draft)
        guard step == .home else { return }
        let answers = draft.answers
        if !answers.mirrors.isEmpty { return go(to: .mirrors) }
        go(to: answers.push != PushAnswers() ? .pushPackage : answers.upgrade != UpgradeAnswers() ? .upgrade : .cluster)
    }
}
