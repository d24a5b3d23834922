import Dispatch
import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Synchronization
import Wizard

/// Does what the push track asks for: looks at packages, and looks, pushes or audits, one at a time.
final class PushDesk: Sendable {
    private struct Stops: Sendable {
        let stop = Cancellation()
        let abort = Cancellation()
    }

    /// The package that was read last: reading it again may take minutes.
    private let shelf = Mutex<PackageOnShelf?>(nil)
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
            return .listed(try package(path, cancellation, progress).list)
        } catch let error as PackageError {
            return .failed(error.problem)
        } catch {
            return nil
        }
    }

    func cancelListing() { reading.withLock { $0?.cancel() } }

    /// From the shelf as long as the file is the same.
    private func package(
        _ path: String,
        _ cancellation: Cancellation,
        _ progress: @escaping @Sendable (PackageReading) -> Void
    ) throws -> PackageOnShelf {
        let mark = FileMark(path)
        if let known = shelf.withLock({ $0 }), known.path == path, known.mark == mark { return known }
        let reader = try PackageReader(path: path)
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
        let package = try PackageOnShelf(path: path, mark: mark, reader: reader, contents: contents)
        shelf.withLock { $0 = package }
        return package
    }

    // MARK: A push

    /// Blocks until it is over.
    func run(
        _ order: PushOrder,
        reading: @escaping @Sendable (PackageReading) -> Void,
        listed: (PackageListing) -> Void,
        standing: @escaping @Sendable (PushStanding) -> Void
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
            let package = try package(order.source, stops.stop, reading)
            listed(.listed(package.list))
            return try push(order, package, stops, standing)
        } catch let error as PackageError {
            if case .badSignature = error { return .refused(Phrase("push.signatureBad", ["path": order.source])) }
            return .refused(error.problem)
        } catch let error as PushSetupError {
            return .refused(error.problem(order))
        } catch let error as FileError {
            return .refused(error.problem, error.fix)
        } catch {
            return PushEnd(.stopped)
        }
    }

    private func push(
        _ order: PushOrder,
        _ package: PackageOnShelf,
        _ stops: Stops,
        _ standing: @escaping @Sendable (PushStanding) -> Void
    ) throws -> PushEnd {
        let target = order.endpoint.pushTarget
        let login: PushTarget.Login = order.dockerConfigPath.map { .dockerConfig(path: $0) } ?? .none
        let pusher = try Pusher(PushTarget(endpoint: order.endpoint, caCertPath: order.caCertPath, login: login))
        let folder = StateFolder.path ?? ".mirrorctl"
        guard let journal = try PushJournal.open(folder: folder, package: package.identity, target: target) else {
            return .refused(Phrase("push.busy", ["target": target]))
        }
        let images = package.contents.images.map { PushImage($0, below: order.endpoint.mirrorNamespace) }
        var settings = PushSettings()
        settings.threads = order.threads
        settings.bytesPerSecond = order.bytesPerSecond
        let meter = PushMeter(images, standing)
        let begun = ContinuousClock.now
        meter.begin()
        let outcome = pusher.run(
            order.work.engine,
            images,
            from: package.source,
            settings: settings,
            journal: journal,
            stop: stops.stop,
            abort: stops.abort,
            report: meter.take
        )
        meter.end()
        return PushEnd(
            PushResult(
                work: order.work.engine,
                target: target,
                images: images,
                outcome: outcome,
                tally: meter.tally,
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

/// A package that was read through, and how to tell that it is still the same file.
private struct PackageOnShelf: Sendable {
    let path: String
    let mark: FileMark?
    let contents: PackageContents
    let source: PackageSource
    let identity: String
    let list: PackageInventory

    init(path: String, mark: FileMark?, reader: PackageReader, contents: PackageContents) throws(PackageError) {
        self.path = path
        self.mark = mark
        self.contents = contents
        source = PackageSource(reader, contents)
        identity = try reader.identity()
        list = PackageInventory(
            images: contents.images.map { image in
                PackageItem(
                    name: image.tags.first.map { "\(image.name):\($0)" } ?? image.name,
                    registryHost: image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" }),
                    bytes: image.blobs.reduce(0) { $0 + Int($1.storedSize) },
                    blobs: image.blobs.count,
                    trouble: image.trouble?.problem
                )
            },
            others: contents.others
        )
    }
}

/// What changes when a file is written anew.
private struct FileMark: Equatable, Sendable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
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

extension PushSetupError {
    fileprivate func problem(_ order: PushOrder) -> Phrase {
        let registry = order.endpoint.hostAndPort
        switch self {
        case .caFile: return Phrase("push.badCA", ["path": order.caCertPath ?? ""])
        case .noLogin:
            return Phrase("push.noEntry", ["path": order.dockerConfigPath ?? "", "registry": registry])
        case .badAddress: return Phrase("push.badAddress", ["registry": registry])
        }
    }
}
