import Diagnosis
import Glibc
import RegistryClient
import Texts
import Threads

extension ProbeRun {
    /// What the largest layers of an image package need at most, in one request.
    private static let largestBody = 2 << 30
    private static let smallestStep = 1 << 20
    /// Really sent, once: small enough for a slow line.
    private static let sampleBytes = 4 << 20

    /// Opens an upload, finds out how much one request may bring, sends a little, and cancels the upload, whatever happens
    /// meanwhile.
    func rehearse(_ client: RegistryClient) {
        guard plan.rehearsesPush, !cancellation.isCancelled else { return }
        start(.push)
        client.readChallenges = \.challenges
        client.asksForTokensAsNodes = false
        let begun = ContinuousClock.now
        var facts = RehearsalFacts(repository: rehearsedRepository, outcome: .unexpected)
        // Broken off half way, nobody would know whether there is something to cancel.
        let opened = open(client, facts)
        facts.sentCredential = opened.login?.sentTo != nil || client.sendsBasic
        facts.answer = opened.exchange.response.map(Self.facts)
        if var upload = opened.upload {
            facts.elsewhere = upload.elsewhere.map(Self.place)
            facts.outcome = .accepted
            findLimit(client, &upload, &facts)
            sendSample(client, &upload, &facts)
            facts.elsewhere = facts.elsewhere ?? upload.elsewhere.map(Self.place)
            let isHeld = facts.outcome == .accepted && facts.sentBytes > 0 && client.held(of: upload) == facts.sentBytes
            facts.cleanup = keepingAtIt { Self.cleanup(client.cancel(upload)) }
            if facts.outcome == .accepted, facts.sentBytes > 0 { judge(client, isHeld: isHeld, &facts) }
        } else {
            facts.outcome = Self.outcome(opened.exchange)
            // A place that a push does not follow either: another host, and no TLS.
            if let response = opened.exchange.response, response.status == 202 {
                facts.elsewhere = response.uploadLocation.map(Self.place)
            }
        }
        report.rehearsal = facts
        show(facts, begun.duration(to: .now).milliseconds)
    }

    private func open(_ client: RegistryClient, _ facts: RehearsalFacts) -> RegistryClient.OpenedUpload {
        var opened = keepingAtIt { client.openUpload(repository: facts.repository) }
        for pause in Self.pauses where isPassing(opened.exchange) {
            rest(pause)
            opened = keepingAtIt { client.openUpload(repository: facts.repository) }
        }
        return opened
    }

    /// Between tries, in milliseconds: what passes soon a push never notices.
    private static let pauses = [300, 900]

    /// What a push tries again.
    private func isPassing(_ exchange: HTTPExchange) -> Bool {
        guard !cancellation.isCancelled else { return false }
        return switch exchange.result {
        case .failure(let failure): failure != .bodyWanted && RegistryError.transport(failure).isWorthRetrying
        case .success(let response): Self.trouble(response).isWorthRetrying
        }
    }

    private static func trouble(_ response: HTTPResponse) -> RegistryError {
        .refused(RegistryError.Refusal(response, now: Int64(time(nil))))
    }

    private func rest(_ milliseconds: Int) { cancellation.sleep(milliseconds: milliseconds) }

    private var rehearsedRepository: String {
        let image = plan.images.lazy.compactMap { ProbeImage($0) }.first
        if let image { return image.path(below: plan.endpoint.mirrorNamespace) }
        return plan.endpoint.mirrorNamespace.map { "\($0)/\(RehearsalFacts.repositoryName)" }
            ?? RehearsalFacts.repositoryName
    }

    /// Bodies are announced only: a limit shows without a byte being sent.
    private func findLimit(_ client: RegistryClient, _ upload: inout BlobUpload, _ facts: inout RehearsalFacts) {
        guard let first = isTaken(Self.largestBody, client, &upload, &facts) else { return }
        guard !first else {
            facts.takenBytes = Self.largestBody
            return
        }
        var (low, high) = (0, Self.largestBody)
        while high - low > max(Self.smallestStep, low / 8), !cancellation.isCancelled {
            // Limits are small numbers more often than large ones.
            let middle = low == 0 ? max(Self.smallestStep, high / 16) : low + (high - low) / 2
            guard middle < high, let taken = isTaken(middle, client, &upload, &facts) else { break }
            if taken { low = middle } else { high = middle }
        }
        facts.takenBytes = low
        facts.refusedBytes = high
    }

    /// `nil` when the answer says neither.
    private func isTaken(
        _ bytes: Int,
        _ client: RegistryClient,
        _ upload: inout BlobUpload,
        _ facts: inout RehearsalFacts
    ) -> Bool? {
        let exchange = client.append(HTTPBody(.announced(bytes)), to: &upload)
        if exchange.failure == .bodyWanted { return true }
        guard let response = exchange.response, Self.trouble(response).isTooLarge else { return nil }
        facts.refusal = Self.facts(response)
        return false
    }

    /// Sends a little, and less of it where that is too much, as far down as a push goes.
    private func sendSample(_ client: RegistryClient, _ upload: inout BlobUpload, _ facts: inout RehearsalFacts) {
        var size = Self.sampleBytes
        if let refused = facts.refusedBytes { size = min(size, max(facts.takenBytes, refused / 2)) }
        var isNew = false
        while !cancellation.isCancelled, size > 0 {
            let exchange = sent(size, client, &upload)
            guard !cancellation.isCancelled else { return }
            if let status = exchange.response?.status, [202, 201, 204, 200].contains(status) {
                (facts.sentBytes, facts.takenBytes) = (size, max(size, facts.takenBytes))
                return
            }
            // What was announced and not sent costs some registries the upload.
            if let status = exchange.response?.status, [404, 410].contains(status), !isNew,
                let again = keepingAtIt({ client.openUpload(repository: facts.repository) }).upload
            {
                (upload, isNew) = (again, true)
                continue
            }
            facts.outcome = Self.outcome(exchange)
            facts.answer = exchange.response.map(Self.facts)
            guard facts.outcome == .tooLarge else { return }
            (facts.refusedBytes, facts.takenBytes, facts.refusal) = (size, 0, facts.answer)
            guard size > ChunkSize.smallest else { return }
            size = max(ChunkSize.smallest, size / 2)
            facts.outcome = .accepted
        }
    }

    private func sent(_ size: Int, _ client: RegistryClient, _ upload: inout BlobUpload) -> HTTPExchange {
        let body = HTTPBody(.bytes([UInt8](repeating: 0, count: size)))
        var exchange = client.append(body, to: &upload)
        for pause in Self.pauses where isPassing(exchange) {
            rest(pause)
            exchange = client.append(body, to: &upload)
        }
        return exchange
    }

    /// Whether what it said yes to is there, as a push finds out at its end.
    private func judge(_ client: RegistryClient, isHeld: Bool, _ facts: inout RehearsalFacts) {
        guard !cancellation.isCancelled else { return }
        guard !client.claimsToHave(ExistenceProbe.digest, in: facts.repository) else {
            facts.outcome = .saysYesToEverything
            return
        }
        guard !isHeld else {
            facts.proof = .said
            return
        }
        let (stop, until, cancellation) = (Cancellation(), proofEnd, cancellation)
        let isOver: @Sendable () -> Bool = {
            if cancellation.isCancelled || ContinuousClock.now > until { stop.cancel() }
            return stop.isCancelled
        }
        guard let pusher = makePushClient?({ !isOver() }) else { return }
        let proof = RehearsalProof(repository: facts.repository, takenBytes: facts.sentBytes)
        let outcome = proof.run(pusher, stop: stop) { milliseconds, _ in
            cancellation.sleep(until: min(.now + .milliseconds(milliseconds), until))
        }
        switch outcome {
        case .open: facts.proof = .open
        case .kept: facts.proof = .kept
        case .failed(let failure): facts.fail(failure)
        }
        let removed = keepingAtIt { client.deleteBlob(proof.digest, repository: facts.repository) }
        if case .refused(let answer) = Self.cleanup(removed) { facts.blobLeft = answer }
        if case .noAnswer(let failure) = Self.cleanup(removed), case .done = facts.cleanup {
            facts.cleanup = .noAnswer(failure)
        }
    }

    private static func outcome(_ exchange: HTTPExchange) -> RehearsalFacts.Outcome {
        switch exchange.result {
        case .failure(let failure): return .noAnswer(TransportFailure(failure))
        case .success(let response) where trouble(response).isTooLarge: return .tooLarge
        case .success(let response):
            switch response.status {
            case 401, 403: return .denied
            case 405: return .readOnly
            case 404: return .noProject
            case 501, 503: return response.errorCodes.contains("UNSUPPORTED") ? .readOnly : .unexpected
            default: return .unexpected
            }
        }
    }

    private static func cleanup(_ exchange: HTTPExchange) -> RehearsalFacts.Cleanup {
        switch exchange.result {
        case .failure(let failure): .noAnswer(TransportFailure(failure))
        case .success(let response) where (200...299).contains(response.status) || response.status == 404: .done
        case .success(let response): .refused(Self.facts(response))
        }
    }

    private func show(_ facts: RehearsalFacts, _ took: Double) {
        switch facts.outcome {
        case .accepted:
            let words = facts.proof.map { "rehearsal.\($0.rawValue)" } ?? "rehearsal.accepted"
            pass(.push, took, Phrase(words, ["repository": facts.repository]))
        case .noAnswer(let failure): fail(.push, took, .seen(failure.words))
        case .notKept: fail(.push, took, facts.failure.map(\.title))
        case .saysYesToEverything: fail(.push, took, Phrase("MIR0613.title"))
        default: fail(.push, took, facts.answer.map { .seen($0.summary) } ?? facts.failure.map(\.title))
        }
    }

    private static func place(_ url: HTTPURL) -> String { bounded(String(url.text.prefix { $0 != "?" })) }

    /// What follows the ? of an upload's place means something to the registry only.
    private static func facts(_ response: HTTPResponse) -> HTTPFacts {
        var facts = HTTPFacts(response)
        facts.url = String(facts.url.prefix { $0 != "?" })
        return facts
    }
}

extension RehearsalFacts {
    /// As the push that failed with it says.
    fileprivate mutating func fail(_ failure: PushFailure) {
        self.failure = failure.finding(repository: repository)
        outcome =
            switch failure {
            case .forgotten, .differs, .registry(.refused(_), during: .finish): .notKept
            case .saysYesToEverything: .saysYesToEverything
            case .registry(.transport(let failure), _): .noAnswer(TransportFailure(failure))
            default: .unexpected
            }
    }
}
