import Diagnosis
import MirrorCore
import RegistryClient

extension CABundle {
    /// Asks the endpoint with nothing trusted but the bundle, through the proxy that the probe took.
    package func prove(at endpoint: MirrorEndpoint, through proxy: ProxyAddress?) throws(Refusal) {
        guard let url = HTTPURL(endpoint.rootURL + "/v2/"),
            let transport = try? HTTPTransport(
                trust: .certificates(certificates.map(\.der)),
                proxy: { _ in proxy.map { HTTPProxy($0) } }
            )
        else { throw .noTLS }
        let exchange = transport.perform(HTTPRequest(.head, url)) { _ in true }
        guard exchange.handshake?.isVerified == true else {
            throw .notProven(exchange.handshake?.problems.first?.text ?? TransportFailure(exchange).words)
        }
    }
}

extension TransportFailure {
    fileprivate init(_ exchange: HTTPExchange) {
        self = exchange.failure.map { TransportFailure($0) } ?? .other("")
    }
}
