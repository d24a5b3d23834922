import Dispatch
import Glibc
import RegistryClient
import Synchronization

/// One push while it runs: looks at what the registry has, reads the package as often as it takes, and ends each image as
/// soon as its last blob is there.
final class PushRun: Sendable {
    let work: Pusher.Work
    let context: PushContext
    let source: any PushSource
    let images: [PushImage]
    private let board: Mutex<PushBoard>
    private let ends: Mutex<[PushEvent.ImageEnd?]>
    private let general = Mutex<PushFailure?>(nil)
    let queue = TaskQueue<PushClient>()
    private let makeClient: @Sendable () -> PushClient?

    init(
        _ work: Pusher.Work,
        _ context: PushContext,
        source: any PushSource,
        images: [PushImage],
        makeClient: @escaping @Sendable () -> PushClient?
    ) {
        self.work = work
        self.context = context
        self.source = source
        self.images = images
        self.makeClient = makeClient
        board = Mutex(PushBoard(images))
        ends = Mutex(Array(repeating: nil, count: images.count))
    }

    var stop: Cancellation { context.stop }

    func withBoard<Value>(_ body: (inout PushBoard) -> Value) -> Value { board.withLock { body(&$0) } }

    func run() -> PushOutcome {
        do throws(PushFailure) {
            try enter()
        } catch {
            return PushOutcome(images: ends.withLock { $0 }, failure: error)
        }
        let group = DispatchGroup()
        for number in 0..<context.settings.threads {
            // A serial queue has a thread of its own.
            DispatchQueue(label: "push.\(number)").async(group: group) { [self] in
                if let client = makeClient() { queue.work(client) }
            }
        }
        switch work {
        case .push:
            look()
            send()
        case .look: look()
        case .audit: audit()
        }
        queue.waitUntilEmpty()
        queue.close(threads: context.settings.threads)
        group.wait()
        if stop.isCancelled { fail(.cancelled) }
        return PushOutcome(images: ends.withLock { $0 }, failure: general.withLock { $0 })
    }

    /// Logs in, and makes sure that it is a registry.
    private func enter() throws(PushFailure) {
        guard let client = makeClient() else { throw .registry(.transport(.other("TLS")), during: .login) }
        _ = try context.trying(.login) { client.begin() }
        if let first = images.first { try Canary(client: client, context: context).sing(in: first.repository) }
    }

    /// The first failure that concerns everything stands for the whole push.
    private func fail(_ failure: PushFailure) {
        general.withLock { $0 = $0 ?? failure }
        stop.cancel()
    }

    // MARK: - What became of things

    func end(_ image: Int, _ end: PushEvent.ImageEnd) {
        if case .failed(let failure) = end {
            if failure.isGeneral { return fail(failure) }
            withBoard { $0.end(image, failure) }
        } else {
            withBoard { $0.end(image) }
        }
        ends.withLock { $0[image] = end }
        context.tell(.imageEnded(image: image, end))
    }

    func stored(_ unit: PushUnit, _ layer: MadeLayer, _ how: PushEvent.UnitEnd) {
        let (ready, others) = withBoard { board in
            let ready = board.stored(unit, layer)
            return (ready, board.missingUnits.filter { $0.blob == unit.blob })
        }
        context.tell(.unitEnded(unit, how))
        guard work == .push else { return }
        for image in ready { queue.add(isUrgent: true) { [self] in finish(image, $0) } }
        if case .sent = how { for other in others { queue.add(isUrgent: true) { [self] in mount(other, $0) } } }
    }

    func failed(_ unit: PushUnit, _ failure: PushFailure) {
        if failure.isGeneral { return fail(failure) }
        if failure == .again {
            let readings = withBoard { $0.readAgain(unit) }
            if readings <= context.settings.restarts { return }
            return failed(unit, .forgotten(times: readings))
        }
        let lost = withBoard { $0.failed(unit, failure) }
        context.tell(.unitEnded(unit, .failed))
        for image in lost {
            ends.withLock { $0[image] = .failed(failure) }
            context.tell(.imageEnded(image: image, .failed(failure)))
        }
    }

    /// Ends an image that the package cannot give.
    func hasTrouble(_ image: Int) -> Bool {
        guard let trouble = images[image].trouble else { return false }
        end(image, .failed(.package(trouble)))
        return true
    }

    /// Runs `body` in its turn; what it throws is the image's end.
    func inTurn(_ image: Int, _ body: () throws(PushFailure) -> Void) {
        guard !stop.isCancelled else { return }
        do throws(PushFailure) {
            try context.inTurn(body)
        } catch {
            end(image, .failed(error))
        }
    }

    func inTurn(_ unit: PushUnit, _ body: () throws(PushFailure) -> Void) {
        guard !stop.isCancelled else { return }
        do throws(PushFailure) {
            try context.inTurn(body)
        } catch {
            failed(unit, error)
        }
    }
}
