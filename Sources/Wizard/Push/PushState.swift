import MirrorCore
import Secrets
import Texts

/// What the push track knows: the package, the last look at the registry, and the push that runs or has ended.
package struct PushState: Equatable, Sendable {
    package enum File: Equatable, Sendable {
        case none
        case checking(RequestID)
        case checked(PackageGlance)
        case failed(Phrase)
    }

    package enum Listing: Equatable, Sendable {
        case none
        case reading(RequestID, PackageReading?)
        case listed(PackageInventory)
        case failed(Phrase)
    }

    /// Of the login that is typed; in no draft.
    package var password = Secret("")
    package var file = File.none
    package var listing = Listing.none
    /// The first image of the list that is shown.
    package var listRow = 0
    /// The last `look`.
    package var look: PushRunState?
    /// The last `push` or `audit`.
    package var run: PushRunState?
    package var tab = PushTab.now
    /// The row with the cursor: of the list that is shown.
    package var row = 0
    package var frame = 0
    /// The wizard ends when the push has.
    package var leavesAtEnd = false
    /// Pushes that run without a terminal, as far as they were looked for.
    package var detached: [DetachedWork] = []
    /// The push of this session that is being handed over to a process of its own.
    var handingOver: RequestID?

    package init() {}

    package var list: PackageInventory? { if case .listed(let list) = listing { list } else { nil } }

    package var isReading: Bool { if case .reading = listing { true } else { false } }

    /// Something runs that the screen shows to be alive.
    package var isBusy: Bool { isReading || look?.isRunning == true || run?.isRunning == true }
}

/// A look, a push or an audit, from its beginning to its end.
package struct PushRunState: Equatable, Sendable {
    package enum Phase: Equatable, Sendable {
        case running
        /// It was told to stop, and ends after the current chunk.
        case stopping
        case ended(PushEnd)
    }

    package let request: RequestID
    package let order: PushOrder
    /// Of one that runs without this terminal and is only looked at.
    package let detached: Int?
    package var progress: PushProgress?
    package var phase = Phase.running

    package init(request: RequestID, order: PushOrder, detached: Int? = nil) {
        self.request = request
        self.order = order
        self.detached = detached
    }

    package var isRunning: Bool { end == nil }

    package var end: PushEnd? { if case .ended(let end) = phase { end } else { nil } }
}

/// Which images the live page shows. ADD A TAB as a case; its title is `pushTab.CASE`.
package enum PushTab: String, CaseIterable, Sendable {
    /// Images in work, and images that failed.
    case now
    case failed, waiting, done, all

    func shows(_ image: PushProgress.Image) -> Bool {
        switch self {
        case .now: image.isActive || image.isFailed
        case .failed: image.isFailed
        case .waiting: !image.isOver && !image.isActive
        case .done: image.isOver && !image.isFailed
        case .all: true
        }
    }

    /// Those that failed first, then those in work, else as in the package.
    func rows(_ progress: PushProgress) -> [Int] {
        let shown = progress.images.indices.filter { shows(progress.images[$0]) }
        guard self == .now else { return shown }
        return shown.filter { progress.images[$0].isActive } + shown.filter { !progress.images[$0].isActive }
    }
}
