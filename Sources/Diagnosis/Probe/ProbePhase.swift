import Texts

/// One step of a probe and how it went.
package struct ProbePhase: Equatable, Sendable, Codable {
    /// In the order they run.
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case resolve, connect, tls, ping, login, mirrorNamespace, image, push

        /// `probe.phase.KIND`
        package var title: Phrase { Phrase("probe.phase.\(rawValue)") }
    }

    package enum Status: String, Sendable, CaseIterable, Codable {
        case pending, running, passed, failed, skipped

        /// Before a phase wherever nothing moves.
        package var mark: Mark {
            switch self {
            case .pending, .running: .waiting
            case .passed: .good
            case .failed: .wrong
            case .skipped: .skipped
            }
        }
    }

    package let kind: Kind
    package var status: Status
    package var milliseconds: Int?
    /// What was seen, or why the phase was skipped.
    package var detail: Phrase?

    package init(kind: Kind, status: Status = .pending, milliseconds: Int? = nil, detail: Phrase? = nil) {
        self.kind = kind
        self.status = status
        self.milliseconds = milliseconds
        self.detail = detail
    }
}
