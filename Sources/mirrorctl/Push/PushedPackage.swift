import ImagePackage
import MirrorSystem
import Threads

/// A package on its way: with its images known, or to be met while it is read.
struct PushedPackage {
    let name: String
    /// Empty where the package is read only once.
    let images: [PushImage]
    let source: PackageSource

    init(_ file: PackageFile, below mirrorNamespace: String?) {
        name = file.name
        images = []
        source = PackageSource(file.reader, nil, below: mirrorNamespace)
    }

    init(_ package: OpenedPackage, below mirrorNamespace: String?) {
        name = package.name
        images = package.images(below: mirrorNamespace)
        source = package.source
    }

    /// - Parameter report: as `Pusher.run` has it.
    func run(
        _ work: Pusher.Work,
        by pusher: Pusher,
        settings: PushSettings,
        journal: PushJournal,
        stop: Cancellation,
        abort: Cancellation,
        report: @escaping @Sendable (PushEvent) -> Void
    ) -> PushOutcome {
        pusher.run(
            work,
            images,
            from: source,
            settings: settings,
            journal: journal,
            stop: stop,
            abort: abort,
            report: report
        )
    }
}
