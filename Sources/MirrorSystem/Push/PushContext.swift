import Glibc
import RegistryClient
import Synchronization

/// What every worker of a push shares.
final class PushContext: Sendable {
    let settings: PushSettings
    let journal: PushJournal
    let chunk: ChunkSize
    let pace: HTTPPace?
    /// Stops after the current chunk.
    let stop: Cancellation
    private let parallelism: Mutex<Parallelism>
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
        chunk = ChunkSize(settings.chunkBytes)
        pace = settings.bytesPerSecond.map { HTTPPace(bytesPerSecond: $0) }
        parallelism = Mutex(Parallelism(most: settings.threads))
    }

    func tell(_ event: PushEvent) { report(event) }

    /// Waits for its turn, and runs `body` in it.
    func inTurn<Value>(_ body: () throws(PushFailure) -> Value) throws(PushFailure) -> Value {
        while !parallelism.withLock({ $0.begin() }) {
            guard !stop.isCancelled else { throw .cancelled }
            usleep(5_000)
        }
        defer { parallelism.withLock { $0.end() } }
        return try body()
    }

    /// Runs a request until it succeeds, fails for good, or has failed often enough.
    func trying<Value>(
        _ step: PushFailure.Step,
        _ unit: PushUnit? = nil,
        _ request: () -> Result<Value, RegistryTrouble>
    ) throws(PushFailure) -> Value {
        var retry = 0
        while true {
            switch request() {
            case .success(let value):
                parallelism.withLock { $0.wentWell() }
                return value
            case .failure(let trouble): try wait(trouble, step, unit, retry: &retry)
            }
        }
    }

    /// Waits before the next try; throws when there is to be none.
    func wait(
        _ trouble: RegistryTrouble,
        _ step: PushFailure.Step,
        _ unit: PushUnit?,
        retry: inout Int
    ) throws(PushFailure) {
        let failure = PushFailure.registry(trouble, during: step)
        if trouble.isOverload { parallelism.withLock { $0.hadTooMuch() } }
        guard !stop.isCancelled else { throw .cancelled }
        // What has never answered is more likely a wrong address than a restart.
        let retries = step == .login ? min(2, settings.backoff.retries) : settings.backoff.retries
        guard trouble.isWorthRetrying, retry < retries else { throw failure }
        var random = SystemRandomNumberGenerator()
        let milliseconds = settings.backoff.milliseconds(
            retry: retry,
            retryAfterSeconds: trouble.retryAfterSeconds,
            using: &random
        )
        retry += 1
        tell(.retrying(unit, failure, milliseconds: milliseconds))
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while ContinuousClock.now < end {
            guard !stop.isCancelled else { throw .cancelled }
            usleep(20_000)
        }
    }
}

extension RegistryTrouble {
    fileprivate var retryAfterSeconds: Int? {
        if case .refused(let refusal) = self { refusal.retryAfterSeconds } else { nil }
    }
}
