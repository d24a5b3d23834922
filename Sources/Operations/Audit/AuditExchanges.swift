import Containerd
import Diagnosis
import Glibc
import MirrorCore
import MirrorSystem
import RegistryClient
import Threads

/// One request at a time: from memory, or from the host; and what an answer leaves in doubt.
struct AuditExchanges {
    private let asker: RegistryAsker
    private let memory: AuditMemory
    private let materials: [String: MirrorMaterial]
    private let cancellation: Cancellation

    init(
        _ asker: RegistryAsker,
        _ memory: AuditMemory,
        _ materials: [String: MirrorMaterial],
        _ cancellation: Cancellation
    ) {
        self.asker = asker
        self.memory = memory
        self.materials = materials
        self.cancellation = cancellation
    }

    typealias Answer = (answer: RegistryAnswer, doubt: AuditDoubt?)

    func answer(_ request: RegistryRequest, _ endpoint: RegistryEndpoint, _ route: AuditRoute, _ index: Int) -> Answer {
        guard let url = HTTPURL(request.url) else { return unasked(.sentOutside(host: endpoint.host, to: request.url)) }
        let place = Self.hostAndPort(request.url)
        guard route.mayFollow(to: place, from: index) else {
            return unasked(.sentOutside(host: endpoint.host, to: place))
        }
        return asked(request, url, endpoint)
    }

    private func asked(_ request: RegistryRequest, _ url: HTTPURL, _ endpoint: RegistryEndpoint) -> Answer {
        let hasLogin = request.authorization != nil || request.form != nil
        if hasLogin, !url.isHTTPS { return unasked(.loginWithheld(host: endpoint.host, to: url.origin)) }
        guard let signers = signers(request, url, endpoint) else {
            return unasked(.loginWithheld(host: endpoint.host, to: url.origin))
        }
        if let given = memory.given(url.origin) { return (given.failure, given.doubt) }
        if let known = memory.answer(to: request) { return judged(known, request, endpoint) }
        var answer = asker.answer(request, endpoint.tls, signers: signers, continues: continues)
        if isWorthAnotherTry(answer), pause(milliseconds: 300) {
            answer = asker.answer(request, endpoint.tls, signers: signers, continues: continues)
        }
        memory.keep(answer, to: request)
        let judged = judged(answer, request, endpoint)
        guard !cancellation.isCancelled else { return judged }
        note(judged, url.origin)
        return judged
    }

    /// What the operator's own CA has to have signed; `nil` where a login must not go.
    private func signers(
        _ request: RegistryRequest,
        _ url: HTTPURL,
        _ endpoint: RegistryEndpoint
    ) -> RegistryAsker.Signers? {
        guard request.purpose == .token, request.authorization != nil || request.form != nil else { return .usual }
        guard url.host != HTTPURL(endpoint.scheme + "://" + endpoint.host)?.host else { return .usual }
        let material = materials[endpoint.host]
        if material?.names(url) == true { return .usual }
        return endpoint.tls.caFiles?.isEmpty == false ? .own : nil
    }

    private func judged(_ answer: RegistryAnswer, _ request: RegistryRequest, _ endpoint: RegistryEndpoint) -> Answer {
        let material = materials[endpoint.host]
        switch answer {
        case .failure(let failure):
            if case .x509 = failure, let reason = material?.missingCA {
                return (answer, .caUnknown(host: endpoint.host, reason))
            }
            let words = URLLogin.masked(SaidBack.masked(failure.text))
            return (answer, .noAnswer(host: endpoint.host, words: words))
        case .response(let response):
            switch response.status {
            case 401, 403:
                guard let missing = material?.missingLogin else { return (answer, nil) }
                return (answer, .loginUnknown(host: endpoint.host, missing))
            case 408, 429, 500...: return (answer, .status(host: endpoint.host, response.status))
            default: return (answer, nil)
            }
        }
    }

    private func note(_ judged: Answer, _ origin: String) {
        guard let doubt = judged.doubt else { return memory.wentWell(origin) }
        switch doubt {
        case .noAnswer, .caUnknown, .status:
            if isFinal(judged.answer) {
                memory.give(up: origin, judged.answer, doubt)
            } else {
                memory.strike(origin, judged.answer, doubt)
            }
        default: memory.wentWell(origin)
        }
    }

    private func unasked(_ doubt: AuditDoubt) -> Answer { (.failure(.other("not asked")), doubt) }

    private func continues() -> Bool { !cancellation.isCancelled }

    /// A connection that broke, a server that is busy: it may have been us.
    private func isWorthAnotherTry(_ answer: RegistryAnswer) -> Bool {
        switch answer {
        case .failure(.refused), .failure(.endOfFile), .failure(.reset): true
        case .failure: false
        case .response(let response): [408, 429, 500, 502, 503, 504].contains(response.status)
        }
    }

    /// No connection, or none that is trusted: the next image would fare the same.
    private func isFinal(_ answer: RegistryAnswer) -> Bool {
        guard case .failure(let failure) = answer else { return false }
        return switch failure {
        case .endOfFile, .reset, .timeout, .handshakeTimeout: false
        default: true
        }
    }

    /// - Returns: `false` when nobody waits any more.
    private func pause(milliseconds: Int) -> Bool {
        cancellation.sleep(milliseconds: milliseconds)
    }

    private static func hostAndPort(_ url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return "" }
        return String(url[start...].prefix { $0 != "/" && $0 != "?" })
    }
}
