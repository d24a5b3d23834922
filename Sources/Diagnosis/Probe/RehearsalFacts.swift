/// What became of an upload that was opened, tried and cancelled again.
package struct RehearsalFacts: Equatable, Sendable, Codable {
    package enum Outcome: Equatable, Sendable, Codable {
        /// Opened, and bytes were taken.
        case accepted
        /// 401 or 403.
        case denied
        /// 405, or a registry that says it is in maintenance.
        case readOnly
        /// 404: the project or the repository does not exist.
        case noProject
        /// 413 for a body that every push would have.
        case tooLarge
        case unexpected
        case noAnswer(TransportFailure)
        /// Bytes were taken, and what a push has at its end is not what was sent.
        case notKept
        /// It claims to have a blob that nobody made.
        case saysYesToEverything
    }

    /// What shows that the registry has what it took.
    package enum Proof: String, Equatable, Sendable, Codable {
        /// It says so, asked for the upload.
        case said
        /// A small blob was pushed and found there.
        case kept
        /// The time was over before it was known.
        case open
    }

    /// What is left on the registry.
    package enum Cleanup: Equatable, Sendable, Codable {
        case nothingOpened
        /// The registry said so, or no longer knows the upload.
        case done
        /// The registry refused to forget it; its own clean-up will.
        case refused(HTTPFacts)
        case noAnswer(TransportFailure)
    }

    /// `NAMESPACE/REPOSITORY`
    package var repository: String
    package var outcome: Outcome
    /// The answer that decided the outcome.
    package var answer: HTTPFacts?
    /// Whether a credential went along.
    package var sentCredential: Bool
    /// Where the registry sends the upload, when that is not where it was asked.
    package var elsewhere: String?
    /// The largest body that was announced and not refused, in bytes; 0 when all were.
    package var takenBytes: Int
    /// What was really sent, and taken.
    package var sentBytes: Int
    /// The smallest that it refuses with 413; `nil` when it refuses none that was tried.
    package var refusedBytes: Int?
    package var refusal: HTTPFacts?
    package var cleanup: Cleanup
    package var proof: Proof?
    /// What `push images` says where the small blob did not get in.
    package var failure: Finding?
    /// The answer to removing that blob, where the registry did not.
    package var blobLeft: HTTPFacts?

    package init(
        repository: String,
        outcome: Outcome,
        answer: HTTPFacts? = nil,
        sentCredential: Bool = false,
        elsewhere: String? = nil,
        takenBytes: Int = 0,
        sentBytes: Int = 0,
        refusedBytes: Int? = nil,
        refusal: HTTPFacts? = nil,
        cleanup: Cleanup = .nothingOpened
    ) {
        self.repository = repository
        self.outcome = outcome
        self.answer = answer
        self.sentCredential = sentCredential
        self.elsewhere = elsewhere
        self.takenBytes = takenBytes
        self.sentBytes = sentBytes
        self.refusedBytes = refusedBytes
        self.refusal = refusal
        self.cleanup = cleanup
    }

    /// A repository for the rehearsal when no image names one.
    package static let repositoryName = "mirrorctl-rehearsal"
}
