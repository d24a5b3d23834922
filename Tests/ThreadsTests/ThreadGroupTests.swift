import Synchronization
import Testing
import Threads

@Suite struct ThreadGroupTests {
    @Test(arguments: [0, 1, 3, 50]) func eachNumberComesOnce(threads: Int) {
        let seen = Mutex<[Int]>([])
        ThreadGroup.each(20, "test", threads: threads) { number in seen.withLock { $0.append(number) } }
        #expect(seen.withLock { $0.sorted() } == (threads == 0 ? [] : Array(0..<20)))
    }

    @Test func nothingBeginsOnceItIsOver() {
        let seen = Mutex<[Int]>([])
        ThreadGroup.each(20, "test", threads: 1, while: { seen.withLock { $0.count < 5 } }) { number in
            seen.withLock { $0.append(number) }
        }
        #expect(seen.withLock { $0 } == Array(0..<5))
    }

    /// One waits for the next, which a smaller number of threads could not carry out.
    @Test func eachHasAThreadOfItsOwn() {
        let turn = Watched(40)
        ThreadGroup.each(40, "test", threads: 40) { number in
            turn.value { $0 == number + 1 ? () : nil }
            turn.change { $0 = number }
        }
        #expect(turn.current == 0)
    }
}
