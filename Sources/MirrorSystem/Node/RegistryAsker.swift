import Containerd
import Diagnosis
import Glibc
import RegistryClient
import Secrets

/// Carries the engine's requests to hosts and their answers back, from one thread, with the CA files and proxies of a view.
/// Connections are kept for as long as it lives.
///
/// Only what finds a name is asked: HEAD and GET of manifests, and tokens. Nothing is downloaded.
package final class RegistryAsker {
    /// Whose CAs a server has to be signed by.
    package enum Signers: Equatable, Sendable {
        /// As containerd has it: the system's and the endpoint's own.
        case usual
        /// The endpoint's own alone.
        case own
    }

    private let view: NodeView
    private let release: GoRelease
    private let limits: HTTPLimits
    private var lines: [Line] = []

    /// Connections with the same settings.
    private final class Line {
        let tls: RegistryEndpoint.TLS
        let signers: Signers
        let transport: HTTPTransport
        /// What the node's Go does not take, by origin: a kept connection shows its certificates no more.
        var refused: [String: ExchangeFailure] = [:]

        init(_ tls: RegistryEndpoint.TLS, _ signers: Signers, _ transport: HTTPTransport) {
            self.tls = tls
            self.signers = signers
            self.transport = transport
        }
    }

    package init(_ view: NodeView, _ version: ContainerdVersion, secondsPerRequest: Int = 10) {
        self.view = view
        release = GoRelease(of: version)
        let milliseconds = secondsPerRequest * 1000
        limits = HTTPLimits(
            connectMilliseconds: milliseconds,
            totalMilliseconds: milliseconds,
            bodyBytes: 4 << 20
        )
    }

    /// - Parameter continues: asked about twenty times a second; `false` cancels.
    package func answer(
        _ request: RegistryRequest,
        _ tls: RegistryEndpoint.TLS,
        signers: Signers = .usual,
        continues: () -> Bool = { true }
    ) -> RegistryAnswer {
        guard let method = HTTPRequest.Method(rawValue: request.method), let url = HTTPURL(request.url) else {
            return .failure(.other("\(request.method) is not made by a trace"))
        }
        let line: Line
        do throws(HTTPFailure) { line = try self.line(tls, signers) } catch {
            return .failure(.other(TransportFailure(error).words))
        }
        if let failure = line.refused[url.origin] { return .failure(failure) }
        let exchange = line.transport.perform(live(request, method, url)) { _ in continues() }
        switch exchange.result {
        case .success(let response):
            // What OpenSSL took, the node's Go may refuse.
            if let failure = goFailure(exchange, tls, host: url.host) {
                line.refused[url.origin] = failure
                return .failure(failure)
            }
            let headers = response.headers.fields.map { HTTPField($0.name, $0.value) }
            return .response(RegistryResponse(status: response.status, headers: headers, body: response.body))
        case .failure(let failure):
            return .failure(exchangeFailure(failure, exchange, tls, host: url.host))
        }
    }

    private func line(_ tls: RegistryEndpoint.TLS, _ signers: Signers) throws(HTTPFailure) -> Line {
        if let found = lines.first(where: { $0.signers == signers && $0.tls == tls }) { return found }
        let line = Line(tls, signers, try view.transport(tls, signers))
        lines.append(line)
        return line
    }

    private func live(_ request: RegistryRequest, _ method: HTTPRequest.Method, _ url: HTTPURL) -> HTTPRequest {
        // A form holds a login; like every other, it goes nowhere in clear.
        let form = url.isHTTPS ? request.form?.reveal { Array($0.utf8) } : nil
        var live = HTTPRequest(
            method,
            url,
            accept: request.headers.filter { $0.name == "Accept" }.map(\.value),
            authorization: request.authorization?.reveal { Authorization(header: $0) },
            body: form.map { HTTPBody(.bytes($0), type: "application/x-www-form-urlencoded") },
            limits: limits
        )
        // `[host.….header]` may hold a login too.
        if url.isHTTPS {
            live.fields = request.headers.filter { $0.name != "Accept" }.map { ($0.name, $0.value) }
            for field in live.fields where field.name.lowercased() != "user-agent" {
                SaidBack.note(Secret(field.value))
            }
        }
        return live
    }

    /// What the Go of this containerd says of the server's certificates; `nil` when it takes them, or was told not to look.
    private func goFailure(
        _ exchange: HTTPExchange,
        _ tls: RegistryEndpoint.TLS,
        host: String
    ) -> ExchangeFailure? {
        guard let handshake = exchange.handshake, !handshake.chain.isEmpty, tls.skipVerify != true else { return nil }
        return GoCertificateWords.failure(
            handshake,
            pool: view.certificates(tls).map(\.der),
            host: host,
            now: Int64(time(nil)),
            release: release
        )
    }

    private func exchangeFailure(
        _ failure: HTTPFailure,
        _ exchange: HTTPExchange,
        _ tls: RegistryEndpoint.TLS,
        host: String
    ) -> ExchangeFailure {
        switch failure {
        case .refused: .refused
        case .nameNotResolved: .noSuchHost(host)
        case .timedOut(.shakingHands): .handshakeTimeout
        case .timedOut: .timeout
        case .unreachable: .other("dial tcp: connect: no route to host")
        case .proxy(let failure):
            .other("proxyconnect tcp: " + TransportFailure(.proxy(failure)).words.replacing("proxy: ", with: ""))
        case .closed: .endOfFile
        case .notTLS: .httpOnHTTPS
        case .certificateRejected:
            goFailure(exchange, tls, host: host) ?? .x509("certificate signed by unknown authority")
        default: .other(TransportFailure(failure).words)
        }
    }
}
