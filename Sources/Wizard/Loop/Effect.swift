import Diagnosis
import MirrorCore

/// What the edge is to do. Values only, so that tests compare them.
package enum Effect: Equatable, Sendable {
    case readClusterConfig(RequestID, path: String)
    /// Looks for cluster config files below the folder that the session began in.
    case findClusterFiles(RequestID)
    case completePath(RequestID, prefix: String)
    /// Computes the change to the file and its diff.
    case edit(RequestID, EditRequest)
    case probe(RequestID, ProbePlan)
    case cancelProbe
    /// Probes the other mirrors of the list side by side, each to its end.
    case probeOthers(RequestID, [ProbePlan])
    /// Proves the CA bundle with a handshake, then makes the file; never over one that is there.
    case writeBundle(RequestID, CABundleRequest)
    case wake(Timer, milliseconds: Int)
    /// Writes exactly the change that the edit of this request computed.
    ///
    /// - Parameter breaksHardLink: other names of the file may keep the old text.
    case write(RequestID, edit: RequestID, breaksHardLink: Bool)
    /// Writes answers and script, both or none.
    ///
    /// - Parameter replaces: files that are there may be written over; a backup stays of each.
    case export(RequestID, ExportRequest, replaces: Bool)
    case job(RequestID, WizardJob)
    case cancelJob
    /// Leaves the screen and runs what a job has found ready; the session ends as bmctl does.
    case runBmctl
    /// Makes a Docker config.json, readable by its owner only; never over a file that is there.
    case writeLogin(RequestID, LoginRequest)
    /// Reads the admin cluster's mirrors.
    case adopt(RequestID, AdoptRequest)
    /// Writes the repaired form of the file that was read last.
    case repair(RequestID, path: String, breaksHardLink: Bool)
    /// Reports of these nodes, as they come, held to the cluster config file.
    case inspectNodes(RequestID, [NodeTarget], NodeLogin, FleetFile?)
    case cancelNodes
    case explainPull(RequestID, PullQuestion)
    /// Makes the attempts of a pull, from the node that it is about.
    case askLive(RequestID, PullQuestion, NodeLogin)
    /// Reads what a log says of a pull.
    case traceLog(RequestID, LogQuestion)
    case cancelLive
    /// Looks at the beginning of a package.
    case checkPackage(RequestID, path: String)
    /// Reads what a package holds.
    case listPackage(RequestID, path: String)
    case cancelListing
    case push(RequestID, PushOrder)
    /// Ends the push after the current chunk.
    case stopPush
    /// Ends it so, and lets a process of its own go on with it.
    case detachPush(RequestID, PushOrder)
    /// Pushes that run without a terminal.
    case findDetachedPushes
    case followPush(RequestID, number: Int)
    case unfollowPush
    case stopDetachedPush(Int)
    /// Breaks the push off in the middle of a chunk.
    case abortPush
    /// Looks at everything before an upgrade.
    case lookReady(RequestID, ReadyQuestion)
    case cancelReady
    case saveDraft(Draft)
    case discardDraft
    /// Looks for a draft of this file, and whether another session has it.
    case openDraft(String)
    /// Of a file that is left for another: it stays until its file is opened again.
    case keepDraft(Draft)
    /// Gives the terminal back to the shell until it wants the wizard to go on.
    case suspend
    /// Gives the terminal to the operator's pager, with this text.
    case page(String)
    /// Gives it to the operator's editor.
    case openEditor(path: String)
    /// Reads it once more, and says what became of it since.
    case rereadClusterConfig(RequestID, path: String)
    /// Asks the terminal for clicks and the wheel, or leaves them to it.
    case useMouse(Bool)
    /// Into the terminal's clipboard.
    case copy(String)
    /// A theme for what is drawn from now on.
    case useTheme(String)
    /// Draws every cell anew: something else wrote over the screen.
    case redraw
    case quit(exitCode: Int32)
}

/// A change to compute: these mirrors at this place of this file.
package struct EditRequest: Equatable, Sendable {
    /// `nil` for a new header.
    package var clusterConfigPath: String?
    package var newHeaderPath: String
    package var operation: ClusterOperation
    package var place: MirrorPlace
    package var mirrors: [RegistryMirror]
    /// Concerns that are known already, as of mirrors that were taken over.
    package var more: [EditConcern]

    package init(
        clusterConfigPath: String?,
        newHeaderPath: String,
        operation: ClusterOperation,
        place: MirrorPlace,
        mirrors: [RegistryMirror],
        more: [EditConcern] = []
    ) {
        self.clusterConfigPath = clusterConfigPath
        self.newHeaderPath = newHeaderPath
        self.operation = operation
        self.place = place
        self.mirrors = mirrors
        self.more = more
    }
}
