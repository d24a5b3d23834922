import GoData

/// Why a registry did not do what it was asked.
package enum RegistryError: Error, Equatable, Sendable {
    /// No answer.
    case transport(HTTPFailure)
    /// An answer that is none of those expected.
    case refused(Refusal)
    /// It says yes, and what comes with that cannot be: `what` names the header or the value.
    case unexpectedResponse(status: Int, what: String)
    /// It wants a login at a place that must not have it.
    case loginWithheld(CredentialScope.Withheld, from: String)
    /// Its token server gives no token.
    indirect case tokenServer(String, RegistryError)

    package struct Refusal: Equatable, Sendable {
        package var status: Int
        /// `code` of each entry of an OCI error body.
        package var codes: [String]
        /// The first entry's `message`, or the start of the body; foreign text.
        package var words: String
        /// The first entry's `detail` as JSON, bounded; foreign text. Empty where there is none.
        package var detail: String
        /// `Retry-After`, in seconds from when the answer came.
        package var retryAfterSeconds: Int?

        package init(
            status: Int,
            codes: [String],
            words: String,
            detail: String = "",
            retryAfterSeconds: Int? = nil
        ) {
            self.status = status
            self.codes = codes
            self.words = words
            self.detail = detail
            self.retryAfterSeconds = retryAfterSeconds
        }
    }

    /// Whether the same request may succeed later without anybody doing anything.
    package var isWorthRetrying: Bool {
        switch self {
        case .transport(let failure): failure.isWorthRetrying
        // docker-registry answers 500 to a manifest that its rules forbid, too.
        case .refused(let refusal) where refusal.codes.contains { $0.hasPrefix("MANIFEST") }: false
        case .refused(let refusal): [408, 425, 429, 500, 502, 503, 504].contains(refusal.status)
        case .unexpectedResponse, .loginWithheld: false
        case .tokenServer(_, let trouble): trouble.isWorthRetrying
        }
    }

    /// Whether the registry asks for less at a time.
    package var isOverload: Bool {
        switch self {
        case .transport(let failure): failure.isWorthRetrying
        case .refused(let refusal): [429, 502, 503, 504].contains(refusal.status)
        case .unexpectedResponse, .loginWithheld, .tokenServer: false
        }
    }

    /// `code` of each entry of its error body.
    package var codes: [String] {
        if case .refused(let refusal) = self { refusal.codes } else { [] }
    }

    /// The registry says that a request was larger than it takes.
    package var isTooLarge: Bool {
        if case .refused(let refusal) = self { refusal.isTooLarge } else { false }
    }

    /// What was refused is the registry's business, not its token server's.
    package var status: Int? {
        if case .refused(let refusal) = self { refusal.status } else { nil }
    }

    /// Nobody answers, rather than somebody saying no.
    package var isOutOfReach: Bool {
        switch self {
        case .transport(let failure): failure.isOutOfReach
        case .tokenServer(_, let trouble): trouble.isOutOfReach
        case .refused, .unexpectedResponse, .loginWithheld: false
        }
    }

    package var retryAfterSeconds: Int? {
        switch self {
        case .refused(let refusal): refusal.retryAfterSeconds
        case .tokenServer(_, let trouble): trouble.retryAfterSeconds
        case .transport, .unexpectedResponse, .loginWithheld: nil
        }
    }
}

extension HTTPFailure {
    fileprivate var isWorthRetrying: Bool {
        switch self {
        case .refused, .unreachable, .timedOut, .closed, .nameNotResolved, .notHTTP, .other: true
        case .proxy(.refusedTunnel(let status, _)): status >= 500
        case .proxy(let failure): [.refused, .unreachable, .timedOut, .silent].contains(failure)
        case .cancelled, .notTLS, .tlsVersion, .greetingRefused, .clientCertificateRequired, .certificateRejected,
            .headersTooLarge, .bodyWanted, .unsendable:
            false
        }
    }

    fileprivate var isOutOfReach: Bool {
        switch self {
        case .refused, .unreachable, .nameNotResolved: true
        case .timedOut(let milestone): milestone < .requesting
        case .proxy(let failure): [.refused, .unreachable, .timedOut, .silent, .nameNotResolved].contains(failure)
        default: false
        }
    }
}

extension RegistryError.Refusal {
    package init(_ response: HTTPResponse, now: Int64) {
        status = response.status
        codes = response.errorCodes
        let first = JSONValue(parsing: response.body)?["errors"]?.elements?.first
        // Cut where it is shown: a secret that is said back has to be found whole.
        words = String(
            (first?["message"]?.string ?? String(decoding: response.body.prefix(4096), as: UTF8.self)).prefix(4096)
        )
        detail = String((first?["detail"]?.text ?? "").prefix(4096))
        // A date is the server's: what its own clock says counts, not ours.
        retryAfterSeconds = response.headers.retryAfterSeconds(now: response.headers.date ?? now)
    }
}

extension HTTPHeaders {
    /// `Retry-After` in its two forms, seconds or a date; at most a day.
    /// - Parameter now: seconds since 1970.
    package func retryAfterSeconds(now: Int64) -> Int? {
        guard let text = self["retry-after"] else { return nil }
        if let seconds = Int(text) { return min(max(0, seconds), 86_400) }
        return date(of: "retry-after").map { Int(min(max(0, $0 - now), 86_400)) }
    }
}
