import ImagePackage
import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import Texts
import Threads
import Wizard

/// Does what the push track asks for: looks at packages, and pushes, looks or verifies, one at a time.
final class PushService: Sendable {
    private let session = PushSession()
    private let reading = OnlyOne()
    private let following = OnlyOne()
    private let running = Mutex<PushStops?>(nil)
    private let lastEnd = Mutex<PushEnd?>(nil)
    /// Pushes that have not ended.
    private let underWay = Watched(0)

    func check(_ path: String) -> PackageCheck {
        do throws(PackageError) {
            return .found(PackageGlance(try PackageReader(path: path)))
        } catch {
            return .failed(error.problem)
        }
    }

    /// - Returns: `nil` when it was cancelled.
    func list(_ path: String, progress: @escaping @Sendable (PackageReading) -> Void) -> PackageListing? {
        let cancellation = reading.begin()
        let pace = Pace()
        do throws(Refusal) {
            let file = try PushSession.file(path, encoding: .gzip, signature: nil)
            let package = try session.opened(file, stop: cancellation) { step in
                if case .read(let step) = step, pace.isDue { progress(PackageReading(step)) }
            }
            return .listed(PackageInventory(package.contents))
        } catch {
            return error.status == .interrupted ? nil : .failed(error.problem)
        }
    }

    func cancelListing() { reading.cancel() }

    /// Blocks until it is over.
    func run(
        _ order: PushOrder,
        reading: @escaping @Sendable (PackageReading) -> Void,
        listed: @escaping @Sendable (PackageListing) -> Void,
        progress: @escaping @Sendable (PushProgress) -> Void
    ) -> PushEnd {
        underWay.change { $0 += 1 }
        defer { underWay.change { $0 -= 1 } }
        let end = work(order, reading: reading, listed: listed, progress: progress)
        lastEnd.withLock { $0 = end }
        return end
    }

    private func work(
        _ order: PushOrder,
        reading: @escaping @Sendable (PackageReading) -> Void,
        listed: @escaping @Sendable (PackageListing) -> Void,
        progress: @escaping @Sendable (PushProgress) -> Void
    ) -> PushEnd {
        let stops = PushStops()
        running.withLock { $0 = stops }
        defer { running.withLock { $0 = nil } }
        let pace = Pace()
        do throws(Refusal) {
            let file = try PushSession.file(order.source, encoding: order.encoding, signature: order.signature)
            let pusher = try PushSession.pusher(order.target)
            return PushEnd(
                try session.run(PushJob(order), file, by: pusher, stops: stops) { step in
                    switch step {
                    case .read(let step): if pace.isDue { reading(PackageReading(step)) }
                    case .listed(let package): listed(.listed(PackageInventory(package.contents)))
                    case .stands(let sample): progress(PushProgress(sample))
                    case .reading, .begun, .event: break
                    }
                }
            )
        } catch {
            return PushEnd(error.status == .interrupted ? .stopped : .refused(error.problem, fix: error.fix))
        }
    }

    /// After the current chunk.
    func stop() { running.withLock { $0?.stop.cancel() } }

    func abort() {
        running.withLock { stops in
            stops?.stop.cancel()
            stops?.abort.cancel()
        }
    }

    /// Ends it after the current chunk, and lets a process of its own go on from there.
    func detach(_ order: PushOrder) -> Detaching {
        stop()
        _ = underWay.wait(until: .now + .seconds(120)) { $0 == 0 ? () : nil }
        guard lastEnd.withLock({ $0 })?.kind == .stopped else { return .over }
        do throws(DetachedStart.Failure) {
            var login = order.target.login
            if order.endpoint.scheme == .http { login = .none }
            let number = try DetachedStart.start(Array(order.command.words.dropFirst()), login)
            // It is shown when the wizard has left the screen.
            Console.error(texts("push.attach.left", ["command": ShellCommand.attach(number).description]))
            return .running(number: number)
        } catch {
            return .failed(error.words.trimmingBlanks)
        }
    }

    /// Until it ends; `nil` when nobody looks any more.
    func follow(_ number: Int, progress: (PushProgress) -> Void) -> PushEnd? {
        let left = following.begin()
        var shown: PushProgress?
        while let push = DetachedPush(number, in: DetachedPush.folder) {
            if let now = push.progress, now != shown { progress(now) }
            shown = push.progress
            if let end = push.end { return end.end }
            guard push.isRunning else { break }
            // Nothing tells when a file has grown on every file system that it may lie on.
            guard left.sleep(milliseconds: 300) else { return nil }
        }
        let log = Phrase("push.attach.lost", ["log": DetachedPush.folder.log(of: number)])
        return PushEnd(.refused(log, fix: Phrase("push.again")))
    }

    func unfollow() { following.cancel() }

    /// Breaks off what runs, and waits a little for its end.
    func close() {
        cancelListing()
        unfollow()
        abort()
        _ = underWay.wait(until: .now + .seconds(2)) { $0 == 0 ? () : nil }
    }
}
