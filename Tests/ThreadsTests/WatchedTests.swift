import Dispatch
import Synchronization
import Testing
import Threads

@Suite struct WatchedTests {
    @Test func aChangeWakesWhoWaitsForIt() {
        let value = Watched(0)
        let group = ThreadGroup("test")
        let seen = Mutex<Set<Int>>([])
        for number in 1...8 {
            group.start {
                let found = value.value { $0 >= number ? number : nil }
                _ = seen.withLock { $0.insert(found) }
            }
        }
        for number in 1...8 { value.change { $0 = number } }
        group.wait()
        #expect(seen.withLock { $0 } == Set(1...8))
    }

    /// What one waits for is another's change made while waiting.
    @Test func aChangeThatAWaitMakesWakesOthers() {
        let turn = Watched(0)
        let group = ThreadGroup("test")
        for number in 0..<20 {
            group.start {
                turn.value { turn -> Void? in
                    guard turn == 19 - number else { return nil }
                    turn += 1
                    return ()
                }
            }
        }
        group.wait()
        #expect(turn.current == 20)
    }

    @Test func aMomentThatHasComeIsLookedAtOnce() {
        let value = Watched(1)
        let past = ContinuousClock.now - .seconds(1)
        #expect(value.wait(until: past) { $0 == 1 ? true : nil } == true)
        #expect(value.wait(until: past) { $0 == 2 ? true : nil } == nil)
    }

    @Test func aCancellationEndsAWait() {
        let (value, cancellation) = (Watched(0), Cancellation())
        let group = ThreadGroup("test")
        let ended = Watched(0)
        for _ in 0..<4 {
            group.start {
                let found: Int? = value.wait(unless: cancellation) { $0 > 0 ? $0 : nil }
                ended.change { $0 += found == nil ? 1 : 0 }
            }
        }
        group.start { _ = cancellation.sleep(until: .now + .seconds(3600)) }
        cancellation.cancel()
        group.wait()
        #expect(ended.current == 4)
        #expect(value.wait(unless: cancellation) { $0 == 0 ? true : nil } == true)
        #expect(!cancellation.sleep(milliseconds: 3_600_000))
    }

    @Test func whatIsNotCancelledSleepsToTheEnd() {
        let cancellation = Cancellation()
        let start = ContinuousClock.now
        #expect(cancellation.sleep(milliseconds: 20))
        #expect(ContinuousClock.now - start >= .milliseconds(20))
        #expect(cancellation.sleep(until: start))
    }
}
