/// One TLS handshake: what the server sent and what verification says about it, all reasons at once.
package struct TLSFacts: Equatable, Sendable, Codable {
    /// `TLSv1.3`; `nil` when the handshake did not get so far.
    package var version: String?
    /// OpenSSL's name: `ECDHE-RSA-AES128-GCM-SHA256`.
    package var cipher: String?
    /// As sent, the server's own certificate first.
    package var chain: [CertificateFacts]
    package var problems: [VerificationProblem]
    package var clientCertificateRequested: Bool
    /// What Go makes of the chain; `nil` where it was not asked, empty where every release accepts.
    package var verdicts: [GoVerdict]?
    /// Of verification here, where every Go accepts.
    package var objections: [VerificationProblem]?

    package init(
        version: String? = nil,
        cipher: String? = nil,
        chain: [CertificateFacts] = [],
        problems: [VerificationProblem] = [],
        clientCertificateRequested: Bool = false
    ) {
        self.version = version
        self.cipher = cipher
        self.chain = chain
        self.problems = problems
        self.clientCertificateRequested = clientCertificateRequested
    }

    package var leaf: CertificateFacts? { chain.first }

    /// The one that a problem is about, where it was sent: a bundle may hold any depth.
    func certificate(of problem: VerificationProblem) -> CertificateFacts? {
        chain.indices.contains(problem.depth) ? chain[problem.depth] : nil
    }

    /// Nodes are Go: what OpenSSL alone objects to is no problem of theirs.
    package mutating func judged(by verdicts: [GoVerdict]) {
        self.verdicts = verdicts
        guard verdicts.isEmpty, !problems.isEmpty else { return }
        (objections, problems) = (problems, [])
    }

    package func has(_ kind: VerificationProblem.Kind) -> Bool { problems.contains { $0.kind == kind } }
}

/// One reason why the chain is refused.
package struct VerificationProblem: Equatable, Sendable, Codable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// No trusted certificate issued the top of the chain.
        case issuerUnknown
        /// A trusted certificate has the issuer's name but did not sign.
        case signatureMismatch
        case expired, notYetValid
        /// The endpoint's name or address is not among the subject alternative names.
        case nameMismatch
        /// Extended key usages without serverAuth, in the server's certificate or above it.
        case usage
        /// SHA-1 or MD5 signature, or a key that is too small.
        case weak
        case other
    }

    package var kind: Kind
    /// 0 is the server's own certificate.
    package var depth: Int
    /// Subject of the certificate at that depth.
    package var subject: String
    /// OpenSSL's words.
    package var text: String

    package init(kind: Kind, depth: Int, subject: String = "", text: String = "") {
        self.kind = kind
        self.depth = depth
        self.subject = subject
        self.text = text
    }
}
