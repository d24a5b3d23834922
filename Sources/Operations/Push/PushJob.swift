import MirrorCore
import MirrorSystem
import Threads

/// What a push does, whereto and how.
package struct PushJob: Sendable {
    package var work: PushWork
    package var target: PushTarget
    package var settings: PushSettings
    /// Where it is kept how far it came.
    package var stateFolder: String
    /// How often is said where it stands.
    package var interval: Duration
    /// The mirrors of nodes that have to find every image where it goes, or nothing is sent.
    package var cover: PushCover?

    package init(
        _ work: PushWork,
        _ target: PushTarget,
        settings: PushSettings,
        stateFolder: String,
        interval: Duration,
        cover: PushCover? = nil
    ) {
        self.work = work
        self.target = target
        self.settings = settings
        self.stateFolder = stateFolder
        self.interval = interval
        self.cover = cover
    }
}

/// What can end a push: after the current chunk, or in the middle of one.
package struct PushStops: Sendable {
    package let stop = Cancellation()
    package let abort = Cancellation()

    package init() {}
}
