/// Why a registry did not do what it was asked.
package enum RegistryTrouble: Error, Equatable, Sendable {
    /// No answer.
    case transport(HTTPFailure)
    /// An answer that is none of those expected.
    case refused(Refusal)
    /// It says yes, and what comes with that cannot be: `what` names the header or the value.
    case nonsense(status: Int, what: String)

    package struct Refusal: Equatable, Sendable {
        package var status: Int
        /// `code` of each entry of an OCI error body.
        package var codes: [String]
        /// The first entry's `message`, or the start of the body; foreign text.
        package var words: String
        /// `Retry-After`, in seconds from when the answer came.
        package var retryAfterSeconds: Int?
    }

    /// Whether the same request may succeed later without anybody doing anything.
    package var isWorthRetrying: Bool {
        switch self {
        case .transport(let failure): failure.isWorthRetrying
        // docker-registry answers 500 to a manifest that its rules forbid, too.
        case .refused(let refusal) where refusal.codes.contains { $0.hasPrefix("MANIFEST") }: false
        case .refused(let refusal): [408, 425, 429, 500, 502, 503, 504].contains(refusal.status)
        case .nonsense: false
        }
    }

    /// Whether the registry asks for less at a time.
    package var isOverload: Bool {
        switch self {
        case .transport(let failure): failure.isWorthRetrying
        case .refused(let refusal): [429, 502, 503, 504].contains(refusal.status)
        case .nonsense: false
        }
    }

    package var status: Int? {
        if case .refused(let refusal) = self { refusal.status } else { nil }
    }
}

extension HTTPFailure {
    fileprivate var isWorthRetrying: Bool {
        switch self {
        case .refused, .unreachable, .timedOut, .closed, .nameNotResolved, .notHTTP, .other: true
        case .proxy(.refusedTunnel(let status, _)): status >= 500
        case .proxy(let failure): [.refused, .unreachable, .timedOut, .silent].contains(failure)
        case .cancelled, .notTLS, .tlsVersion, .clientCertificateRequired, .certificateRejected, .headersTooLarge,
            .bodyWanted:
            false
        }
    }
}

extension RegistryTrouble.Refusal {
    init(_ response: HTTPResponse, now: Int64) {
        status = response.status
        codes = response.errorCodes
        let message = JSONValue(parsing: response.body)?["errors"]?.elements?.first?["message"]?.string
        words = String((message ?? String(decoding: response.body.prefix(200), as: UTF8.self)).prefix(200))
        retryAfterSeconds = response.headers.retryAfterSeconds(now: now)
    }
}

extension HTTPHeaders {
    /// `Retry-After` in its two forms, seconds or a date; at most an hour.
    func retryAfterSeconds(now: Int64) -> Int? {
        guard let text = self["retry-after"] else { return nil }
        if let seconds = Int(text) { return min(max(0, seconds), 3600) }
        return date(of: "retry-after").map { Int(min(max(0, $0 - now), 3600)) }
    }
}
