extension PullFault {
    /// What an error text of containerd, kubelet or Go speaks of. The order counts: an error quotes the errors below it, and
    /// a server's message may hold the words of any other.
    package init(error: String) { self.init(error: error, isToken: false) }

    /// - Parameter isToken: what failed at a token server, without the words before it.
    private init(error: String, isToken: Bool) {
        let whole = error.lowercased()
        let text = Self.bare(whole)
        if let found = Self.first(of: Self.puller, in: text) {
            self = found
        } else if !isToken, let tail = Self.tokenError(error) {
            self = Self.token(tail)
        } else if text.contains("unexpected status") || text.contains("after status"),
            let status = Self.statusCode(error)
        {
            self = Self.status(status, whole)
        } else if Self.isProxyAnswer(error) {
            self = .proxyRefused
        } else if text.contains("x509:") {
            self = Self.certificate(text)
        } else if let found = Self.size(whole) ?? Self.first(of: Self.words, in: text) {
            self = found
        } else if let status = Self.statusCode(error) {
            self = Self.status(status, text)
        } else if let found = Self.first(of: Self.lastWords, in: text) {
            self = found
        } else if text.hasSuffix(": eof") || text == "eof" {
            self = .closed
        } else {
            self = Self.isNobody(error) ? .nobodyHasIt : .other
        }
    }

    /// What the token server did, or whatever stands before it.
    private static func token(_ tail: String) -> PullFault {
        if tail.contains("decode token response") {
            return .tokenServer(tail.contains("'<'") ? .tokenPage : .noToken)
        }
        if tail.contains("did not include a token") { return .tokenServer(.noToken) }
        let fault = PullFault(error: tail, isToken: true)
        switch fault {
        case .status(401), .status(403): return .tokenRefused
        case .proxyRefused, .proxyUnreachable: return fault
        case .nobodyHasIt: return .tokenServer(.other)
        default: return .tokenServer(fault)
        }
    }

    /// Without URLs, image names and references: a host or an image may be called anything.
    private static func bare(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: "://") {
            result += rest[..<range.lowerBound]
            rest = rest[range.upperBound...].drop { !$0.isWhitespace && $0 != "\"" && $0 != "\\" }
        }
        (rest, result) = ((result + rest)[...], "")
        for opening in ["image \"", "reference \""] {
            while let range = rest.firstRange(of: opening) {
                result += rest[..<range.upperBound]
                rest = rest[range.upperBound...].drop { $0 != "\"" }
            }
            (rest, result) = ((result + rest)[...], "")
        }
        return String(rest)
    }

    /// Faults by their words; where several stand in a text, the first of the table counts.
    private struct Table: Sendable {
        let words: ByteWords
        let faults: [PullFault]

        init(_ table: [(String, PullFault)]) { (words, faults) = (ByteWords(table.map(\.0)), table.map(\.1)) }
    }

    private static func first(of table: Table, in text: String) -> PullFault? {
        table.words.lowest(in: Array(text.utf8)[...]).map { table.faults[$0] }
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

    /// The words that some servers put beside a status say more than the status.
    private static func status(_ status: Int, _ text: String) -> PullFault {
        // No registry says that.
        if status == 407 { return .proxyRefused }
        guard status == 400 else { return .status(status) }
        if text.contains("http request to an https server") || text.contains("plain http request was sent to https") {
            return .httpOnTLS
        }
        let isClient = text.contains("no required ssl certificate") || text.contains("the ssl certificate error")
        return isClient ? .clientCertificate : .status(400)
    }

    /// Of content that was fetched and is not what was promised.
    private static func size(_ text: String) -> PullFault? {
        let isSize = text.contains("failed size validation") || text.contains("unexpected commit size")
        guard isSize || text.contains("unexpected commit digest") else { return nil }
        if text.contains("failed size validation: 0 !=") || text.contains("commit digest \(emptyDigest)") {
            return .emptyContent
        }
        // `unknown-`: a media type that containerd has no name for.
        if text.contains("\"unknown-") { return .unknownType }
        return isSize ? .wrongSize : .wrongDigest
    }

    private static let emptyDigest = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// `REFERENCE: not found`, and nothing else that is not found.
    private static func isNobody(_ error: String) -> Bool {
        let parts = error.split(separator: ": ")
        guard parts.count > 1, parts.last == "not found" else { return false }
        let name = parts[parts.count - 2]
        guard !name.contains(where: { $0 == " " || $0 == "\"" }), !name.hasPrefix("sha256:") else { return false }
        return parts.count == 2 ? name.contains("/") : error.contains("resolve") || error.contains("\"\(name)\"")
    }

    /// kubelet's own words, CRI's, and those of containerd's registry configuration: nobody was asked.
    private static let puller = Table([
        ("unknown service runtime.", .noImageService),
        ("error while dialing", .runtimeDown), ("error reading from server", .runtimeDown),
        ("transport is closing", .runtimeDown), ("connection error: desc", .runtimeDown),
        ("pull qps exceeded", .heldBack),
        ("is not present with pull policy of never", .neverPull), ("errimageneverpull", .neverPull),
        ("couldn't parse image name", .invalidName), ("invalid reference format", .invalidName),
        ("invalidimagename", .invalidName), ("couldn't parse image reference", .invalidName),
        ("failed to parse image reference", .invalidName),
        ("failed to inspect image", .inspection), ("imageinspecterror", .inspection),
        ("image verifier ", .policy), ("signaturevalidationfailed", .policy), ("signature validation failed", .policy),
        ("admission webhook", .policy), ("source image rejected", .policy), ("rejected by policy", .policy),
        ("no resolve hosts", .configuration), ("no pull hosts", .configuration),
        ("get registry endpoints", .configuration), ("get tlsconfig for registry", .configuration),
        ("failed to load ca file", .configuration), ("failed to load cert file", .configuration),
        ("failed to load x509 key pair", .configuration), ("unable to load ca", .configuration),
        ("hosts.toml: ", .configuration), ("failed to parse hosts.toml", .configuration),
    ])

    /// Before a status is looked for.
    private static let words = Table([
        ("proxyconnect", .proxyUnreachable), ("socks connect", .proxyUnreachable),
        ("no space left on device", .noSpace), ("disk quota exceeded", .noSpace),
        ("no match for platform", .platform), ("no matching manifest for", .platform),
        ("does not match the specified platform", .platform), ("cannot be used on this platform", .platform),
        ("prettyjws", .schema1), ("schema 1", .schema1), ("schemaversion 1", .schema1), ("schema1 ", .schema1),
        ("media type text/html", .webPage), ("unknown type text/html", .webPage),
        ("unexpected media type", .mediaType), ("encountered unknown type", .mediaType),
        ("mismatched image rootfs and manifest layers", .layersMismatch),
        ("invalid tar header", .layersDamaged), ("gzip: invalid", .layersDamaged), ("flate: corrupt", .layersDamaged),
        ("zstd: invalid", .layersDamaged), ("magic number mismatch", .layersDamaged), ("wrong diff id", .layersDamaged),
        ("no such host", .nameNotResolved), ("server misbehaving", .nameNotResolved), (": lookup ", .nameNotResolved),
        ("protocol version not supported", .tlsVersion), ("unsupported protocol version", .tlsVersion),
        ("tls: certificate required", .clientCertificate), ("tls: bad certificate", .clientCertificate),
        ("tls: unknown certificate authority", .clientCertificate), ("tls: expired certificate", .clientCertificate),
        ("tls: revoked certificate", .clientCertificate), ("tls: unknown certificate", .clientCertificate),
        ("first record does not look like a tls handshake", .notTLS),
        ("tls handshake timeout", .timedOut),
        ("server gave http response to https client", .plainHTTP),
        ("http request to an https server", .httpOnTLS), ("x15\\x03", .httpOnTLS),
        ("remote error: tls:", .tlsRefused), ("tls: handshake failure", .tlsRefused), (": tls: ", .tlsRefused),
        ("no realm specified", .badChallenge), ("invalid token auth challenge", .badChallenge),
        ("no basic auth credentials", .noCredential),
        ("connection refused", .refused), ("no route to host", .unreachable), ("network is unreachable", .unreachable),
        ("host is down", .unreachable), ("connection reset by peer", .reset), ("broken pipe", .reset),
        ("http2: timeout", .timedOut),
        ("malformed http", .brokenAnswer), ("malformed mime", .brokenAnswer), ("http2:", .brokenAnswer),
        ("stream error:", .brokenAnswer), ("transport connection broken", .brokenAnswer),
        ("server closed idle connection", .closed),
        ("could not fetch content descriptor", .contentMissing), ("content at http", .contentMissing),
        ("blob unknown", .contentMissing),
        ("too many requests", .status(429)), ("toomanyrequests", .status(429)),
        ("manifest unknown", .status(404)), ("name unknown", .status(404)),
        ("pull access denied", .accessDenied), ("insufficient_scope", .accessDenied),
        ("requested access to the resource is denied", .accessDenied), ("unauthorized:", .accessDenied),
        ("authorization failed", .accessDenied),
        ("failed to extract layer", .unpackFailed), ("failed to mount", .unpackFailed),
        ("mount callback failed", .unpackFailed),
        ("content digest sha256:", .ownStore), ("parent snapshot", .ownStore), ("lease \"", .ownStore),
        (" lease ", .ownStore),
        (" locked for ", .ownStore), ("expected at /", .ownStore), ("content/ingest", .ownStore),
        (" ingest ", .ownStore),
        ("failed to get reader", .ownStore), ("failed to open writer", .ownStore), ("metadata.db", .ownStore),
        ("snapshot ", .ownStore), ("input/output error", .ownStore), ("read-only file system", .ownStore),
        ("structure needs cleaning", .ownStore), ("io.containerd.content.v1", .ownStore),
        ("database not open", .ownStore), ("failed to unpack image", .unpackFailed),
    ])

    /// After it.
    private static let lastWords = Table([
        ("unexpected eof", .cutOff), ("short read", .cutOff),
        ("no progress", .stalled),
        ("i/o timeout", .timedOut), ("deadline exceeded", .timedOut), ("client.timeout exceeded", .timedOut),
        ("timeout awaiting response headers", .timedOut), ("canceled while waiting for connection", .timedOut),
        ("deadlineexceeded", .timedOut), ("deadline_exceeded", .timedOut), ("context canceled", .gaveUp),
    ])

    /// The number of `: 503 Service Unavailable`, the first one behind the word `status`; a server's own words follow it.
    static func statusCode(_ text: String) -> Int? {
        guard let start = text.firstRange(of: "status") else { return nil }
        for part in text[start.upperBound...].split(separator: ": ", omittingEmptySubsequences: false).dropFirst() {
            let digits = part.prefix { $0.isASCII && $0.isNumber }
            let next = part.dropFirst(digits.count).first
            if digits.count == 3, next.map({ !$0.isLetter && !$0.isNumber }) ?? true, let status = Int(digits),
                status >= 100
            {
                return status
            }
        }
        return nil
    }
}
