import CNcurses
import Glibc
import Synchronization

/// Where other threads leave values for the loop; never blocks, keeps the order of each thread.
package final class EventSink<Event: Sendable>: Sendable {
    private let queue = Mutex<[Event]>([])
    /// Readable when something was posted.
    let wake: Int32
    private let bell: Int32

    package init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard mir_pipe(&ends) == 0 else { throw .system(operation: "pipe2", errno: errno) }
        wake = ends[0]
        bell = ends[1]
    }

    deinit {
        close(wake)
        close(bell)
    }

    package func post(_ event: Event) {
        let wasEmpty = queue.withLock { queue in
            queue.append(event)
            return queue.count == 1
        }
        guard wasEmpty else { return }
        var byte: UInt8 = 0
        // A full pipe has woken the loop already.
        _ = write(bell, &byte, 1)
    }

    /// For a session that draws nothing: waits until something is there.
    package func waitForAll() -> [Event] {
        while true {
            var source = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
            _ = poll(&source, 1, -1)
            let events = takeAll()
            if !events.isEmpty { return events }
        }
    }

    func takeAll() -> [Event] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(wake, &bytes, bytes.count) == bytes.count {}
        return queue.withLock { queue in
            defer { queue = [] }
            return queue
        }
    }
}
