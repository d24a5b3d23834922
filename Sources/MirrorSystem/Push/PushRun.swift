import Glibc
import MirrorCore
import RegistryClient
import Synchronization
import Threads

/// One push while it runs: looks at what the registry has, reads the package as often as it takes, and ends each image as
/// soon as its last blob is there.
final class PushRun: Sendable {
    let work: PushWork
    let context: PushContext
    let source: any PushSource
    private let ledger: Mutex<PushLedger>
    private let ends: Mutex<[PushEvent.ImageEnd?]>
    private let general = Mutex<PushFailure?>(nil)
    private let isProven = Mutex(false)
    let queue = TaskQueue<Task>()
    /// What is asked while the package is read, so that a reader does not wait for a layer to be sent.
    let questions = TaskQueue<Task>()
    /// With `true` each of its requests waits for its turn; else whoever uses it has one.
    let makeClient: @Sendable (_ takesTurns: Bool) -> PushClient?

    /// - Parameter images: none where the source is a `PushStream` that is still to be read.
    init(
        _ work: PushWork,
        _ context: PushContext,
        source: any PushSource,
        images: [PushImage],
        makeClient: @escaping @Sendable (_ takesTurns: Bool) -> PushClient?
    ) {
        self.work = work
        self.context = context
        self.source = source
        self.makeClient = makeClient
        ledger = Mutex(PushLedger(images))
        ends = Mutex(Array(repeating: nil, count: images.count))
    }

    var stop: Cancellation { context.stop }

    func withLedger<Value>(_ body: (inout PushLedger) -> Value) -> Value { ledger.withLock { body(&$0) } }

    func image(_ index: Int) -> PushImage { withLedger { $0.images[index] } }

    var imageIndices: Range<Int> { withLedger { $0.images.indices } }

    func run() -> PushOutcome {
        source.stopReading { [stop] in stop.isCancelled }
        do throws(PushFailure) {
            try enter()
        } catch {
            return PushOutcome(images: ends.withLock { $0 }, failure: error)
        }
        let group = ThreadGroup("push")
        let readers = imageIndices.isEmpty ? Self.readers : 0
        employ(context.settings.threads, queue, group)
        employ(readers, questions, group)
        switch work {
        case .push:
            if imageIndices.isEmpty, let stream = source as? any PushStream { readOnce(stream) } else { look() }
            send()
        case .dryRun: look()
        case .verify: verify()
        }
        queue.waitUntilEmpty()
        queue.close()
        questions.close()
        group.wait()
        if stop.isCancelled { fail(.cancelled) }
        return PushOutcome(images: ends.withLock { $0 }, failure: general.withLock { $0 })
    }

    /// Something to ask the registry, on a thread with a connection of its own.
    typealias Task = @Sendable (PushClient) -> Void

    private func employ(_ threads: Int, _ queue: TaskQueue<Task>, _ group: ThreadGroup) {
        for _ in 0..<threads {
            group.start { [self] in
                if let client = makeClient(false) { queue.work { $0(client) } }
            }
        }
    }

    /// Logs in, and makes sure that it is a registry.
    private func enter() throws(PushFailure) {
        guard let client = makeClient(false) else { throw .registry(.transport(.other("TLS")), during: .login) }
        _ = try context.trying(.login) { client.begin() }
        if let first = withLedger(\.images.first) { try prove(first.repository, client) }
    }

    /// Makes sure, once, that the registry does not say yes to everything.
    func prove(_ repository: String, _ client: PushClient) throws(PushFailure) {
        try isProven.withLock { isProven throws(PushFailure) in
            if !isProven { try ExistenceProbe(client: client, context: context).check(in: repository) }
            isProven = true
        }
    }

    /// Adds an image that the reading has found.
    func add(_ image: PushImage) -> Int {
        withLedger { ledger in
            ends.withLock { $0.append(nil) }
            let index = ledger.add(image)
            context.tell(.found(image: index, image))
            return index
        }
    }

    /// The first failure that concerns everything stands for the whole push.
    private func fail(_ failure: PushFailure) {
        note(failure)
        stop.cancel()
    }

    /// The package cannot be read to its end.
    var isBroken: Bool { general.withLock { $0 != nil } }

    /// What is under way comes to its end all the same.
    func note(_ failure: PushFailure) { general.withLock { $0 = $0 ?? failure } }

    // MARK: - What became of things

    func end(_ image: Int, _ end: PushEvent.ImageEnd) {
        if case .failed(let failure) = end {
            if failure.isGeneral { return fail(failure) }
            withLedger { $0.end(image, failure) }
        } else {
            withLedger { $0.end(image) }
        }
        ends.withLock { $0[image] = end }
        context.tell(.imageEnded(image: image, end))
    }

    func stored(_ unit: RepositoryBlob, _ layer: MadeLayer, _ how: PushEvent.UnitEnd) {
        let (ready, others) = withLedger { ledger in
            let ready = ledger.stored(unit, layer)
            return (ready, ledger.missing(like: unit))
        }
        context.tell(.unitEnded(unit, how))
        guard work == .push else { return }
        for image in ready { queue.add(isUrgent: true) { [self] in finish(image, $0) } }
        if case .sent = how { for other in others { queue.add(isUrgent: true) { [self] in mount(other, $0) } } }
    }

    func failed(_ unit: RepositoryBlob, _ failure: PushFailure) {
        if failure.isGeneral { return fail(failure) }
        if failure == .again {
            let readings = withLedger { $0.readAgain(unit) }
            if readings <= context.settings.restarts { return }
            return failed(unit, .forgotten(times: readings))
        }
        let lost = withLedger { $0.failed(unit, failure) }
        context.tell(.unitEnded(unit, .failed))
        for image in lost {
            ends.withLock { $0[image] = .failed(failure) }
            context.tell(.imageEnded(image: image, .failed(failure)))
        }
    }

    /// Ends an image that the package cannot give.
    func hasTrouble(_ image: Int) -> Bool {
        guard let trouble = self.image(image).trouble else { return false }
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

    func inTurn(_ unit: RepositoryBlob, _ body: () throws(PushFailure) -> Void) {
        guard !stop.isCancelled else { return }
        do throws(PushFailure) {
            try context.inTurn(body)
        } catch {
            failed(unit, error)
        }
    }
}
