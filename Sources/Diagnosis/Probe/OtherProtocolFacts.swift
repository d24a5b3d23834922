/// What the same port says in the protocol that the endpoint does not name: `GET /v2/` in clear, or a TLS greeting. Nothing
/// else is sent, and no credential.
package struct OtherProtocolFacts: Equatable, Sendable, Codable {
    /// `http` or `https`
    package var scheme: String
    /// To `GET /v2/` in clear.
    package var answer: HTTPFacts?
    /// `TLSv1.3`; an alert counts as TLS too.
    package var tls: String?
    /// Why there was no answer.
    package var failure: TransportFailure?

    package init(scheme: String, answer: HTTPFacts? = nil, tls: String? = nil, failure: TransportFailure? = nil) {
        (self.scheme, self.answer, self.tls, self.failure) = (scheme, answer, tls, failure)
    }

    package var isSpoken: Bool { answer != nil || tls != nil }

    var evidence: [String] {
        let asked = scheme == "http" ? "GET http://…/v2/" : "TLS"
        if let answer { return answer.evidence }
        return ["\(asked): \(tls ?? failure?.words ?? "–")"]
    }
}
