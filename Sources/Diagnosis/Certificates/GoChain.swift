import GoData

/// What a Go client of one release makes of the certificates that a server sends: `crypto/tls`' `verifyServerCertificate`
/// and all that it calls.
///
/// Whether a signature is mathematically right is asked of `isSigned`; everything else is decided here.
struct GoChain {
    /// As sent, the server's own first.
    let sent: [[UInt8]]
    let pool: [[UInt8]]
    /// A name or an address without brackets.
    let host: String
    /// Seconds since 1970.
    let now: Int64
    let release: GoRelease
    let isSigned: (_ child: [UInt8], _ parent: [UInt8]) -> Bool

    private enum CertificateType { case leaf, intermediate, root }

    private static let signatureLimit = 100
    private static let largestRSAKey = 8192
    private static let smallestRSAKey = 1024

    /// `nil`: the handshake goes on.
    func refusal() -> GoRefusal? {
        do throws(GoRefusal) {
            try verify()
            return nil
        } catch {
            return error
        }
    }

    private func verify() throws(GoRefusal) {
        var certificates: [GoCertificate] = []
        for der in sent {
            let certificate: GoCertificate
            do throws(GoRefusal) {
                certificate = try GoCertificate(der, release)
            } catch {
                throw GoRefusal(
                    error.rule,
                    "tls: failed to parse certificate from server: " + error.words,
                    culprit: der
                )
            }
            if case .rsa(let bits) = certificate.publicKey, bits > Self.largestRSAKey,
                GoRule.largeRSAKey.isKept(by: release)
            {
                throw GoRefusal(
                    .largeRSAKey,
                    "tls: server sent certificate containing RSA key larger than \(Self.largestRSAKey) bits",
                    culprit: der
                )
            }
            certificates.append(certificate)
        }
        guard let leaf = certificates.first else {
            throw GoRefusal(.encoding, "tls: received empty certificates message")
        }
        do throws(GoRefusal) {
            try verify(leaf, Array(certificates.dropFirst()))
        } catch {
            // The prefix came with Go 1.20.
            let prefix = release.minor < 20 ? "" : "tls: failed to verify certificate: "
            throw GoRefusal(error.rule, prefix + error.words, culprit: error.culprit)
        }
        switch leaf.publicKey {
        case .rsa(let bits) where bits < Self.smallestRSAKey && GoRule.smallRSAKey.isKept(by: release):
            throw GoRefusal(
                .smallRSAKey,
                "tls: invalid signature by the server certificate: " + Self.insecureKey(bits),
                culprit: leaf.der
            )
        case .rsa, .ecdsa, .ed25519: return
        case .dsa, .unknown:
            throw GoRefusal(
                .keyType,
                "tls: server's certificate contains an unsupported type of public key: \(leaf.publicKey.goType)",
                culprit: leaf.der
            )
        }
    }

    private static func insecureKey(_ bits: Int) -> String {
        "crypto/rsa: \(bits)-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)"
    }

    // MARK: - Certificate.Verify

    private func verify(_ leaf: GoCertificate, _ intermediates: [GoCertificate]) throws(GoRefusal) {
        try check(leaf, .leaf, below: [])
        if let refusal = GoHostname(host).refusal(by: leaf) { throw refusal }
        let roots = pool.compactMap { try? GoCertificate($0, release) }
        var chains: [[GoCertificate]] = [[leaf]]
        if !roots.contains(where: { $0.der == leaf.der }) {
            var search = Search(roots: roots, intermediates: intermediates, left: Self.signatureLimit)
            chains = try build([leaf], &search)
        }
        let usable = chains.filter(allowsServer)
        guard !usable.isEmpty else {
            throw GoRefusal(
                .extendedKeyUsage,
                "x509: certificate specifies an incompatible key usage",
                culprit: chains.first.flatMap { Self.withoutServerUsage($0) }?.der
            )
        }
        guard release.minor >= 26 else { return }
        var first: GoRefusal?
        for chain in usable {
            guard let refusal = Self.constraintRefusal(chain) else { return }
            first = first ?? refusal
        }
        if let first { throw first }
    }

    private func allowsServer(_ chain: [GoCertificate]) -> Bool { Self.withoutServerUsage(chain) == nil }

    /// Usages nest: what one certificate of the chain leaves out is not allowed below it.
    private static func withoutServerUsage(_ chain: [GoCertificate]) -> GoCertificate? {
        chain.last { certificate in
            let usages = certificate.extendedKeyUsages
            return !usages.isEmpty && !usages.contains(GoKeyUsage.any) && !usages.contains(GoKeyUsage.server)
        }
    }

    /// From Go 1.26 on, all names of a chain are held against all constraints above them.
    private static func constraintRefusal(_ chain: [GoCertificate]) -> GoRefusal? {
        for (index, certificate) in chain.enumerated() where certificate.hasAlternativeNames {
            for above in chain[(index + 1)...] {
                if let refusal = above.constraints?.refusal(of: certificate.alternativeNames) {
                    return constraint(refusal.words, above)
                }
            }
        }
        return nil
    }

    private static func constraint(_ detail: String, _ authority: GoCertificate) -> GoRefusal {
        GoRefusal(
            .nameConstraint,
            "x509: a root or intermediate certificate is not authorized to sign for this name: " + detail,
            culprit: authority.der
        )
    }

    private func check(
        _ certificate: GoCertificate,
        _ type: CertificateType,
        below chain: [GoCertificate]
    ) throws(GoRefusal) {
        func refusal(_ rule: GoRule, _ words: String) -> GoRefusal {
            GoRefusal(rule, "x509: " + words, culprit: certificate.der)
        }
        guard certificate.unhandledCritical.isEmpty else {
            throw refusal(.criticalExtension, "unhandled critical extension")
        }
        let limit: (GoRule, String, Int64)? =
            now < certificate.notBefore
            ? (.notYetValid, "before", certificate.notBefore)
            : now > certificate.notAfter ? (.expired, "after", certificate.notAfter) : nil
        if let (rule, relation, limit) = limit {
            throw refusal(
                rule,
                "certificate has expired or is not yet valid: current time \(GoTime.text(now)) is \(relation) "
                    + GoTime.text(limit)
            )
        }
        if type != .leaf, release.minor < 26, let constraints = certificate.constraints, let leaf = chain.first {
            for names in [leaf, certificate] where names.hasAlternativeNames {
                switch constraints.refusal(of: names.alternativeNames) {
                case nil: continue
                // It had no other words yet.
                case .notAName(let words): throw GoRefusal(.nameConstraint, words, culprit: certificate.der)
                case .constraint(let detail): throw Self.constraint(detail, certificate)
                }
            }
        }
        if type == .intermediate, !certificate.hasBasicConstraints || !certificate.isAuthority {
            throw refusal(.notAnAuthority, "certificate is not authorized to sign other certificates")
        }
        if certificate.hasBasicConstraints, certificate.pathLength >= 0, chain.count - 1 > certificate.pathLength {
            throw refusal(.pathLength, "too many intermediates for path length constraint")
        }
    }

    // MARK: - Building chains

    private struct Search {
        let roots: [GoCertificate]
        let intermediates: [GoCertificate]
        var left: Int
        var isExhausted = false
    }

    private func build(_ chain: [GoCertificate], _ search: inout Search) throws(GoRefusal) -> [[GoCertificate]] {
        guard let child = chain.last else { return [] }
        var chains: [[GoCertificate]] = []
        var hint: (refusal: GoRefusal, of: GoCertificate)?
        var last: GoRefusal?
        for (type, pool) in [(CertificateType.root, search.roots), (.intermediate, search.intermediates)] {
            for candidate in Self.parents(of: child, in: pool) {
                search.left -= 1
                guard search.left >= 0 else {
                    search.isExhausted = true
                    break
                }
                guard !Self.isIn(chain, candidate), Self.hasKey(candidate, release) else { continue }
                do throws(GoRefusal) {
                    try checkSignature(of: child, by: candidate)
                } catch {
                    hint = hint ?? (error, candidate)
                    continue
                }
                do throws(GoRefusal) {
                    try check(candidate, type, below: chain)
                    switch type {
                    case .root: chains.append(chain + [candidate])
                    default: chains += try build(chain + [candidate], &search)
                    }
                    last = nil
                } catch {
                    hint = hint ?? (error, candidate)
                    last = error
                }
            }
        }
        guard chains.isEmpty else { return chains }
        if search.isExhausted {
            throw GoRefusal(
                .unknownAuthority,
                "x509: signature check attempts limit reached while verifying certificate chain"
            )
        }
        throw last ?? Self.unknownAuthority(hint)
    }

    private static func hasKey(_ certificate: GoCertificate, _ release: GoRelease) -> Bool {
        guard case .unknown = certificate.publicKey else { return true }
        // Without a key it was no candidate only later; before, the signature's check says so.
        return release.minor < 22
    }

    private static func unknownAuthority(_ hint: (refusal: GoRefusal, of: GoCertificate)?) -> GoRefusal {
        let words = "x509: certificate signed by unknown authority"
        guard let hint else { return GoRefusal(.unknownAuthority, words) }
        let names = hint.of.names
        let name =
            !names.commonName.isEmpty
            ? names.commonName
            : !names.organization.isEmpty ? names.organization : "serial:" + GoDecimal.text(hint.of.serial)
        return GoRefusal(
            hint.refusal.rule,
            words + " (possibly because of \(GoText.quoted(hint.refusal.words)) while trying to verify candidate "
                + "authority certificate \(GoText.quoted(name)))",
            culprit: hint.refusal.culprit ?? hint.of.der
        )
    }

    /// Who has the issuer's name, those whose key identifier fits first.
    private static func parents(of child: GoCertificate, in pool: [GoCertificate]) -> [GoCertificate] {
        let named = pool.filter { $0.subject == child.issuer }
        func rank(_ candidate: GoCertificate) -> Int {
            if candidate.subjectKeyID == child.authorityKeyID { return 0 }
            return candidate.subjectKeyID.isEmpty != child.authorityKeyID.isEmpty ? 1 : 2
        }
        return (0...2).flatMap { wanted in named.filter { rank($0) == wanted } }
    }

    private static func isIn(_ chain: [GoCertificate], _ candidate: GoCertificate) -> Bool {
        chain.contains {
            $0.subject == candidate.subject && $0.publicKeyInfo == candidate.publicKeyInfo
                && $0.value(of: "2.5.29.17") == candidate.value(of: "2.5.29.17")
        }
    }

    /// `Certificate.CheckSignatureFrom`
    private func checkSignature(of child: GoCertificate, by parent: GoCertificate) throws(GoRefusal) {
        func refusal(_ rule: GoRule, _ words: String, _ culprit: GoCertificate) -> GoRefusal {
            GoRefusal(rule, words, culprit: culprit.der)
        }
        let lacksConstraints =
            parent.version == 3 && !parent.hasBasicConstraints || parent.hasBasicConstraints && !parent.isAuthority
        let usage = parent.keyUsage ?? 0
        guard !lacksConstraints, usage == 0 || usage & 1 << 5 != 0 else {
            throw refusal(
                .notAnAuthority,
                "x509: invalid signature: parent certificate cannot sign this kind of certificate",
                parent
            )
        }
        let (algorithm, key) = (child.signatureAlgorithm, parent.publicKey)
        let unimplemented = "x509: cannot verify signature: algorithm unimplemented"
        guard let family = key.family else { throw refusal(.signerKey, unimplemented, parent) }
        guard !algorithm.name.isEmpty else { throw refusal(.unknownSignature, unimplemented, child) }
        if algorithm.isMD5 || algorithm.isSHA1 {
            let way = algorithm.isSHA1 && release.minor < 24 ? " (temporarily override with GODEBUG=x509sha1=1)" : ""
            throw refusal(
                .weakSignature,
                "x509: cannot verify signature: insecure algorithm \(algorithm.name)\(way)",
                child
            )
        }
        // DSA keys verify nothing any more.
        guard family != "DSA" else { throw refusal(.signerKey, unimplemented, parent) }
        guard family == algorithm.family else {
            throw refusal(
                .signature,
                "x509: signature algorithm specifies an \(algorithm.family) public key, but have public key of type "
                    + key.goType,
                child
            )
        }
        if case .rsa(let bits) = key, bits < Self.smallestRSAKey, GoRule.smallRSAKey.isKept(by: release) {
            throw refusal(.smallRSAKey, Self.insecureKey(bits), parent)
        }
        guard isSigned(child.der, parent.der) else {
            switch family {
            case "RSA": throw refusal(.signature, "crypto/rsa: verification error", child)
            default: throw refusal(.signature, "x509: \(family) verification failure", child)
            }
        }
    }
}
