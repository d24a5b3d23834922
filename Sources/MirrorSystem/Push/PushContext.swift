import Glibc
import RegistryClient
import Synchronization
import Threads

/// What every worker of a push shares.
final class PushContext: Sendable {
    let settings: PushSettings
    let journal: PushJournal
    let chunk: ChunkSize
    let pace: HTTPPace?
    /// Stops after the current chunk.
    let stop: Cancellation
    private let parallelism: Watched<Parallelism>
    private let report: @Sendable (PushEvent) -> Void

    init(
        _ settings: PushSettings,
        journal: PushJournal,
        stop: Cancellation,
        report: @escaping @Sendable (PushEvent) -> Void
    ) {
        self.settings = settings
        self.journal = journal
        self.stop = stop
        self.report = report
        chunk = ChunkSize(settings.chunkBytes, bytesPerSecond: settings.bytesPerSecond)
        pace = settings.bytesPerSecond.map { HTTPPace(bytesPerSecond: $0) }
        parallelism = Watched(Parallelism(most: settings.threads))
    }

    func tell(_ event: PushEvent) { report(event) }

    /// Waits for its turn, and runs `body` in it.
    func inTurn<Value>(_ body: () throws(PushFailure) -> Value) throws(PushFailure) -> Value {
        guard parallelism.wait(unless: stop, body: { $0.begin() ? () : nil }) != nil else { throw .cancelled }
        defer { parallelism.change { $0.end() } }
        return try body()
    }

    /// Between two requests of a turn: where the registry has asked for less at a time, others go on first.
    func makeRoom() throws(PushFailure) {
        guard parallelism.change({ $0.stepsAside() }) else { return }
        guard parallelism.wait(unless: stop, body: { $0.begin() ? () : nil }) != nil else {
            parallelism.change { $0.comesBack() }
            throw .cancelled
        }
    }

    func wentWell() { parallelism.change { $0.wentWell() } }

    func retrying(_ step: PushFailure.Step) -> Retrying { Retrying(settings.backoff, step) }

    /// Runs a request until it succeeds, fails for good, or has failed often enough.
    func trying<Value>(
        _ step: PushFailure.Step,
        _ unit: RepositoryBlob? = nil,
        _ request: () -> Result<Value, RegistryError>
    ) throws(PushFailure) -> Value {
        var retrying = retrying(step)
        while true {
            switch request() {
            case .success(let value):
                wentWell()
                return value
            case .failure(let trouble): try wait(trouble, step, unit, &retrying)
            }
        }
    }

    /// Waits before the next try; throws when there is to be none.
    func wait(
        _ trouble: RegistryError,
        _ step: PushFailure.Step,
        _ unit: RepositoryBlob?,
        _ retrying: inout Retrying
    ) throws(PushFailure) {
        let failure = PushFailure.registry(trouble, during: step)
        if trouble.isOverload { parallelism.change { $0.hadTooMuch() } }
        guard !stop.isCancelled else { throw .cancelled }
        var random = SystemRandomNumberGenerator()
        guard let milliseconds = retrying.next(after: trouble, using: &random) else { throw failure }
        tell(.retrying(unit, failure, milliseconds: milliseconds))
        settings.sleep(milliseconds, stop)
        guard !stop.isCancelled else { throw .cancelled }
    }
}
