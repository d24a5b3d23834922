import Diagnosis
import RegistryClient
import Texts

extension ProbeRun {
    /// Answers the challenge, if there was one; `false` when the registry does not let us in.
    func login(_ client: RegistryClient, _ challenges: [HTTPChallenge]) -> Bool {
        guard report.ping?.status == 401 else {
            skip(.login, Phrase("probe.noLogin"))
            return true
        }
        start(.login)
        let begun = ContinuousClock.now
        let login = client.answer(challenges)
        note(login)
        var facts = LoginFacts(challenges: challenges.map(ChallengeFacts.init), sent: CredentialSent(login))
        facts.offered = report.ping?.authenticate.flatMap(HTTPChallenge.parse).map(ChallengeFacts.init)
        facts.token = login.token?.response.map(HTTPFacts.init)
        facts.tokenProblem = login.tokenProblem.map { bounded($0) }
        facts.tokenFailure = login.token?.failure.map(TransportFailure.init)
        if !isUnverified, let handshake = login.token?.handshake,
            let realm = facts.challenges.compactMap(\.realm).first,
            let host = HTTPURL(realm)?.host
        {
            let judged = judged(handshake, for: host)
            let isRefused = facts.tokenFailure == .certificateRejected || judged.verdicts?.isEmpty == false
            if isRefused { facts.tokenTLS = judged }
        }
        facts.hasToken = login.token != nil && login.authorization != nil
        var failure: HTTPFailure?
        if let authorization = login.authorization, !cancellation.isCancelled {
            let exchange = client.ping(authorization: authorization)
            facts.answer = exchange.response.map(HTTPFacts.init)
            failure = exchange.failure
        }
        guard !cancellation.isCancelled else { return false }
        report.login = facts
        let took = begun.duration(to: .now).milliseconds
        guard let status = facts.answer?.status, (200...299).contains(status) else {
            // Harbor lets nobody in at the door, and everybody pull from a public project.
            if facts.sent == .nothing(.noCredential), facts.hasToken, failure == nil, !plan.images.isEmpty {
                return true
            }
            let seen = facts.answer ?? facts.token
            if let failure {
                fail(.login, TransportFailure(failure), took)
            } else if let words = report.tokenByGETOnly?.words {
                fail(.login, took, .seen("POST: \(words)"))
            } else {
                fail(.login, took, seen.map { .seen($0.summary) })
            }
            return false
        }
        pass(.login, took, accepted(facts))
        return true
    }

    /// What nodes are refused, and a tool that asks by GET is not.
    func note(_ login: RegistryClient.Login?) {
        guard let login, login.isGivenByGETOnly, let exchange = login.token else { return }
        let answer = exchange.response.map(HTTPFacts.init)
        let words = login.tokenProblem ?? exchange.failure.map { TransportFailure($0).words } ?? answer?.summary ?? ""
        report.tokenByGETOnly = TokenByGETFacts(answer: answer, words: bounded(words))
    }

    /// Says how a login without credentials went, once the images have told.
    func endAnonymousLogin() {
        guard report[.login].status == .running, !cancellation.isCancelled else { return }
        if report.images.contains(where: { if case .found = $0.outcome { true } else { false } }) {
            skip(.login, Phrase("probe.imagesWithoutLogin"))
        } else {
            fail(.login, nil, report.login?.answer.map { .seen($0.summary) })
        }
    }

    private func accepted(_ facts: LoginFacts) -> Phrase {
        guard facts.sent.wasSent, case .loaded(.found(_, let username)) = report.dockerConfig else {
            return Phrase("probe.anonymous")
        }
        return Phrase("probe.accepted", ["username": username])
    }
}

extension Duration {
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1_000_000_000_000_000
    }
}
