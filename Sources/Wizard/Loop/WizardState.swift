import MirrorCore
import Secrets
import Texts

/// The whole wizard as a value.
package struct WizardState: Equatable, Sendable {
    package var size: Size
    /// `Catalogue.language` of what is on the screen.
    package var language = Catalogue.english.language
    package var answers: Answers
    /// Shown as placeholders; Right takes one over.
    package var suggestions: Answers?
    package var keymap = Keymap()
    package var themes = ThemeChoice()
    /// Clicks and the wheel come here, and not to the terminal.
    package var usesMouse = false
    /// There is a program for long texts.
    package var hasPager = false
    /// Where settings are kept; empty where no folder is known.
    package var settingsPath = ""

    // Where one is
    package var step: StepID
    /// Index among the step's fields.
    package var focus = 0
    /// Characters before the cursor in the focused text.
    package var cursor = 0
    /// The mirror of the list that the steps are about.
    package var mirrorIndex = 0
    /// The step that each track was left at.
    package var leftSteps: [TrackID: StepID] = [:]
    package var form = FormState()
    package var preview = PreviewState()
    package var overlay: OpenOverlay?
    /// What is typed into the question or list that has the screen.
    package var asking = AskingState()
    package var history = History()
    var checked = CheckedMirrors()
    /// What the last key came to, where nothing else shows it; gone with the next one.
    package var notice: Phrase?

    // What each track knows
    package var home = HomeState()
    package var mirrors = MirrorsState()
    package var trouble = TroubleState()
    package var push = PushState()
    package var upgrade = UpgradeState()

    /// The answers file and script that are being written.
    package var exporting: Exporting?
    package var lastRequest: RequestID = 0
    /// The wake-up that saves a draft; 0: none is on its way.
    package var draftRequest: RequestID = 0
    /// The file that the draft belongs to; empty where none was read.
    package var draftFile = ""
    /// There is a draft of this session.
    package var isDraftKept = false

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
        get { mirrors.login.password.reveal { $0 } }
        set { mirrors.login.password = Secret(newValue) }
    }

    package mutating func nextRequest() -> RequestID {
        lastRequest += 1
        return lastRequest
    }

    /// Wide enough for the form with the preview beside it.
    package var isWide: Bool { size.columns >= 110 && size.rows >= 24 }
}

/// What the fields of the page remember.
package struct FormState: Equatable, Sendable {
    /// Fields that were left once: their issues are shown in full.
    package var visited: Set<FieldVisit> = []
    package var completion: Completion?
    /// Hosts of the operator's own that the page offers until it is left, also those that are turned off.
    package var offeredHosts: [String] = []
    /// The secret in focus is shown as it was typed.
    package var isRevealed = false
    /// Esc was pressed where it has no other meaning: a digit is a function key now.
    package var awaitsDigit = false

    package init() {}
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

/// What was typed to find something in a list, and the row that is chosen.
package struct AskingState: Equatable, Sendable {
    package var filter = ""
    package var row = 0
}

/// The themes there are, and the one on the screen.
package struct ThemeChoice: Equatable, Sendable {
    package var names: [String] = []
    package var current = ""

    package init(names: [String] = [], current: String = "") {
        self.names = names
        self.current = current
    }
}
