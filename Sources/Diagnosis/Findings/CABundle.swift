import GoData
import Texts

/// The certificates that would make a refused chain verify, taken from the chain itself: to be compared before they are
/// trusted, since whoever answered may have sent them.
package struct CABundle: Equatable, Sendable {
    /// What the chain would end in.
    package enum Anchor: String, Sendable, CaseIterable {
        case root
        /// A CA below a root that the server does not send.
        case intermediate
        /// The server's own certificate: good until it is renewed.
        case leaf
    }

    /// Why there is nothing to write.
    package enum Refusal: Error, Equatable, Sendable {
        case noTLS
        /// The chain verifies already.
        case notNeeded
        /// Other reasons would remain; OpenSSL's words.
        case otherProblems([String])
        /// The server does not send the certificate that is missing.
        case intermediateMissing(issuer: String)
        /// With the bundle the chain would still be refused; OpenSSL's words.
        case notProven(String)

        package var problem: Phrase {
            switch self {
            case .noTLS: Phrase("bundle.noTLS")
            case .notNeeded: Phrase("bundle.notNeeded")
            case .otherProblems(let words): Phrase("bundle.otherProblems", ["problems": words.joined(separator: "; ")])
            case .intermediateMissing(let issuer): Phrase("bundle.intermediateMissing", ["issuer": issuer])
            case .notProven(let words): Phrase("bundle.notProven", ["problem": words])
            }
        }
    }

    package let certificates: [CertificateFacts]
    package let anchor: Anchor

    package init(_ report: ProbeReport) throws(Refusal) {
        let tokenTLS = report.login?.tokenTLS
        guard let tls = report.tls, !tls.chain.isEmpty else { throw .noTLS }
        let refused = [tls, tokenTLS].compactMap { $0 }.filter { !$0.problems.isEmpty }
        // What no CA mends.
        let words = (tls.verdicts ?? []).filter { $0.refusal.rule.kind != .known }.map(\.refusal.words)
        guard words.isEmpty else { throw .otherProblems(words) }
        guard !refused.isEmpty else { throw .notNeeded }
        let others = refused.flatMap(\.problems).filter { $0.kind != .issuerUnknown && $0.kind != .signatureMismatch }
        guard others.isEmpty else { throw .otherProblems(others.map { "\($0.subject): \($0.text)" }) }
        if UntrustedChain(report) == .intermediateMissing, let top = tls.chain.last {
            throw .intermediateMissing(issuer: top.issuer)
        }
        var found: [CertificateFacts] = []
        var anchor = Anchor.root
        for chain in refused.map(\.chain) {
            let (one, kind) = Self.anchor(of: chain)
            if let one, !found.contains(one) { found.append(one) }
            if kind != .root { anchor = kind }
        }
        // A token server of another CA needs both: what is good for the registry stays.
        if tls.problems.isEmpty { found = report.caFile.certificates + found }
        certificates = found
        self.anchor = anchor
    }

    private static func anchor(of chain: [CertificateFacts]) -> (CertificateFacts?, Anchor) {
        if let root = chain.first(where: { $0.isSelfSigned && ($0.isCA || chain.count == 1) }) { return (root, .root) }
        if let top = chain.last(where: \.isCA) { return (top, .intermediate) }
        return (chain.first, .leaf)
    }

    /// Each certificate with its subject and fingerprint above it.
    package var pem: String {
        certificates.map { certificate in
            let encoded = Array(Base64.encode(certificate.der))
            let lines = stride(from: 0, to: encoded.count, by: 64).map {
                String(encoded[$0..<min($0 + 64, encoded.count)])
            }
            return
                (["# \(printable(certificate.subject))", "# SHA-256 \(certificate.sha256Fingerprint)"]
                + ["-----BEGIN CERTIFICATE-----"] + lines + ["-----END CERTIFICATE-----"])
                .joined(separator: "\n") + "\n"
        }.joined()
    }
}
