import Synchronization

/// Every password and token that this process came to hold for sending it. A registry, a token server or a proxy may say
/// one back, and whoever shows what they say asks here what to blot out.
package enum MetSecrets {
    private struct State {
        var all: [String] = []
        var known: Set<String> = []
        var generation = 0
    }

    private static let state = Mutex(State())
    /// A long push gets new tokens all the time, and the oldest have run out; a fleet's files may hold thousands.
    private static let limit = 16_384
    /// Shorter ones stand in too many words.
    private static let minimum = 4

    package static func note(_ secret: String) {
        guard secret.utf8.count >= minimum else { return }
        state.withLock { state in
            guard state.known.insert(secret).inserted else { return }
            state.all.append(secret)
            state.generation += 1
            if state.all.count > limit { state.known.remove(state.all.removeFirst()) }
        }
    }

    /// The newest of them, and a number that changes with them.
    package static var all: (secrets: [String], generation: Int) { state.withLock { ($0.all, $0.generation) } }

    package static var generation: Int { state.withLock { $0.generation } }
}
