import Threads

/// Memory that pieces on their way may take, over all blobs.
final class PieceBudget: Sendable {
    private let free: Watched<Int>

    init(bytes: Int) { free = Watched(bytes) }

    /// Waits for room; `false` when `goesOn` says no first.
    /// - Parameter isNeeded: the sender has nothing left of this blob. What it waits for comes in any case, or blobs that
    ///   wait for their turn could hold up the one whose turn it is.
    func take(_ count: Int, while goesOn: () -> Bool, isNeeded: () -> Bool) -> Bool {
        while goesOn() {
            // Nobody tells when `goesOn` or `isNeeded` say something else.
            let taken = free.wait(until: .now + .milliseconds(100)) { free -> Bool? in
                guard free > 0 || isNeeded() else { return nil }
                free -= count
                return true
            }
            if taken == true { return true }
        }
        return false
    }

    func give(_ count: Int) {
        free.change { $0 += count }
    }
}

/// Carries one blob from the thread that reads the package to the one that sends it.
final class BlobPipe: Sendable {
    private enum End: Sendable {
        case whole(MadeLayer?)
        case broken(PushFailure)
    }

    private struct State: Sendable {
        var pieces: [[UInt8]] = []
        var end: End?
        /// The sender has had enough.
        var isAbandoned = false
        var made: MadeLayer?
    }

    private let state = Watched(State())
    private let budget: PieceBudget

    init(budget: PieceBudget) { self.budget = budget }

    // MARK: - The reading side

    private var isEmpty: Bool { state.read { $0.pieces.isEmpty } }

    var isAbandoned: Bool { state.read { $0.isAbandoned } }

    /// `false` when nobody wants more of it.
    func write(_ piece: [UInt8], while goesOn: () -> Bool) -> Bool {
        guard budget.take(piece.count, while: { goesOn() && !isAbandoned }, isNeeded: { isEmpty }) else { return false }
        let isWanted = state.change { state in
            guard !state.isAbandoned else { return false }
            state.pieces.append(piece)
            return true
        }
        if !isWanted { budget.give(piece.count) }
        return isWanted
    }

    func end(_ made: MadeLayer?) { close(.whole(made)) }

    func fail(_ failure: PushFailure) { close(.broken(failure)) }

    private func close(_ end: End) {
        state.change { $0.end = $0.end ?? end }
    }

    // MARK: - The sending side

    /// Waits for the next piece; `nil` at the end.
    func read() throws(PushFailure) -> [UInt8]? {
        let next = state.value { state -> Result<[UInt8]?, PushFailure>? in
            if !state.pieces.isEmpty { return .success(state.pieces.removeFirst()) }
            switch state.end {
            case .whole(let made):
                state.made = made
                return .success(nil)
            case .broken(let failure): return .failure(failure)
            case nil: return nil
            }
        }
        return try next.get()
    }

    var made: MadeLayer? { state.read { $0.made } }

    func gaveBack(_ count: Int) { budget.give(count) }

    func abandon() {
        let left = state.change { state in
            state.isAbandoned = true
            let left = state.pieces.reduce(0) { $0 + $1.count }
            state.pieces = []
            return left
        }
        budget.give(left)
    }
}
