/// Why no trusted certificate stands at the end of a chain: causes that verification itself does not tell apart.
enum UntrustedChain: Equatable {
    /// The server's certificate signed itself and is nobody else's.
    case selfSigned
    /// The top of what was sent looks issued by an authority below a trusted one, which the server did not send.
    case intermediateMissing
    /// No CA was given, and the system's store does not hold this one.
    case noCA
    /// A CA was given, and it is another one.
    case otherCA
    /// A given CA has the issuer's name, but another key: it was made anew.
    case remadeCA

    init?(_ report: ProbeReport) {
        guard let tls = report.tls, let top = tls.chain.last else { return nil }
        guard tls.has(.issuerUnknown) || tls.has(.signatureMismatch) else { return nil }
        let authorities = report.caFile.certificates
        switch report.caFile {
        case .unreadable, .noCertificate: return nil
        case .notGiven, .loaded: break
        }
        if tls.chain.count == 1, top.isSelfSigned {
            self = .selfSigned
        } else if authorities.contains(where: { $0.subject == top.issuer }) {
            self = .remadeCA
        } else if !top.isSelfSigned, Self.looksIntermediate(top, below: authorities) {
            self = .intermediateMissing
        } else {
            self = authorities.isEmpty ? .noCA : .otherCA
        }
    }

    /// The issuer is not the root itself when it belongs to a given CA's organization, or when the certificate says where
    /// the issuer's own certificate can be fetched, which roots do not need.
    private static func looksIntermediate(_ top: CertificateFacts, below authorities: [CertificateFacts]) -> Bool {
        if authorities.isEmpty { return top.caIssuersURL != nil }
        return authorities.contains { $0.organization != nil && $0.organization == top.issuerOrganization }
    }
}
