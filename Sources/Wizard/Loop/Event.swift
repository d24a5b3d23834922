import Diagnosis
import MirrorCore
import Texts

/// What happened. Answers to effects carry the request they belong to; a stale one is dropped.
package enum Event: Equatable, Sendable {
    case key(Key)
    case resized(Size)
    case timer(Timer)
    case clusterConfigRead(RequestID, ClusterReading)
    case clusterFilesFound(RequestID, FoundClusterFiles)
    case pathsCompleted(RequestID, [String])
    case edited(RequestID, EditOutcome)
    case probeProgressed(RequestID, ProbeReport)
    case probeFinished(RequestID, ProbeReport)
    case otherProbed(RequestID, ProbeReport)
    case othersProbed(RequestID)
    case written(RequestID, WriteOutcome)
    /// The CA bundle's path; `nil`: it is there.
    case bundleWritten(RequestID, path: String, Phrase?)
    /// `nil`: the Docker config.json is there.
    case loginWritten(RequestID, Phrase?)
    case exported(RequestID, ExportOutcome)
    case jobEnded(RequestID, WizardJobOutcome)
    case adopted(RequestID, AdoptOutcome)
    case repaired(RequestID, WriteOutcome)
    case nodeInspected(RequestID, NodeTarget, TroubledNode.State)
    case nodesInspected(RequestID)
    case pullExplained(RequestID, PullOutcome)
    /// The attempt's index, and what its host answered.
    case pullAnswered(RequestID, Int, LiveAnswer)
    case pullFinished(RequestID, LiveEnd)
    case logTraced(RequestID, LogOutcome)
    case packageChecked(RequestID, PackageCheck)
    case packageRead(RequestID, PackageReading)
    case packageListed(RequestID, PackageListing)
    case pushProgressed(RequestID, PushProgress)
    case pushEnded(RequestID, PushEnd)
    case pushDetached(RequestID, Detaching)
    case detachedPushesFound([DetachedWork])
    /// The editor has ended; why it could not be run.
    case editorClosed(Phrase?)
    /// What became of a file that was read anew; `nil`: it is the same.
    case fileCompared(path: String, ChangePreview?)
    /// The file, and what was found where its drafts are kept.
    case draftOpened(String, OpenedDraft)
    case readyProgressed(RequestID, ReadyProgress)
    case readyEnded(RequestID, ReadyEnd)
    /// Ctrl-C as a signal, from outside the terminal.
    case interrupted
}

/// Counts the requests of one session.
package typealias RequestID = Int

/// A wake-up that the reducer asked for; the number tells an outdated one.
package enum Timer: Equatable, Sendable {
    case readClusterConfig(RequestID)
    case probe(RequestID)
    case saveDraft(RequestID)
    case spin
    case explainPull(RequestID)
    case traceLog(RequestID)
    case spinTrouble
    case checkPackage(RequestID)
    case spinPush, spinUpgrade
}

package enum ClusterReading: Equatable, Sendable {
    case read(ClusterConfig)
    case failed(Phrase, fix: Phrase? = nil)
    /// It is no YAML, and what would make it YAML is known.
    case repairable(Phrase, ChangePreview)
}

package enum EditOutcome: Equatable, Sendable {
    case change(ChangePreview)
    case unchanged
    case refused(Phrase)
}

package enum WriteOutcome: Equatable, Sendable {
    /// `backup` is `nil` for a new file.
    case written(path: String, backup: String?)
    case failed(Phrase)
    /// Nothing is written: the file is not what it was, and this is what somebody else has changed.
    case changedMeanwhile(Phrase, ChangePreview)
    /// Nothing is written yet: other names of the file would keep the old text.
    case hardLinked(names: Int)
}
