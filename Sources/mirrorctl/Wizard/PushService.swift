import ImagePackage
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
    private let running = Mutex<PushStops?>(nil)
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
        let stops = PushStops()
        underWay.change { $0 += 1 }
        running.withLock { $0 = stops }
        defer {
            running.withLock { $0 = nil }
            underWay.change { $0 -= 1 }
        }
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

    /// Breaks off what runs, and waits a little for its end.
    func close() {
        cancelListing()
        abort()
        _ = underWay.wait(until: .now + .seconds(2)) { $0 == 0 ? () : nil }
    }
}
