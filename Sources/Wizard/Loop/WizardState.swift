import MirrorCore
import Secrets
import Texts

/// The whole wizard as a value.
package struct WizardState: Equatable, Sendable {
    package var size: Size
    /// `Catalogue.language` of what is on the screen.
    package var language = Catalogue.english.language
    package var answers: Answers
    package var step: StepID
    /// Index among the step's fields.
    package var focus = 0
    /// Characters before the cursor in the focused text.
    package var cursor = 0
    /// Fields that were left once: their issues are shown in full.
    package var visited: Set<FieldVisit> = []
    package var mirrorIndex = 0
    /// A login that is to become a Docker config.json; in no draft, and gone once it is written.
    package var loginUser = ""
    package var loginPassword = Secret("")
    package var pushPassword = Secret("")
    package var login = LoginFile.idle
    package var bundle = BundleOutcome.idle
    package var adopt = AdoptState()
    /// The repair of the file that is under way.
    package var repairRequest: RequestID?
    /// What the last repair did.
    package var repairNote: Phrase?
    /// The registry host that is being typed, before it is added.
    package var otherHost = ""

    package var cluster = ClusterFile.none
    /// What the file said, to tell whether the operator has changed anything.
    package var baseline: [MirrorDraft] = []
    package var change = PendingChange()
    package var probe = ProbeState()
    package var preview = PreviewState()
    package var diffView = DiffViewState()
    /// The session began with a file that is not read yet: it is to begin with what would change.
    package var opensFile = false
    package var completion: Completion?
    package var overlay: OpenOverlay?
    package var writing = Writing.idle
    package var jobs = WizardJobState()
    package var trouble = TroubleState()
    package var push = PushState()
    package var upgrade = UpgradeState()
    /// The step that each track was left at.
    package var leftSteps: [TrackID: StepID] = [:]
    /// What the operator goes on with knowingly.
    package var confirmedErrors: ConfirmedErrors?
    /// Shown as placeholders; Right takes one over.
    package var suggestions: Answers?
    package var lastRequest: RequestID = 0
    package var draftRequest: RequestID = 0
    /// Where a cursor may stand for a mirror-less list: texts are read from here.
    package var isRevealed = false

    package init(size: Size, answers: Answers = Answers(), suggestions: Answers? = nil) {
        self.size = size
        self.answers = answers
        self.suggestions = suggestions
        step = .cluster
    }

    /// The mirror that the steps edit; typing into a missing one makes it.
    package var mirror: MirrorDraft {
        get { answers.mirrors.indices.contains(mirrorIndex) ? answers.mirrors[mirrorIndex] : MirrorDraft() }
        set {
            if answers.mirrors.indices.contains(mirrorIndex) {
                answers.mirrors[mirrorIndex] = newValue
            } else if newValue != MirrorDraft() {
                answers.mirrors.append(newValue)
                mirrorIndex = answers.mirrors.count - 1
            }
        }
    }

    /// What the password field edits.
    package var passwordText: String {
        get { loginPassword.reveal { $0 } }
        set { loginPassword = Secret(newValue) }
    }

    package mutating func nextRequest() -> RequestID {
        lastRequest += 1
        return lastRequest
    }

    /// Wide enough for the form with the preview beside it.
    package var isWide: Bool { size.columns >= 110 && size.rows >= 24 }
}

/// The cluster config file the operator named.
package enum ClusterFile: Equatable, Sendable {
    /// No file: a new header.
    case none
    case reading(RequestID)
    case read(ClusterConfig)
    case failed(Phrase)
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

/// Candidates for the path under the cursor.
package struct Completion: Equatable, Sendable {
    package var request: RequestID
    package var candidates: [String]
}

/// What stands in the preview pane.
package struct PreviewState: Equatable, Sendable {
    package var tab = 0
    package var scroll = 0
    /// Below 110 columns: the preview takes the screen.
    package var isOpen = false
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
