/// What went wrong with one request of a pull, in the words that containerd's errors have for it.
package enum PullFault: Equatable, Hashable, Sendable {
    // The certificate
    case unknownAuthority, expired, notYetValid, wrongName, otherCertificate
    // The handshake
    case tlsVersion, clientCertificate, tlsRefused, plainHTTP, notTLS
    // The way there
    case refused, timedOut, unreachable, reset, closed, nameNotResolved, proxy
    // The answer
    case noCredential, tokenRefused, webPage, contentMissing, wrongDigest, cutOff
    case status(Int)
    /// `REFERENCE: not found`: everybody who answered did not have it.
    case nobodyHasIt
    // The puller
    case gaveUp, stalled, noSpace
    case other

    package var name: String {
        switch self {
        case .status(404): "notFound"
        case .status: "status"
        default: "\(self)"
        }
    }

    /// What happened, as a part of a sentence.
    package var phrase: Phrase {
        if case .status(let status) = self, status != 404 {
            return Phrase("trace.fault.status", ["status": HTTPStatus.line(status)])
        }
        return Phrase("trace.fault.\(name)")
    }
}

extension PullFault {
    /// What an error text of containerd speaks of. The order counts: an error quotes the errors below it.
    package init(error: String) {
        let text = error.lowercased()
        if text.contains("x509:") {
            self = Self.certificate(text)
        } else if let found = Self.words.first(where: { text.contains($0.0) }) {
            self = found.1
        } else if let status = Self.statusCode(error) {
            self = .status(status)
        } else if let found = Self.lastWords.first(where: { text.contains($0.0) }) {
            self = found.1
        } else if text.hasSuffix(": eof") || text == "eof" {
            self = .closed
        } else {
            self = text.hasSuffix("not found") ? .nobodyHasIt : .other
        }
    }

    private static func certificate(_ text: String) -> PullFault {
        if text.contains("has expired or is not yet valid") {
            return text.contains(" is before ") ? .notYetValid : .expired
        }
        if text.contains("unknown authority") { return .unknownAuthority }
        let names = [
            "cannot validate certificate for", "certificate is valid for", "not valid for any names", "common name",
        ]
        return names.contains { text.contains($0) } ? .wrongName : .otherCertificate
    }

    /// Before a status is looked for.
    private static let words: [(String, PullFault)] = [
        ("proxyconnect", .proxy),
        ("no such host", .nameNotResolved), ("server misbehaving", .nameNotResolved), (": lookup ", .nameNotResolved),
        ("protocol version not supported", .tlsVersion), ("unsupported protocol version", .tlsVersion),
        ("tls: certificate required", .clientCertificate), ("tls: bad certificate", .clientCertificate),
        ("first record does not look like a tls handshake", .notTLS),
        ("tls handshake timeout", .timedOut),
        ("server gave http response to https client", .plainHTTP),
        ("remote error: tls:", .tlsRefused), ("tls: handshake failure", .tlsRefused),
        ("unexpected media type text/html", .webPage),
        ("unexpected commit digest", .wrongDigest), ("failed size validation", .wrongDigest),
        ("no space left on device", .noSpace),
        ("no basic auth credentials", .noCredential),
        ("fetch anonymous token", .tokenRefused), ("fetch oauth token", .tokenRefused),
        ("failed to authorize", .tokenRefused),
        ("connection refused", .refused), ("no route to host", .unreachable), ("network is unreachable", .unreachable),
        ("connection reset by peer", .reset),
    ]

    /// After it.
    private static let lastWords: [(String, PullFault)] = [
        ("unexpected eof", .cutOff), ("short read", .cutOff),
        ("content at ", .contentMissing), ("could not fetch content descriptor", .contentMissing),
        ("no progress", .stalled),
        ("i/o timeout", .timedOut), ("deadline exceeded", .timedOut), ("client.timeout exceeded", .timedOut),
        ("deadlineexceeded", .timedOut), ("deadline_exceeded", .timedOut), ("context canceled", .gaveUp),
        ("authorization failed", .noCredential), ("pull access denied", .noCredential),
    ]

    /// The number of `: 503 Service Unavailable`, the last one.
    static func statusCode(_ text: String) -> Int? {
        guard text.contains("status") else { return nil }
        var found: Int?
        for part in text.split(separator: ": ").dropFirst() {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            let rest = part.dropFirst(digits.count)
            if digits.count == 3, rest.isEmpty || rest.first == " ", let status = Int(digits), status >= 100 {
                found = status
            }
        }
        return found
    }
}

extension PullFault {
    /// Neither about the login, nor about a missing image, nor about a client certificate.
    var isOtherStatus: Bool {
        if case .status(let status) = self { ![400, 401, 403, 404].contains(status) } else { false }
    }
}
