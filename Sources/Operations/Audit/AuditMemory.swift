import Containerd
import Diagnosis
import Synchronization

/// What every connection of an audit knows, so that nobody asks twice.
final class AuditMemory: Sendable {
    private struct State {
        var answers: [String: RegistryAnswer] = [:]
        var tokens: [String: (answer: RegistryAnswer, until: ContinuousClock.Instant)] = [:]
        /// Who is not asked any more, by origin.
        var given: [String: (failure: RegistryAnswer, doubt: AuditDoubt)] = [:]
        /// How often in a row an origin has said nothing of use since it last did.
        var strikes: [String: Int] = [:]
        var agreeing: Set<String> = []
        var standing: [AuditDoubt] = []

        mutating func giveUp(_ origin: String, _ failure: RegistryAnswer, _ doubt: AuditDoubt) {
            guard given[origin] == nil else { return }
            given[origin] = (failure, doubt)
            if !standing.contains(doubt) { standing.append(doubt) }
        }
    }

    private let state = Mutex(State())
    /// In a row, of one origin; then it is left alone.
    private static let mostStrikes = 8
    /// A token holds a minute at least.
    private static let tokenSeconds = 30

    /// What stood in the way of whole mirrors, in the order in which it was met.
    var standing: [AuditDoubt] { state.withLock { $0.standing } }

    /// An answer that needs no asking.
    func answer(to request: RegistryRequest) -> RegistryAnswer? {
        let key = Self.key(request)
        return state.withLock { state in
            if request.purpose == .token {
                return state.tokens[key].flatMap { $0.until > .now ? $0.answer : nil }
            }
            return state.answers[key] ?? state.answers[Self.challengeKey(request)]
        }
    }

    func keep(_ answer: RegistryAnswer, to request: RegistryRequest) {
        guard case .response(let response) = answer else { return }
        state.withLock { state in
            switch (request.purpose, response.status) {
            case (.token, 200):
                state.tokens[Self.key(request)] = (answer, .now + .seconds(Self.tokenSeconds))
            case (.token, _): break
            // A repository asks each of its manifests' visitors for the same login.
            case (_, 401) where request.authorization == nil: state.answers[Self.challengeKey(request)] = answer
            case (_, 200..<300), (_, 404): state.answers[Self.key(request)] = answer
            default: break
            }
        }
    }

    /// Why an origin is not asked any more.
    func given(_ origin: String) -> (failure: RegistryAnswer, doubt: AuditDoubt)? {
        state.withLock { $0.given[origin] }
    }

    func give(up origin: String, _ failure: RegistryAnswer, _ doubt: AuditDoubt) {
        state.withLock { $0.giveUp(origin, failure, doubt) }
    }

    /// One more answer of no use, as a connection that timed out or a server error.
    func strike(_ origin: String, _ answer: RegistryAnswer, _ doubt: AuditDoubt) {
        state.withLock { state in
            // Whoever has never said anything is not waited for again.
            let count = (state.strikes[origin] ?? Self.mostStrikes) + 1
            if state.strikes[origin] != nil { state.strikes[origin] = count }
            if count >= Self.mostStrikes { state.giveUp(origin, answer, doubt) }
        }
    }

    func wentWell(_ origin: String) { state.withLock { $0.strikes[origin] = 0 } }
    /// A host that has what nobody can have, by its base URL.
    func agrees(_ baseURL: String) { state.withLock { _ = $0.agreeing.insert(baseURL) } }
    func isAgreeing(_ baseURL: String) -> Bool { state.withLock { $0.agreeing.contains(baseURL) } }

    private static func key(_ request: RegistryRequest) -> String {
        "\(request.method) \(request.url) \(request.authorization != nil) \(request.form != nil)"
    }

    private static func challengeKey(_ request: RegistryRequest) -> String {
        guard request.authorization == nil, request.purpose == .manifest,
            let end = request.url.firstRange(of: "/manifests/")
        else { return "" }
        return "\(request.method) \(request.url[..<end.lowerBound])"
    }
}
