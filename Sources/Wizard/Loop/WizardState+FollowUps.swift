import MirrorCore

/// What a change of the answers sets in motion: reading, previewing, probing, saving. Each waits for a pause in typing.
extension WizardState {
    static let readDelay = 150
    static let probeDelay = 400
    static let saveDelay = 1000
    static let spinInterval = 120

    mutating func followUps(since before: WizardState) -> [Effect] {
        var effects: [Effect] = []
        if answers.clusterConfigPath != before.answers.clusterConfigPath {
            repairNote = nil
            effects += readClusterConfig()
        }
        effects += askForChange()
        effects += planProbe()
        if step != before.step, currentStep.probesAllMirrors { effects += probeOthers(anew: false) }
        if clusterConfig != before.clusterConfig { adoptNodes() }
        effects += askForPull()
        effects += askForLog()
        if answers.push.source != before.answers.push.source { effects += checkPackage() }
        if answers != before.answers, isWorthKeeping {
            draftRequest = nextRequest()
            effects.append(.wake(.saveDraft(draftRequest), milliseconds: Self.saveDelay))
        }
        return effects
    }

    private mutating func readClusterConfig() -> [Effect] {
        guard !answers.clusterConfigPath.isEmpty else {
            cluster = .none
            return []
        }
        let request = nextRequest()
        cluster = .reading(request)
        return [.wake(.readClusterConfig(request), milliseconds: Self.readDelay)]
    }

    mutating func clusterConfigRead(_ request: RequestID, _ reading: ClusterReading) {
        guard case .reading(request) = cluster else { return }
        switch reading {
        case .failed(let phrase):
            cluster = .failed(phrase)
            // The first step says why, and has the path to correct.
            if opensFile, step == .review { go(to: .cluster) }
        case .repairable(let phrase, let preview):
            cluster = .repairable(phrase, preview)
            // The first step shows the repair.
            if opensFile, step == .review { go(to: .cluster) }
        case .read(let config):
            cluster = .read(config)
            adoptMirrors()
        }
        opensFile = false
    }

    /// Takes over the file's mirrors, unless the operator has typed something else.
    mutating func adoptMirrors() {
        let inFile = clusterConfig?.registryMirrors(at: place) ?? []
        if answers.mirrors == baseline {
            answers.mirrors = inFile
            mirrorIndex = 0
        }
        baseline = inFile
        cursor = min(cursor, focusedText.count)
    }

    /// What the answers amount to as an edit; `nil` while something is wrong or nothing is there to edit.
    private var wantedEdit: EditRequest? {
        guard let mirrors = validated.mirrors else { return nil }
        let isFile: Bool
        switch cluster {
        case .read: isFile = true
        case .none where !mirrors.isEmpty: isFile = false
        default: return nil
        }
        return EditRequest(
            clusterConfigPath: isFile ? answers.clusterConfigPath : nil,
            newHeaderPath: isFile ? "" : newHeaderPath,
            operation: answers.operation,
            place: place,
            mirrors: mirrors,
            more: adoptConcerns + EditConcern.unwritten(answers.mirrors, at: place)
        )
    }

    package var newHeaderPath: String {
        answers.newHeaderPath.isEmpty ? "registry-mirrors.yaml" : answers.newHeaderPath
    }

    private mutating func askForChange() -> [Effect] {
        let wanted = wantedEdit
        guard wanted != change.asked else { return [] }
        guard let wanted else {
            change = PendingChange()
            return []
        }
        if case .done = writing { writing = .idle }
        if jobs.running == nil, case .failed = jobs.result { jobs.result = nil }
        jobs.live = nil
        // The last outcome stays in view until the new one is there.
        let request = nextRequest()
        change = PendingChange(request: request, asked: wanted, outcome: change.outcome, shown: change.shown)
        return [.edit(request, wanted)]
    }

    private mutating func planProbe() -> [Effect] {
        if probe.rehearses, var last = probe.plan {
            // A rehearsal writes, so it is never repeated by itself.
            last.rehearsesPush = true
            if wantedPlan != last { probe.rehearses = false }
        }
        let wanted = wantedPlan
        guard wanted != probe.plan else { return [] }
        probe.plan = wanted
        probe.scheduled = nil
        var effects: [Effect] = []
        if probe.running != nil {
            probe.running = nil
            effects.append(.cancelProbe)
        }
        if wanted != nil, probe.current?.isFinished != true {
            let request = nextRequest()
            probe.scheduled = request
            effects.append(.wake(.probe(request), milliseconds: Self.probeDelay))
        }
        return effects
    }

    mutating func startProbe(_ plan: ProbePlan) -> [Effect] {
        let request = nextRequest()
        probe.running = request
        probe.frame = 0
        return [.probe(request, plan), .wake(.spin, milliseconds: Self.spinInterval)]
    }

    /// F7: once more, and a push rehearsed with it.
    mutating func rehearsePush() -> [Effect] {
        probe.rehearses = true
        probe.plan = wantedPlan
        return probeAgain()
    }

    /// Ctrl-R: once more with the same answers.
    mutating func probeAgain() -> [Effect] {
        guard let plan = probe.plan else { return [] }
        probe.scheduled = nil
        probe.reports.removeAll { $0.plan == plan }
        let cancel: [Effect] = probe.running == nil ? [] : [.cancelProbe]
        return cancel + startProbe(plan) + (currentStep.probesAllMirrors ? probeOthers(anew: true) : [])
    }

    mutating func written(_ request: RequestID, _ outcome: WriteOutcome) -> [Effect] {
        guard writing == .running(request) else { return [] }
        switch outcome {
        case .hardLinked(let names):
            writing = .idle
            ask(HardLinkQuestion(names: names, write: .change))
            return []
        case .failed(let phrase):
            writing = .failed(phrase)
            guard !answers.clusterConfigPath.isEmpty else { return [] }
            // Another may have written the file: the next diff is against what is there now.
            let request = nextRequest()
            cluster = .reading(request)
            return [.readClusterConfig(request, path: answers.clusterConfigPath)]
        case .written(let path, let backup):
            jobs.result = nil
            jobs.live = nil
            focus = 0
            writing = .done(path: path, backup: backup)
            baseline = answers.mirrors
            change.outcome = .unchanged
            return [.discardDraft]
        }
    }
}
