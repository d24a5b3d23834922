import MirrorCore
import Secrets
import Texts

/// What the track of the mirrors knows: the file, the change to it, the probe, and what is done beside the form.
package struct MirrorsState: Equatable, Sendable {
    package var cluster = ClusterFile.none
    /// What the file said, to tell whether the operator has changed anything.
    package var baseline: [MirrorDraft] = []
    /// The session began with a file that is not read yet: it is to begin with what would change.
    package var opensFile = false
    /// The list was given with the session: the file's does not take its place.
    package var keepsList = false
    package var repair = RepairState()
    package var adopt = AdoptState()
    package var hosts = HostChooser()
    package var login = LoginState()
    package var probe = ProbeState()
    package var bundle = CABundleOutcome.idle
    /// What the operator goes on with knowingly.
    package var confirmedErrors: [ConfirmedErrors] = []
    package var change = PendingChange()
    package var diffView = DiffViewState()
    package var writing = Writing.idle
    package var jobs = WizardJobState()
    /// What this session has written, the latest last.
    package var written: [WrittenChange] = []

    package init() {}
}

/// The cluster config file the operator named.
package enum ClusterFile: Equatable, Sendable {
    /// No file: a new header.
    case none
    case reading(RequestID)
    case read(ClusterConfig)
    case failed(Phrase, fix: Phrase? = nil)
    /// Not YAML, with the change that would make it so.
    case repairable(Phrase, ChangePreview)
}

/// The change that the answers amount to, as far as it is computed.
package struct PendingChange: Equatable, Sendable {
    /// The request under way or answered last.
    package var request: RequestID?
    package var asked: EditRequest?
    package var outcome: EditOutcome?
    /// The request that `outcome` answers; an older one while the newest is computed.
    package var shown: RequestID?

    /// What is on the screen is what was asked for last, so it may be written.
    package var isCurrent: Bool { request != nil && shown == request }
}

package enum Writing: Equatable, Sendable {
    case idle
    case running(RequestID)
    case done(path: String, backup: String?)
    case failed(Phrase)
}

/// The vendor's own mistake in the file, mended.
package struct RepairState: Equatable, Sendable {
    /// Of the repair that is under way.
    package var request: RequestID?
    /// What the last repair did.
    package var note: Phrase?

    package init() {}
}

/// A login that is to become a Docker config.json; in no draft, and gone once it is written.
package struct LoginState: Equatable, Sendable {
    /// Its fields are on the page.
    package var isOpen = false
    package var user = ""
    package var password = Secret("")
    package var file = LoginFile.idle
    /// The config.json that was asked for last.
    package var asked: LoginRequest?

    package init(asked: LoginRequest? = nil, file: LoginFile = .idle) {
        self.asked = asked
        self.file = file
    }
}

/// The Docker config.json made from a typed login.
package enum LoginFile: Equatable, Sendable {
    case idle
    case writing(RequestID)
    case written(path: String)
    case failed(Phrase)
}

package struct LoginRequest: Equatable, Sendable {
    package var path: String
    /// `HOST:PORT`, the key in `auths`.
    package var host: String
    package var user: String
    package var password: Secret

    package init(path: String, host: String, user: String, password: Secret) {
        self.path = path
        self.host = host
        self.user = user
        self.password = password
    }
}
