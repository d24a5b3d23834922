import Dispatch
import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Synchronization
import Texts
import Threads
import Wizard

/// Does what the push track asks for: looks at packages, and looks, pushes or audits, one at a time.
final class PushSession: Sendable {
    private struct Stops: Sendable {
        let stop = Cancellation()
        let abort = Cancellation()
    }

    /// The package that was read last: reading it again may take minutes.
    private let cache = Mutex<CachedPackage?>(nil)
    private let reading = Mutex<Cancellation?>(nil)
    private let running = Mutex<Stops?>(nil)
    private let idle = DispatchGroup()

    // MARK: Packages

    func check(_ path: String) -> PackageCheck {
        do throws(PackageError) {
            return .found(PackageGlance(try PackageReader(path: path)))
        } catch {
            return .failed(error.problem)
        }
    }

    /// - Returns: `nil` when it was cancelled.
    func list(_ path: String, progress: @escaping @Sendable (PackageReading) -> Void) -> PackageListing? {
        let cancellation = Cancellation()
        reading.withLock { current in
            current?.cancel()
            current = cancellation
        }
        do {
            return .listed(try package(path, .gzip, cancellation, progress).list)
        } catch PackageError.stopped {
            return nil
        } catch let error as PackageError {
            return .failed(error.problem)
        } catch {
            return nil
        }
    }

    func cancelListing() { reading.withLock { $0?.cancel() } }

    /// From the cache as long as the file is the same.
    private func package(
        _ path: String,
        _ encoding: LayerEncoding,
        _ cancellation: Cancellation,
        _ progress: @escaping @Sendable (PackageReading) -> Void
    ) throws -> CachedPackage {
        let mark = FileMark(path)
        if let known = cachedPackage(path, encoding) { return known }
        let reader = try PackageReader(path: path, encoding: encoding)
        reader.stopReading { cancellation.isCancelled }
        let pace = Pace()
        let contents = try reader.images { step in
            guard pace.isDue else { return }
            progress(
                PackageReading(
                    bytesRead: Int(step.bytesRead),
                    bytesTotal: Int(step.bytesTotal),
                    images: step.imagesFound
                )
            )
        } each: { _ in
            if cancellation.isCancelled { throw CancellationError() }
        }
        let package = try CachedPackage(path, mark, reader, encoding, contents, PackageSource(reader, contents))
        cache.withLock { $0 = package }
        return package
    }

    // MARK: A push

    /// Blocks until it is over.
    func run(
        _ order: PushOrder,
        reading: @escaping @Sendable (PackageReading) -> Void,
        listed: (PackageListing) -> Void,
        progress: @escaping @Sendable (PushProgress) -> Void
    ) -> PushEnd {
        let stops = Stops()
        idle.enter()
        running.withLock { $0 = stops }
        defer {
            running.withLock { $0 = nil }
            idle.leave()
        }
        do {
            // Before anything in it is believed.
            if let signature = order.signature {
                try verifySignature(package: order.source, signature: signature.file, publicKey: signature.key)
            }
            if order.work == .push, let end = try pushInOnePass(order, stops, listed, progress) { return end }
            let package = try package(order.source, order.encoding, stops.stop, reading)
            listed(.listed(package.list))
            let images = package.contents.images.map { PushImage($0, below: order.endpoint.mirrorNamespace) }
            return try push(order, images, package.source, package.identity, stops, progress)
        } catch PackageError.stopped {
            return PushEnd(.stopped)
        } catch let error as PackageError {
            return .refused(error.problem)
        } catch let error as FileError {
            return .refused(error.problem, error.fix)
        } catch {
            return PushEnd(.stopped)
        }
    }

    /// A package that is dear to list is read once: what is met goes in. `nil` where the list is known or cheap.
    private func pushInOnePass(
        _ order: PushOrder,
        _ stops: Stops,
        _ listed: (PackageListing) -> Void,
        _ progress: @escaping @Sendable (PushProgress) -> Void
    ) throws -> PushEnd? {
        guard cachedPackage(order.source, order.encoding) == nil else { return nil }
        let mark = FileMark(order.source)
        let reader = try PackageReader(path: order.source, encoding: order.encoding)
        guard case .compressed = reader.form else { return nil }
        let source = PackageSource(reader, nil, below: order.endpoint.mirrorNamespace)
        let end = try push(order, [], source, reader.identity(), stops, progress)
        if let contents = source.contents {
            let package = try CachedPackage(order.source, mark, reader, order.encoding, contents, source)
            cache.withLock { $0 = package }
            listed(.listed(package.list))
        }
        return end
    }

    private func cachedPackage(_ path: String, _ encoding: LayerEncoding) -> CachedPackage? {
        cache.withLock { $0 }.flatMap { $0.isStill(path, encoding) ? $0 : nil }
    }

    private func push(
        _ order: PushOrder,
        _ images: [PushImage],
        _ source: PackageSource,
        _ identity: String,
        _ stops: Stops,
        _ progress: @escaping @Sendable (PushProgress) -> Void
    ) throws -> PushEnd {
        let target = order.endpoint.pushTarget
        let place = PushTarget(
            endpoint: order.endpoint,
            caCertPath: order.caCertPath,
            login: PushTarget.Login(order.login)
        )
        let pusher: Pusher
        do throws(PushSetupError) {
            pusher = try Pusher(place)
        } catch {
            return .refused(error.problem(place), error.fix(place))
        }
        let folder = StateFolder.path ?? ".mirrorctl"
        guard let journal = try PushJournal.open(folder: folder, package: identity, target: target) else {
            return .refused(Phrase("push.busy", ["target": target]))
        }
        var settings = PushSettings()
        settings.threads = order.threads
        settings.bytesPerSecond = order.bytesPerSecond
        let sampler = PushSampler(images, source, progress)
        let begun = ContinuousClock.now
        sampler.begin()
        let outcome = pusher.run(
            order.work.engine,
            images,
            from: source,
            settings: settings,
            journal: journal,
            stop: stops.stop,
            abort: stops.abort,
            report: sampler.take
        )
        sampler.end()
        return PushEnd(
            PushResult(
                work: order.work.engine,
                target: target,
                images: sampler.images,
                outcome: outcome,
                statistics: sampler.statistics,
                milliseconds: Int(begun.duration(to: .now) / .milliseconds(1)),
                journal: journal.path
            )
        )
    }

    /// After the current chunk.
    func stop() { running.withLock { $0?.stop.cancel() } }

    func abort() {
        running.withLock { stops in
            stops?.stop.cancel()
            stops?.abort.cancel()
        }
    }

    /// Breaks off what runs, and waits a little for its end.
    func close() {
        cancelListing()
        abort()
        _ = idle.wait(timeout: .now() + 2)
    }
}

extension PackageGlance {
    fileprivate init(_ reader: PackageReader) {
        let form: Form =
            switch reader.form {
            case .folder: .folder
            case .tar: .tar
            case .compressed(let codec, let blocks): .compressed(codec.rawValue, blocks: blocks)
            }
        self.init(form: form, bytes: Int(reader.size))
    }
}

extension PushOrder.Work {
    fileprivate var engine: Pusher.Work {
        switch self {
        case .look: .look
        case .push: .push
        case .audit: .audit
        }
    }
}

extension PushEnd {
    fileprivate static func refused(_ phrase: Phrase, _ fix: Phrase? = nil) -> PushEnd {
        PushEnd(.refused(phrase, fix: fix))
    }

    fileprivate init(_ result: PushResult) {
        let kind: Kind =
            result.outcome.isInterrupted
            ? .stopped : result.outcome.isComplete ? .complete : .incomplete
        self.init(
            kind,
            findings: result.findings.map(\.withoutSecrets),
            journal: result.journal,
            milliseconds: result.milliseconds
        )
    }
}

extension PushOrder {
    fileprivate var encoding: LayerEncoding {
        switch compression {
        case .gzip: .gzip
        case .zstd: .zstd
        }
    }
}

extension PushTarget.Login {
    fileprivate init(_ login: PushOrder.Login) {
        switch login {
        case .none: self = .none
        case .user(let name, let password): self = .user(name, password)
        case .dockerConfig(let path): self = .dockerConfig(path: path)
        }
    }
}
