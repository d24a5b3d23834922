import Synchronization
import Testing
import Threads

@Suite struct TaskQueueTests {
    @Test func everyTaskRunsOnceWithThoseThatTasksAdd() {
        let queue = TaskQueue<Int>()
        let group = ThreadGroup("test")
        let done = Mutex<[Int]>([])
        for _ in 0..<3 {
            group.start {
                queue.work { number in
                    if number < 100 { queue.add(number + 100) }
                    done.withLock { $0.append(number) }
                }
            }
        }
        for number in 0..<100 { queue.add(number) }
        queue.waitUntilEmpty()
        #expect(done.withLock { $0.sorted() } == Array(0..<200))
        queue.close()
        group.wait()
    }

    @Test func whatIsUrgentGoesFirst() {
        let queue = TaskQueue<Int>()
        for number in 0..<3 { queue.add(number) }
        queue.add(isUrgent: true, 9)
        queue.close()
        var order: [Int] = []
        queue.work { order.append($0) }
        #expect(order == [9, 0, 1, 2])
    }

    /// Never more than there is room for, those that are worked on counted.
    @Test func whoAddsWaitsForRoom() {
        let queue = TaskQueue<Int>(room: 3)
        let inside = Watched((now: 0, most: 0))
        let group = ThreadGroup("test")
        for _ in 0..<2 {
            group.start { queue.work { _ in inside.change { $0.now -= 1 } } }
        }
        for number in 0..<500 {
            queue.add(number)
            inside.change { inside in
                inside.now += 1
                inside.most = max(inside.most, inside.now)
            }
        }
        queue.close()
        group.wait()
        #expect(inside.current.now == 0 && inside.current.most <= 3)
    }
}
