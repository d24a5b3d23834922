import ImagePackage
import MirrorCore
import MirrorSystem
import Synchronization
import Texts
import Threads

/// Pushes a package, shows what would be pushed, or reads it back: from the file to the result.
package final class PushSession: Sendable {
    /// The package that was read last: reading it again may take minutes.
    private let cache = Mutex<OpenedPackage?>(nil)

    package init() {}

    /// The package, once its signature was found good where one is given: before anything in it is believed.
    /// - Parameter isGood: is told so.
    package static func file(
        _ path: String,
        encoding: LayerEncoding,
        signature: (file: String, key: String)?,
        isGood: () -> Void = {}
    ) throws(Refusal) -> PackageFile {
        do throws(PackageError) {
            if let signature {
                try verifySignature(package: path, signature: signature.file, publicKey: signature.key)
                isGood()
            }
            return try PackageFile(path, encoding: encoding)
        } catch {
            throw Refusal(error)
        }
    }

    package static func pusher(_ target: PushTarget) throws(Refusal) -> Pusher {
        do throws(PushSetupError) {
            return try Pusher(target)
        } catch {
            throw Refusal(error.problem(target), fix: error.fix(target), .dataError)
        }
    }

    /// What the package holds; from memory as long as the file is the same.
    package func opened(
        _ file: PackageFile,
        stop: Cancellation,
        step: @escaping (PushStep) -> Void
    ) throws(Refusal) -> OpenedPackage {
        if let known = known(file) { return known }
        step(.reading)
        do throws(PackageError) {
            let package = try OpenedPackage(file, stop: stop) { step(.read($0)) }
            cache.withLock { $0 = package }
            return package
        } catch {
            throw Refusal(error)
        }
    }

    private func known(_ file: PackageFile) -> OpenedPackage? {
        cache.withLock { $0 }.flatMap { $0.isStill(file.path, file.encoding) ? $0 : nil }
    }

    /// Blocks until it is over.
    ///
    /// - Parameters:
    ///   - mayBegin: the last that is asked before anything is sent.
    ///   - step: called from several threads.
    /// - Throws: why it does not begin.
    package func run(
        _ job: PushJob,
        _ file: PackageFile,
        by pusher: Pusher,
        stops: PushStops,
        mayBegin: () throws(Refusal) -> Void = {},
        step: @escaping @Sendable (PushStep) -> Void
    ) throws(Refusal) -> PushResult {
        let namespace = job.target.endpoint.mirrorNamespace
        // What is dear to list is read once, unless it has to be known before anything is sent.
        if job.work == .push, job.cover == nil, file.isDearToList, known(file) == nil {
            let source = PackageSource(file.reader, nil, below: namespace)
            let result = try push(job, [], source, file, pusher, stops, mayBegin, step)
            if let contents = source.contents {
                let package = OpenedPackage(file, contents, source)
                cache.withLock { $0 = package }
                step(.listed(package))
            }
            return result
        }
        let package = try opened(file, stop: stops.stop, step: step)
        step(.listed(package))
        let images = package.images(below: namespace)
        if let ends = job.cover?.lost(package.contents.images, job.target.endpoint) {
            return PushResult(work: job.work, target: job.target.endpoint.pushTarget, images, refused: ends)
        }
        return try push(job, images, package.source, file, pusher, stops, mayBegin, step)
    }

    private func push(
        _ job: PushJob,
        _ images: [PushImage],
        _ source: PackageSource,
        _ file: PackageFile,
        _ pusher: Pusher,
        _ stops: PushStops,
        _ mayBegin: () throws(Refusal) -> Void,
        _ step: @escaping @Sendable (PushStep) -> Void
    ) throws(Refusal) -> PushResult {
        try mayBegin()
        let journal = try Self.journal(job, file)
        let sampler = PushSampler(images, source, every: job.interval) { step(.stands($0)) }
        step(.begun(images: images))
        let begun = ContinuousClock.now
        sampler.begin()
        let outcome = pusher.run(
            job.work,
            images,
            from: source,
            settings: job.settings,
            journal: journal,
            stop: stops.stop,
            abort: stops.abort
        ) { event in
            sampler.take(event)
            step(.event(event, images: sampler.images))
        }
        sampler.end()
        return PushResult(
            work: job.work,
            target: job.target.endpoint.pushTarget,
            images: sampler.images,
            outcome: outcome,
            statistics: sampler.statistics,
            milliseconds: Int(begun.duration(to: .now) / .milliseconds(1)),
            journal: journal.path,
            passedOver: source.contents?.others ?? []
        )
    }

    private static func journal(_ job: PushJob, _ file: PackageFile) throws(Refusal) -> PushJournal {
        let identity: String
        do throws(PackageError) {
            identity = try file.reader.identity()
        } catch {
            throw Refusal(error)
        }
        let target = job.target.endpoint.pushTarget
        do throws(FileError) {
            let journal = try PushJournal.open(folder: job.stateFolder, package: identity, target: target)
            if let journal { return journal }
        } catch {
            throw Refusal(writing: error)
        }
        throw Refusal(Phrase("push.busy", ["target": target]), .stale)
    }
}

extension PushCover {
    /// The end of each image that would not be found; `nil` when there is none such.
    fileprivate func lost(_ images: [PackagedImage], _ endpoint: MirrorEndpoint) -> [PushEvent.ImageEnd?]? {
        let ends = images.map { image -> PushEvent.ImageEnd? in
            let host = image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" })
            guard !finds(host) else { return nil }
            return .failed(.uncovered(target: endpoint.pushTarget, host: host, image: image.name))
        }
        return ends.contains { $0 != nil } ? ends : nil
    }
}
