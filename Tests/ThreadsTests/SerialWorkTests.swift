import Glibc
import Synchronization
import Testing
import Threads

@Suite struct SerialWorkTests {
    @Test func oneAfterTheOtherInTheirOrder() {
        let work = SerialWork("test")
        let seen = Mutex<[Int]>([])
        for number in 0..<200 { work.start { seen.withLock { $0.append(number) } } }
        #expect(work.wait(seconds: 60))
        #expect(seen.withLock { $0 } == Array(0..<200))
    }

    @Test func whoWaitsForTooLongIsTold() {
        let work = SerialWork("test")
        let gate = Watched(false)
        work.start { gate.value { $0 ? () : nil } }
        #expect(!work.wait(seconds: 0))
        gate.change { $0 = true }
        #expect(work.wait(seconds: 60))
    }

    @Test func laterIsNotBeforeItsMoment() {
        let begun = ContinuousClock.now
        let ended = Watched<ContinuousClock.Instant?>(nil)
        Later.start(milliseconds: 30) { ended.change { $0 = .now } }
        #expect(ended.value { $0 } >= begun + .milliseconds(30))
    }

    @Test func beginningAnewEndsTheOneBefore() {
        let one = OnlyOne()
        let first = one.begin()
        let second = one.begin()
        #expect(first.isCancelled)
        #expect(!second.isCancelled)
        one.cancel()
        #expect(second.isCancelled)
    }

    @Test func whatComputesComesBack() {
        let sum = Watched((done: 0, value: 0))
        for number in 0..<100 { Cores.start { sum.change { $0 = ($0.done + 1, $0.value + number) } } }
        #expect(sum.value { $0.done == 100 ? $0.value : nil } == 4950)
    }

    /// Of a signal that nothing else in the tests minds.
    @Test func signalsAreToldUntilItIsCancelled() {
        signal(SIGURG, SIG_IGN)
        let heard = Watched<[Int32]>([])
        let watch = SignalWatch([SIGURG]) { number in heard.change { $0.append(number) } }
        // It is told only what comes after it has begun on its own thread.
        while heard.current.isEmpty {
            kill(getpid(), SIGURG)
            pause(milliseconds: 5)
        }
        #expect(heard.current.allSatisfy { $0 == SIGURG })
        watch.cancel()
    }
}
