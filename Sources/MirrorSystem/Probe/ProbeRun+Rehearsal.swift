import MirrorCore
import RegistryClient

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
        let begun = ContinuousClock.now
        var facts = RehearsalFacts(repository: rehearsedRepository, outcome: .unexpected)
        // Broken off half way, nobody would know whether there is something to cancel.
        let opened = keepingAtIt { client.openUpload(repository: facts.repository) }
        facts.sentCredential = opened.login?.sentTo != nil || client.sendsBasic
        facts.answer = opened.exchange.response.map(Self.facts)
        if var upload = opened.upload {
            facts.elsewhere = upload.elsewhere.map(Self.place)
            facts.outcome = .accepted
            findLimit(client, &upload, &facts)
            sendSample(client, &upload, &facts)
            facts.cleanup = keepingAtIt { Self.cleanup(client.cancel(upload)) }
        } else {
            facts.outcome = Self.outcome(opened.exchange)
        }
        report.rehearsal = facts
        show(facts, begun.duration(to: .now).milliseconds)
    }

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
        guard let response = exchange.response, response.status == 413 else { return nil }
        facts.refusal = Self.facts(response)
        return false
    }

    private func sendSample(_ client: RegistryClient, _ upload: inout BlobUpload, _ facts: inout RehearsalFacts) {
        let limit = facts.refusedBytes == nil ? Self.sampleBytes : min(facts.takenBytes, Self.sampleBytes)
        guard !cancellation.isCancelled, limit > 0 else { return }
        let exchange = client.append(HTTPBody(.bytes([UInt8](repeating: 0, count: limit))), to: &upload)
        facts.elsewhere = facts.elsewhere ?? upload.elsewhere.map(Self.place)
        if exchange.response?.status == 202 { facts.sentBytes = limit }
        guard exchange.response?.status != 202, !cancellation.isCancelled else { return }
        facts.outcome = Self.outcome(exchange)
        facts.answer = exchange.response.map(Self.facts)
        if facts.outcome == .tooLarge {
            facts.refusedBytes = limit
            facts.takenBytes = 0
            facts.refusal = facts.answer
        }
    }

    private static func outcome(_ exchange: HTTPExchange) -> RehearsalFacts.Outcome {
        switch exchange.result {
        case .failure(let failure): return .noAnswer(TransportFailure(failure))
        case .success(let response):
            switch response.status {
            case 401, 403: return .denied
            case 405: return .readOnly
            case 404: return .noProject
            case 413: return .tooLarge
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
        case .accepted where facts.refusedBytes == nil && facts.elsewhere == nil:
            pass(.push, took, Phrase("rehearsal.accepted", ["repository": facts.repository]))
        case .accepted where facts.elsewhere == nil:
            fail(.push, took, facts.refusal.map { .seen($0.summary) })
        case .accepted: fail(.push, took, facts.elsewhere.map { .seen("Location: \($0)") })
        case .noAnswer(let failure): fail(.push, took, .seen(failure.words))
        default: fail(.push, took, facts.answer.map { .seen($0.summary) })
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
