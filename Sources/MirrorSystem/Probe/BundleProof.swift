import MirrorCore
import RegistryClient

extension CABundle {
    /// Asks the endpoint with nothing trusted but the bundle.
    package func prove(at endpoint: MirrorEndpoint) throws(Refusal) {
        guard let url = HTTPURL(endpoint.rootURL + "/v2/"),
            let transport = try? HTTPTransport(trust: .certificates(certificates.map(\.der)))
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
