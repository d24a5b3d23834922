import MirrorSystem
import RegistryClient
import TestSupport
import Testing

/// What is decided about a next try, as values: no clock, no network.
@Suite struct RetryingTests {
    private func refused(_ status: Int, after seconds: Int? = nil, words: String = "no") -> RegistryError {
        .refused(.init(status: status, codes: ["UNKNOWN"], words: words, retryAfterSeconds: seconds))
    }

    private func waits(_ troubles: [RegistryError], step: PushFailure.Step = .upload) -> [Int?] {
        var retrying = Retrying(Backoff(), step)
        var random = SeededGenerator(seed: 3)
        return troubles.map { retrying.next(after: $0, using: &random) }
    }

    @Test func onlyWhatMayPassIsTriedAgain() {
        for status in [408, 425, 429, 500, 502, 503, 504] { #expect(waits([refused(status)])[0] != nil, "\(status)") }
        for status in [400, 401, 403, 404, 405, 413, 501, 507] {
            #expect(waits([refused(status)])[0] == nil, "\(status)")
        }
        let transient: [HTTPFailure] = [
            .closed, .refused, .unreachable, .timedOut(.answering), .nameNotResolved, .proxy(.refused),
            .proxy(.refusedTunnel(status: 503, answer: [])),
        ]
        for failure in transient { #expect(waits([.transport(failure)])[0] != nil, "\(failure)") }
        let lasting: [HTTPFailure] = [
            .certificateRejected, .cancelled, .clientCertificateRequired, .proxy(.wantsLogin(answer: [])),
            .proxy(.refusedTunnel(status: 403, answer: [])),
        ]
        for failure in lasting { #expect(waits([.transport(failure)])[0] == nil, "\(failure)") }
        #expect(waits([.loginWithheld(.foreignRealm, from: "https://x:1")])[0] == nil)
        #expect(waits([.tokenServer("https://x:1", refused(503))])[0] != nil)
        #expect(waits([.tokenServer("https://x:1", refused(400))])[0] == nil)
        // Its manifest rules answer 500, too.
        let rule = RegistryError.Refusal(status: 500, codes: ["UNKNOWN", "MANIFEST_INVALID"], words: "")
        #expect(waits([.refused(rule)])[0] == nil)
    }

    @Test func waitsDoubleWithinTheirBoundsAndEnd() {
        let found = waits(Array(repeating: refused(503), count: 9))
        #expect(found[8] == nil)
        let bounds = [500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]
        for (wait, most) in zip(found, bounds) { #expect((most / 2...most).contains(wait ?? 0), "\(found)") }
        #expect(waits(Array(repeating: .transport(.refused), count: 3), step: .login)[2] == nil)
    }

    /// A hundred clients that fail together do not come back together.
    @Test func clientsAreSpread() {
        var random = SeededGenerator(seed: 1)
        let first = Set((0..<100).map { _ in Backoff().milliseconds(retry: 3, using: &random) })
        #expect(first.count > 80)
    }

    @Test func whatTheRegistryAsksForIsNeverUndercut() throws {
        #expect(try #require(waits([refused(429, after: 40)])[0]) >= 40_000)
        #expect(try #require(waits([refused(503, after: 0)])[0]) >= 250)
        #expect(waits([refused(429, after: Backoff.longestRetryAfterSeconds + 1)])[0] == nil)
    }

    @Test func theSameServerErrorIsNotWaitedOut() {
        #expect(waits(Array(repeating: refused(500), count: 4)).map { $0 == nil } == [false, false, false, true])
        // Another word is another trouble, and a front's 502 may be a restart.
        let changing = (0..<8).map { refused(500, words: "\($0)") }
        #expect(!waits(changing).contains(nil))
        #expect(!waits(Array(repeating: refused(502), count: 8)).contains(nil))
    }

    @Test func successBeginsAnew() {
        var retrying = Retrying(Backoff(retries: 2), .upload)
        var random = SeededGenerator(seed: 2)
        for _ in 0..<5 {
            let two = (0..<2).map { _ in retrying.next(after: refused(503), using: &random) }
            #expect(!two.contains(nil))
            retrying.reset()
        }
        let more = (0..<3).map { _ in retrying.again() }
        #expect(more == [true, true, false])
    }

    @Test func chunksFollowLimitsAndSlowness() {
        #expect(ChunkSize().current == 8 << 20)
        #expect(ChunkSize(bytesPerSecond: 1 << 20).current == 512 << 10)
        #expect(ChunkSize(bytesPerSecond: 1_500_000).current == 512 << 10)
        #expect(ChunkSize(bytesPerSecond: 1).current == ChunkSize.smallest)
        #expect(ChunkSize(bytesPerSecond: 1 << 30).current == ChunkSize.largest)
        let chunk = ChunkSize()
        #expect(!chunk.took(ChunkSize.slowMilliseconds, for: 8 << 20))
        // The end of a blob says nothing about a whole chunk.
        #expect(!chunk.took(60_000, for: 100))
        #expect(chunk.took(60_000, for: 8 << 20) && chunk.current == 4 << 20)
        while chunk.took(60_000, for: 8 << 20) {}
        #expect(chunk.current == ChunkSize.smallestBySlowness)
        #expect(chunk.wasTooLarge(1 << 20) && chunk.current == 512 << 10)
        while chunk.wasTooLarge(chunk.current) {}
        #expect(chunk.current == ChunkSize.smallest)
    }

    @Test func requestsAtOnceAreHalvedAndComeBackOneByOne() {
        var parallel = Parallelism(most: 8)
        let begun = (0..<9).map { _ in parallel.begin() }
        #expect(begun == Array(repeating: true, count: 8) + [false])
        parallel.hadTooMuch()
        #expect(parallel.limit == 4)
        // Four of the eight make room.
        let aside = (0..<8).map { _ in parallel.stepsAside() }
        #expect(aside.count { $0 } == 4)
        let more = parallel.begin()
        #expect(!more)
        for _ in 0..<5 { parallel.hadTooMuch() }
        #expect(parallel.limit == 1)
        var rounds = 0
        while parallel.limit < 8, rounds < 1000 {
            let before = parallel.limit
            parallel.wentWell()
            #expect(parallel.limit - before <= 1)
            rounds += 1
        }
        #expect(parallel.limit == 8 && rounds > 20)
    }

    @Test func aRegistryThatIsGoneEndsThePushAndOneThatAnswersDoesNot() {
        for failure in [HTTPFailure.refused, .unreachable, .nameNotResolved, .timedOut(.connecting)] {
            #expect(PushFailure.registry(.transport(failure), during: .upload).isGeneral, "\(failure)")
        }
        for trouble in [refused(500), refused(503), .transport(.closed), .transport(.timedOut(.answering))] {
            #expect(!PushFailure.registry(trouble, during: .upload).isGeneral, "\(trouble)")
            #expect(!PushFailure.registry(trouble, during: .manifest).isOutOfReach)
        }
    }
}
