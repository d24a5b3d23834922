import Diagnosis
import Texts

/// Where a push stands, in numbers: what the edge posts a few times a second. Bytes are those of the package unless said
/// otherwise.
package struct PushProgress: Equatable, Sendable, Codable {
    package enum Stage: Equatable, Sendable, Codable {
        case waiting
        case readingBack(blobs: Int, of: Int)
        /// Sent by this push, and read back.
        case pushed
        /// It was there already, and read back.
        case present
        case failed(Finding?)
    }

    package struct Image: Equatable, Sendable, Codable {
        package let name: String
        package var stage: Stage
        /// Of its blobs: acknowledged, mounted, or there before.
        package var settled: Int
        package var total: Int

        package init(name: String, stage: Stage = .waiting, settled: Int = 0, total: Int) {
            self.name = name
            self.stage = stage
            self.settled = settled
            self.total = total
        }

        package var isOver: Bool {
            switch stage {
            case .pushed, .present, .failed: true
            case .waiting, .readingBack: false
            }
        }

        package var isFailed: Bool { if case .failed = stage { true } else { false } }

        /// Being sent or read back.
        package var isActive: Bool {
            switch stage {
            case .readingBack: true
            case .waiting: settled > 0
            case .pushed, .present, .failed: false
            }
        }
    }

    package var images: [Image]
    /// Those that are being worked on, nearest to their end first.
    package var active: [Int] = []
    /// What is to be in the registry, of the images that are known.
    package var total = 0
    /// Every image is known; until then `total` grows.
    package var isTotalKnown = true
    /// How much of the package file was read, 0…100, while images are still met in it.
    package var packagePercent: Int?
    /// 0…100, never less than it was; 100 only when everything is settled.
    package var percent = 0
    /// At the rate of the last while; `nil` before that is known.
    package var secondsLeft: Int?
    /// Of the total: acknowledged, mounted, or there before.
    package var settled = 0
    /// Of that: what this push sent and the registry acknowledged.
    package var acknowledged = 0
    /// Bytes that this push has sent, as the registry stores them.
    package var sentBytes = 0
    package var mountedBytes = 0
    package var presentBytes = 0
    package var sentBlobs = 0
    package var mountedBlobs = 0
    package var presentBlobs = 0
    /// Blobs that are not in the registry yet.
    package var openBlobs = 0
    /// Of what is not in the registry yet: what would be sent, and what other repositories of it have.
    package var openBytes = 0
    package var mountableBlobs = 0
    package var mountableBytes = 0
    package var retries = 0
    /// What was tried again last.
    package var trouble: Finding?
    /// Acknowledged bytes per second over the last while; `nil` before anything is known.
    package var bytesPerSecond: Int?
    package var seconds = 0

    package init(images: [Image]) { self.images = images }

    package func count(_ condition: (Image) -> Bool) -> Int { images.count { condition($0) } }

    package var pushed: Int { count { $0.stage == .pushed } }
    package var present: Int { count { $0.stage == .present } }
    package var failed: Int { count(\.isFailed) }
    package var done: Int { pushed + present }

    /// Nothing on the screen goes backwards, whatever order values arrive in.
    func isBehind(_ other: PushProgress) -> Bool {
        settled < other.settled || done + failed < other.done + other.failed
    }
}

/// How a push came to its end.
package struct PushEnd: Equatable, Sendable, Codable {
    package enum Kind: Equatable, Sendable, Codable {
        case complete
        /// Some images are not there.
        case incomplete
        /// Stopped by the operator.
        case stopped
        /// It could not begin: why, and what to do.
        case refused(Phrase, fix: Phrase?)
    }

    package let kind: Kind
    /// Each cause once, what concerns everything first.
    package let findings: [Finding]
    /// What remembers how far it came.
    package let journal: String
    package let milliseconds: Int

    package init(_ kind: Kind, findings: [Finding] = [], journal: String = "", milliseconds: Int = 0) {
        self.kind = kind
        self.findings = findings
        self.journal = journal
        self.milliseconds = milliseconds
    }
}
