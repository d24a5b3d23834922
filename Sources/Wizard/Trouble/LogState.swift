import Diagnosis
import Texts

/// A containerd log or Pod events that the operator has at hand, and what it says of the image.
package struct LogState: Equatable, Sendable {
    package var path = ""
    /// Taken when no path is given.
    package var pasted: String?
    /// The reading under way, or answered last.
    package var request: RequestID?
    package var asked: LogQuestion?
    package var outcome: LogOutcome?

    package init() {}

    package var source: LogSource? {
        let path = path.trimmingBlanks
        return path.isEmpty ? pasted.map { .pasted($0) } : .file(path)
    }
}

package enum LogSource: Equatable, Sendable {
    case file(String)
    case pasted(String)
}

package struct LogQuestion: Equatable, Sendable {
    package let source: LogSource
    /// As it was typed; empty for the image that failed last.
    package let image: String

    package init(source: LogSource, image: String) {
        self.source = source
        self.image = image
    }
}

package enum LogOutcome: Equatable, Sendable {
    case traced(PullTrace)
    /// Nothing in the log is about the image: the images that it speaks of, and where it speaks of none, the kinds of
    /// text that it is.
    case nothing(images: [String], kinds: [OtherText])
    case failed(Phrase)
}

/// What the pull's page shows under its fields. ADD A PANE as a case; its title is `pullPane.CASE`.
package enum PullPane: String, CaseIterable, Sendable {
    /// Who will be asked, with live marks.
    case attempts
    /// What the node's own journal says of its last pull.
    case journal
    /// What the given log says.
    case log
    /// What would change in the cluster config file.
    case change
}

extension WizardState {
    mutating func askForLog() -> [Effect] {
        let wanted = trouble.log.source.map { LogQuestion(source: $0, image: trouble.image.trimmingBlanks) }
        guard wanted != trouble.log.asked else { return [] }
        trouble.log.asked = wanted
        guard wanted != nil else {
            trouble.log.request = nil
            trouble.log.outcome = nil
            return []
        }
        let request = nextRequest()
        trouble.log.request = request
        return [.wake(.traceLog(request), milliseconds: Self.explainDelay)]
    }

    mutating func logTraced(_ request: RequestID, _ outcome: LogOutcome) {
        guard trouble.log.request == request else { return }
        trouble.log.outcome = outcome
        trouble.pane = .log
        preview.scroll = 0
    }

    /// A paste of more than one line is no image and no path.
    mutating func pasteLog(_ text: String) {
        trouble.log.path = ""
        trouble.log.pasted = text
        if currentField?.id == .troubleLog { cursor = 0 }
    }

    mutating func turnPullPane() {
        let panes = PullPane.allCases
        let index = panes.firstIndex(of: trouble.pane) ?? 0
        trouble.pane = panes[(index + 1) % panes.count]
        preview.scroll = 0
    }
}
