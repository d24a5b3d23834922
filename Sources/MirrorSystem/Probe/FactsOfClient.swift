import Diagnosis
import MirrorCore
import RegistryClient
import Texts

// What RegistryClient saw, as the core's facts: foreign text bounded and made printable on the way.

/// Foreign text that a report may hold, without the logins that were sent: those go before it is cut.
func bounded(_ text: String, to length: Int = 500) -> String {
    let masked = URLLogin.masked(SaidBack.masked(String(text.prefix(16_384))))
    return printable(String(masked.prefix(length)))
}

extension CertificateFacts {
    init(_ certificate: Certificate) {
        self.init(
            subject: bounded(certificate.subject),
            issuer: bounded(certificate.issuer),
            commonName: certificate.commonName.map { bounded($0) },
            organization: certificate.organization.map { bounded($0) },
            issuerOrganization: certificate.issuerOrganization.map { bounded($0) },
            notBefore: certificate.notBefore,
            notAfter: certificate.notAfter,
            dnsNames: certificate.dnsNames.map { bounded($0) },
            ipAddresses: certificate.ipAddresses.map { bounded($0) },
            sha256Fingerprint: certificate.fingerprint,
            isCA: certificate.isCA,
            isSelfSigned: certificate.isSelfSigned,
            keyType: certificate.keyType,
            keyBits: certificate.keyBits,
            signatureAlgorithm: certificate.signatureAlgorithm,
            caIssuersURL: certificate.caIssuersURL.map { bounded($0) },
            der: certificate.der
        )
    }
}

extension TLSFacts {
    /// - Parameters:
    ///   - pool: the certificates of the CA file, DER; the system's own come with the handshake.
    ///   - host: what the certificate has to be for.
    ///   - now: seconds since 1970.
    init(_ handshake: TLSHandshake, pool: [[UInt8]], host: String, now: Int64) {
        self.init(handshake)
        guard !handshake.chain.isEmpty else { return }
        let judge = GoJudge(
            pool: pool + [handshake.anchor].compactMap { $0 }.filter { !pool.contains($0) },
            host: host,
            now: now,
            isSigned: { Certificate.isSigned($0, by: $1) }
        )
        judged(by: judge.verdicts(on: handshake.chain.map(\.der)))
    }

    init(_ handshake: TLSHandshake) {
        let chain = handshake.chain.map { CertificateFacts($0) }
        self.init(
            version: handshake.version,
            cipher: handshake.cipher,
            chain: chain,
            problems: handshake.problems.map { problem in
                VerificationProblem(
                    kind: VerificationProblem.Kind(code: problem.code),
                    depth: problem.depth,
                    subject: chain.indices.contains(problem.depth) ? chain[problem.depth].subject : "",
                    text: problem.text
                )
            },
            clientCertificateRequested: handshake.wantsClientCertificate
        )
    }
}

extension VerificationProblem.Kind {
    fileprivate init(code: Int32) {
        self =
            switch code {
            case _ where VerificationCode.issuerUnknown.contains(code): .issuerUnknown
            case _ where VerificationCode.signatureMismatch.contains(code): .signatureMismatch
            case _ where VerificationCode.expired.contains(code): .expired
            case _ where VerificationCode.notYetValid.contains(code): .notYetValid
            case _ where VerificationCode.nameMismatch.contains(code): .nameMismatch
            case _ where VerificationCode.usage.contains(code): .usage
            case _ where VerificationCode.weak.contains(code): .weak
            default: .other
            }
    }
}

extension HTTPFacts {
    /// Headers by which a product is known; none of them holds a secret.
    private static let marks: Set<String> = [
        "x-artifactory-id", "x-artifactory-node-id", "x-jfrog-version", "access-control-allow-headers",
        "x-harbor-version",
    ]

    init(_ response: HTTPResponse) {
        func header(_ name: String) -> String? { response.headers[name].map { bounded($0, to: 200) } }
        self.init(
            url: bounded(response.url.text),
            status: response.status,
            contentType: header("content-type"),
            server: header("server"),
            apiVersion: header("docker-distribution-api-version"),
            location: header("location"),
            date: response.headers.date,
            retryAfter: header("retry-after"),
            authenticate: response.headers.all("www-authenticate").prefix(8).map { bounded($0) },
            errorCodes: response.errorCodes.map { bounded($0, to: 64) },
            errorMessages: response.errorMessages.map { bounded($0, to: 200) },
            marks: response.headers.fields.filter { Self.marks.contains($0.name) }.prefix(8)
                .map { bounded("\($0.name): \($0.value)", to: 200) },
            bodyStart: bounded(String(decoding: response.body.prefix(16_384), as: UTF8.self), to: 400)
        )
        bodyEnd = BodyEnd(rawValue: response.end.rawValue) ?? .whole
        redirectsToItself =
            (300...399).contains(response.status)
            && response.headers["location"].flatMap(response.url.resolving)?.origin == response.url.origin
        encoding = header("content-encoding").flatMap { $0.lowercased() == "identity" ? nil : $0 }
    }
}

extension ChallengeFacts {
    init(_ challenge: HTTPChallenge) {
        self.init(
            scheme: bounded(challenge.scheme),
            realm: challenge.realm.map { bounded($0) },
            service: challenge.service.map { bounded($0) },
            scope: challenge.scope.map { bounded($0) }
        )
    }
}

extension CredentialSent {
    init(_ login: RegistryClient.Login) {
        if let origin = login.sentTo {
            self = .sent(origin: origin)
            return
        }
        self =
            switch login.withheld {
            case .plainHTTP: .nothing(.plainHTTP)
            case .realmNotHTTPS: .nothing(.realmNotHTTPS)
            case .foreignRealm: .nothing(.foreignRealm)
            case .unknownChallenge: .nothing(.unknownChallenge)
            // A token server that was not reached got nothing either.
            case .noCredential, nil: .nothing(.noCredential)
            }
    }
}

extension DockerConfigEntry {
    init(_ lookup: DockerConfig.Lookup, keys: [String]) {
        switch lookup {
        case .found(let key, let credential): self = .found(key: bounded(key), username: bounded(credential.username))
        case .helper(let name, let setting):
            self = .helper(name: bounded(name), setting: setting.rawValue)
        case .unusable(let key, let fault):
            self = .unusable(key: bounded(key), Fault(rawValue: fault.rawValue) ?? .badBase64)
        case .none(let nearMisses):
            let near = nearMisses.compactMap { miss in
                NearMiss.Reason(rawValue: miss.reason.rawValue).map { NearMiss(key: bounded(miss.key), reason: $0) }
            }
            self = .none(nearMisses: near, keys: keys.prefix(100).map { bounded($0) })
        }
    }
}

extension TransportFailure {
    init(_ failure: HTTPFailure) {
        self =
            switch failure {
            case .nameNotResolved: .nameNotResolved
            case .refused: .refused
            case .unreachable: .unreachable
            case .timedOut: .timedOut
            case .closed: .closed
            case .notTLS(let bytes): .notTLS(firstBytes: bounded(String(decoding: bytes, as: UTF8.self)))
            case .notHTTP: .notHTTP
            case .tlsVersion: .tlsVersion
            case .greetingRefused: .greetingRefused
            case .clientCertificateRequired: .clientCertificateRequired
            case .certificateRejected: .certificateRejected
            case .headersTooLarge: .headersTooLarge
            case .proxy(let failure): .proxy(ProxyFailure(failure))
            case .cancelled: .other("cancelled")
            case .bodyWanted: .other("body wanted")
            case .unsendable(let part): .other("control character in \(part), not sent")
            case .other(let words): .other(bounded(words))
            }
    }
}
