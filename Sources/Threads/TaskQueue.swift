/// What a fixed number of threads take from, until it is closed. Who adds waits when it is full.
package final class TaskQueue<Task: Sendable>: Sendable {
    private struct State: Sendable {
        var urgent: [Task] = []
        var tasks: [Task] = []
        /// Taken and not finished.
        var underWay = 0
        var isClosed = false

        var waiting: Int { urgent.count + tasks.count }
    }

    private let state = Watched(State())
    private let room: Int

    /// - Parameter room: for tasks that wait or are under way.
    package init(room: Int = .max) { self.room = room }

    /// - Parameter isUrgent: goes before everything that is not, and does not wait for room.
    package func add(isUrgent: Bool = false, _ task: Task) {
        state.value { state -> Void? in
            guard isUrgent || state.waiting + state.underWay < self.room else { return nil }
            if isUrgent { state.urgent.append(task) } else { state.tasks.append(task) }
            return ()
        }
    }

    /// Runs tasks until the queue is closed and nothing is left of it.
    package func work(_ body: (Task) -> Void) {
        while let task = take() {
            body(task)
            state.change { $0.underWay -= 1 }
        }
    }

    /// Waits until everything that was added has run, what it has added itself included.
    package func waitUntilEmpty() {
        state.value { $0.waiting + $0.underWay == 0 ? () : nil }
    }

    /// Ends the workers once there is nothing left.
    package func close() { state.change { $0.isClosed = true } }

    private func take() -> Task? {
        state.value { state -> Task?? in
            if !state.urgent.isEmpty || !state.tasks.isEmpty {
                state.underWay += 1
                return state.urgent.isEmpty ? state.tasks.removeFirst() : state.urgent.removeFirst()
            }
            return state.isClosed ? .some(nil) : nil
        }
    }
}
