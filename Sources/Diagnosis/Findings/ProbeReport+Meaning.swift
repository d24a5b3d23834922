import MirrorCore

/// What several rules ask of the facts.
extension ProbeReport {
    /// `https://HOST:PORT`
    var endpointURL: String { plan.endpoint.rootURL }

    /// What every text of a rule may name.
    var place: [String: String] {
        [
            "endpoint": endpointURL,
            "host": plan.endpoint.address,
            "port": String(plan.endpoint.effectivePort),
            "hostAndPort": plan.endpoint.hostAndPort,
            "caCertPath": plan.caCertPath ?? "",
            "configPath": plan.pullCredentialConfigPath ?? "",
            "namespace": plan.endpoint.mirrorNamespace ?? "",
        ]
    }

    func place(_ more: [String: String]) -> [String: String] { place.merging(more) { $1 } }

    /// Every HTTP answer of the registry itself, in order.
    var answers: [HTTPFacts] {
        var all = [ping, login?.answer].compactMap { $0 }
        if case .notFound(let answer) = mirrorNamespace { all.append(answer) }
        return all + images.compactMap(\.answer)
    }

    /// `nil` without a cluster, or when it has no proxy.
    package var nodeProxySettings: ProxySettings? {
        plan.nodeProxy.flatMap { $0.url.isEmpty ? nil : ProxySettings($0) }
    }

    var proxyFailure: ProxyFailure? { if case .proxy(let failure) = failure { failure } else { nil } }

    /// Where connections were tried, each with what came of it as far as it is known.
    var addressEvidence: [String] {
        addressFacts.isEmpty
            ? addresses.map { plan.endpoint.withPort($0) } : addressFacts.map(\.evidence)
    }

    /// Of the entry whose credential was sent.
    var usedUsername: String? {
        guard case .loaded(.found(_, let username)) = dockerConfig else { return nil }
        return username
    }

    /// The server's clock, in seconds since 1970.
    var serverDate: Int64? { ping?.date ?? unverifiedDate }

    /// Both clocks, where a certificate's dates are in question.
    var clockEvidence: [String] {
        guard let serverDate else { return ["clock \(civilTime(startedAt))"] }
        return ["clock \(civilTime(startedAt))", "Date: \(civilTime(serverDate))"]
    }

    var isProjectMissing: Bool { if case .missing = project { true } else { false } }

    /// Go's and nginx' words for a request in clear on a port of TLS; they may be those of a server behind the one asked.
    package var saysTLSIsWanted: Bool {
        guard let ping, ping.status == 400 else { return false }
        let body = ping.bodyStart.lowercased()
        return body.contains("http request to an https server") || body.contains("plain http request was sent to https")
    }

    /// The port takes a TLS greeting; where it could not be asked, its words are believed.
    var isPlainHTTPOnTLSPort: Bool {
        guard plan.endpoint.scheme == .http else { return false }
        return otherProtocol?.isSpoken ?? saysTLSIsWanted
    }

    /// The port answers HTTP in clear; where it could not be asked, its first bytes are believed.
    var isHTTPInClear: Bool {
        guard plan.endpoint.scheme == .https else { return false }
        if otherProtocol?.isSpoken == true { return true }
        guard case .notTLS(let bytes) = failure else { return false }
        return bytes.hasPrefix("HTTP")
    }

    /// It speaks, but the other protocol.
    var isOtherProtocol: Bool { isPlainHTTPOnTLSPort || isHTTPInClear }

    /// What a server takes that refuses Go's greeting.
    var widerEvidence: [String] {
        guard let widerTLS else { return [] }
        let agreed = [widerTLS.version, widerTLS.cipher].compactMap { $0 }
        guard !agreed.isEmpty else { return ["everything offered, TLS 1.0 to 1.3: refused, too"] }
        let key = widerTLS.leaf.map { ["\($0.algorithms)"] } ?? []
        return ["everything offered: \(agreed.joined(separator: " "))"] + key
    }

    /// nginx tells after the handshake that it misses a client certificate.
    var isClientCertificateMissing: Bool {
        if failure == .clientCertificateRequired { return true }
        guard tls?.clientCertificateRequested == true, let ping, ping.status == 400 else { return false }
        return ping.bodyStart.lowercased().contains("ssl certificate")
    }

    /// A registry says which API it speaks, or at least answers JSON.
    package var isRegistry: Bool {
        guard let ping else { return false }
        if ping.apiVersion != nil { return true }
        return ping.contentType?.lowercased().contains("json") == true && !ping.isHTML
    }

    /// The scopes that tokens were asked for: what a node asks for, `repository:NAMESPACE/REPOSITORY:pull`.
    package var askedScopes: [String] {
        guard let login, login.challenges.contains(where: { $0.scheme == "bearer" }) else { return [] }
        var scopes = login.challenges.compactMap(\.scope)
        for image in images {
            guard let path = ProbeImage(image.reference)?.path(below: plan.endpoint.mirrorNamespace) else { continue }
            scopes.append("repository:\(path):pull")
        }
        if let rehearsal { scopes.append("repository:\(rehearsal.repository):pull,push") }
        return scopes
    }

    var isLoginAccepted: Bool {
        guard let answer = login?.answer else { return false }
        return (200...299).contains(answer.status)
    }

    /// The registry asked for a login, at the door or at an image, and was not content.
    var isRefused: Bool {
        if images.contains(where: { $0.outcome == .denied }) { return true }
        // A registry may let nobody in at the door and everybody pull.
        if images.contains(where: { if case .found = $0.outcome { true } else { false } }) { return false }
        guard let login, !isLoginAccepted else { return false }
        return login.answer == nil || login.answer?.status == 401
    }

    /// Refused, and nothing was sent because there was nothing to send.
    var isRefusedWithoutCredential: Bool {
        guard isRefused, let login, login.tokenFailure == nil, !isTokenServerBroken else { return false }
        return login.sent == .nothing(.noCredential)
    }

    /// The token server's answer is neither a token nor a refusal.
    var isTokenServerBroken: Bool {
        guard let login, tokenByGETOnly == nil else { return false }
        if let failure = login.tokenFailure { return failure != .certificateRejected }
        guard let token = login.token, !login.hasToken else { return false }
        return token.status != 401 && token.status != 403
    }
}

extension HTTPFacts {
    /// `https://h/v2/: HTTP 404 text/html (nginx)`
    var evidence: [String] {
        let codes = errorCodes.isEmpty ? [] : [errorCodes.joined(separator: ", ")]
        return ["\(url): \(summary)"] + codes + errorMessages.prefix(3)
    }

    /// The registry says that the project, and not only the image in it, is unknown.
    package var saysProjectMissing: Bool {
        guard status == 404 || status == 403 || status == 401 else { return false }
        if errorCodes.contains("PROJECT_NOT_FOUND") { return true }
        return errorMessages.contains { message in
            let message = message.lowercased()
            return message.contains("project") && message.contains("not found")
        }
    }
}

extension CertificateFacts {
    /// Every subject alternative name: `DNS:registry.example.com`, `IP:10.0.0.1`.
    package var names: [String] { dnsNames.map { "DNS:\($0)" } + ipAddresses.map { "IP:\($0)" } }

    /// `EC 256, ecdsa-with-SHA256`
    package var algorithms: String { "\(keyType) \(keyBits), \(signatureAlgorithm)" }

    /// Subject, issuer, dates and fingerprint, one line each.
    package var evidence: [String] {
        [
            "subject \(subject)", "issuer \(issuer)",
            "valid \(civilTime(notBefore)) – \(civilTime(notAfter))", "SHA-256 \(sha256Fingerprint)",
        ]
    }
}

extension TypedPathFacts {
    var evidence: [String] { [typed.text] + (answer?.evidence ?? []) + ["→ \(typed.fixed)"] }
    var arguments: [String: String] {
        [
            "typed": typed.text, "fixed": typed.fixed,
            "asked": answer?.url ?? typed.text + "/…", "seen": answer.map { "HTTP \($0.status)" } ?? "–",
        ]
    }
}
