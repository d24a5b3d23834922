import Diagnosis
import MirrorCore
import Texts

/// What a change of the answers sets in motion: reading, previewing, probing, saving. Each waits for a pause in typing.
extension WizardState {
    static let readDelay = 150
    static let probeDelay = 400
    static let saveDelay = 150
    static let spinInterval = 120

    mutating func followUps(since before: WizardState) -> [Effect] {
        var effects: [Effect] = []
        if answers.clusterConfigPath != before.answers.clusterConfigPath {
            mirrors.repair.note = nil
            effects += readClusterConfig()
        }
        if step == .home, before.step != .home { effects += lookForClusterFiles() }
        effects += askForChange()
        effects += planProbe()
        if step == .mirrors,
            step != before.step || clusterConfig != before.clusterConfig || answers.mirrors != before.answers.mirrors
        {
            effects += probeOthers(anew: false)
        }
        if mirrors.hosts.filter != before.mirrors.hosts.filter, !mirrors.hosts.filter.isEmpty { mirrors.hosts.row = 0 }
        if clusterConfig != before.clusterConfig { adoptNodes() }
        // What is said now is read from its beginning.
        if !preview.isOpen,
            step == .mirror && answers.mirrors != before.answers.mirrors || step == .mirrors && focus != before.focus
        {
            preview.scroll = 0
        }
        effects += askForPull()
        effects += askForLog()
        if step == .push, before.step != .push, push.running == nil { effects += lookForDetached() }
        if answers.push.source != before.answers.push.source { effects += checkPackage() }
        if mirrors.cluster != before.mirrors.cluster { effects += openDraft() }
        return effects + scheduleDraft(since: before)
    }

    private mutating func readClusterConfig() -> [Effect] {
        guard !answers.clusterConfigPath.isEmpty else {
            mirrors.cluster = .none
            return []
        }
        let request = nextRequest()
        mirrors.cluster = .reading(request)
        return [.wake(.readClusterConfig(request), milliseconds: Self.readDelay)]
    }

    mutating func clusterConfigRead(_ request: RequestID, _ reading: ClusterReading) {
        guard case .reading(request) = mirrors.cluster else { return }
        switch reading {
        case .failed(let phrase, let fix):
            mirrors.cluster = .failed(phrase, fix: fix)
            // The first step says why, and has the path to correct.
            if mirrors.opensFile, step == .mirrors { go(to: .cluster) }
        case .repairable(let phrase, let preview):
            mirrors.cluster = .repairable(phrase, preview)
            // The first step shows the repair.
            if mirrors.opensFile, step == .mirrors { go(to: .cluster) }
        case .read(let config):
            mirrors.cluster = .read(config)
            if mirrors.keepsList {
                mirrors.baseline = config.registryMirrors(at: place)
            } else {
                adoptMirrors()
                // Nothing to list: the form is what is wanted.
                if mirrors.opensFile, step == .mirrors, answers.mirrors.isEmpty { go(to: .mirror) }
            }
            mirrors.keepsList = false
        }
        mirrors.opensFile = false
    }

    /// Takes over the file's mirrors, unless the operator has typed something else.
    mutating func adoptMirrors() {
        let inFile = clusterConfig?.registryMirrors(at: place) ?? []
        if answers.mirrors == mirrors.baseline, answers.mirrors != inFile {
            answers.mirrors = inFile
            mirrorIndex = 0
        }
        mirrors.baseline = inFile
        cursor = min(cursor, focusedText.count)
    }

    /// What the answers amount to as an edit; `nil` while something is wrong or nothing is there to edit.
    private var wantedEdit: EditRequest? {
        guard let valid = validated.mirrors else { return nil }
        let isFile: Bool
        switch mirrors.cluster {
        case .read: isFile = true
        case .none where !valid.isEmpty: isFile = false
        default: return nil
        }
        return EditRequest(
            clusterConfigPath: isFile ? answers.clusterConfigPath : nil,
            newHeaderPath: isFile ? "" : newHeaderPath,
            operation: answers.operation,
            place: place,
            mirrors: valid,
            more: adoptConcerns + EditConcern.unwritten(answers.mirrors, at: place)
        )
    }

    package var newHeaderPath: String {
        answers.newHeaderPath.isEmpty ? "registry-mirrors.yaml" : answers.newHeaderPath
    }

    private mutating func askForChange() -> [Effect] {
        let wanted = wantedEdit
        guard wanted != mirrors.change.asked else { return [] }
        guard let wanted else {
            mirrors.change = PendingChange()
            return []
        }
        if case .done = mirrors.writing { mirrors.writing = .idle }
        if mirrors.jobs.running == nil, case .failed = mirrors.jobs.result { mirrors.jobs.result = nil }
        mirrors.jobs.live = nil
        mirrors.jobs.compared = nil
        // The last outcome stays in view until the new one is there.
        let request = nextRequest()
        mirrors.change = PendingChange(
            request: request,
            asked: wanted,
            outcome: mirrors.change.outcome,
            shown: mirrors.change.shown
        )
        return [.edit(request, wanted)]
    }

    private mutating func planProbe() -> [Effect] {
        if mirrors.probe.rehearses, var last = mirrors.probe.plan {
            // A rehearsal writes, so it is never repeated by itself.
            last.rehearsesPush = true
            if wantedPlan != last { mirrors.probe.rehearses = false }
        }
        let wanted = wantedPlan
        guard wanted != mirrors.probe.plan else { return [] }
        mirrors.probe.plan = wanted
        mirrors.probe.scheduled = nil
        var effects: [Effect] = []
        if mirrors.probe.running != nil {
            mirrors.probe.running = nil
            effects.append(.cancelProbe)
        }
        if wanted != nil, mirrors.probe.current?.isFinished != true {
            let request = nextRequest()
            mirrors.probe.scheduled = request
            effects.append(.wake(.probe(request), milliseconds: Self.probeDelay))
        }
        return effects
    }

    mutating func startProbe(_ plan: ProbePlan) -> [Effect] {
        let request = nextRequest()
        mirrors.probe.running = request
        mirrors.probe.frame = 0
        // Whoever has stopped typing is told of all of them.
        return [.probe(request, plan), .wake(.spin, milliseconds: Self.spinInterval)] + probeOthers(anew: false)
    }

    /// F7: once more, and a push rehearsed with it.
    mutating func rehearsePush() -> [Effect] {
        mirrors.probe.rehearses = true
        mirrors.probe.plan = wantedPlan
        return probeAgain()
    }

    /// Ctrl-R: once more with the same answers.
    mutating func probeAgain() -> [Effect] {
        guard let plan = mirrors.probe.plan else { return [] }
        mirrors.probe.scheduled = nil
        mirrors.probe.reports.removeAll { $0.plan == plan }
        let cancel: [Effect] = mirrors.probe.running == nil ? [] : [.cancelProbe]
        let others = step == .mirrors ? probeOthers(anew: true) : []
        return cancel + others + startProbe(plan)
    }

    mutating func written(_ request: RequestID, _ outcome: WriteOutcome) -> [Effect] {
        guard mirrors.writing == .running(request) else { return [] }
        switch outcome {
        case .hardLinked(let names):
            mirrors.writing = .idle
            ask(HardLinkQuestion(names: names, write: .change))
            return []
        case .changedMeanwhile(let phrase, let theirs):
            preview.scroll = 0
            ask(ChangedFileNote(theirs: theirs))
            return notWritten(phrase)
        case .failed(let phrase): return notWritten(phrase)
        case .written(let path, let backup):
            noteWritten(path, backup: backup)
            mirrors.jobs.result = nil
            mirrors.jobs.live = nil
            focus = 0
            mirrors.writing = .done(path: path, backup: backup)
            mirrors.baseline = answers.mirrors
            mirrors.change.outcome = .unchanged
            return discardDraft()
        }
    }

    private mutating func notWritten(_ why: Phrase) -> [Effect] {
        mirrors.writing = .failed(why)
        guard !answers.clusterConfigPath.isEmpty else { return [] }
        // Another may have written the file: the next diff is against what is there now.
        let request = nextRequest()
        mirrors.cluster = .reading(request)
        return [.readClusterConfig(request, path: answers.clusterConfigPath)]
    }
}
