/// The chain as a tree, from the CA down to the server's own certificate.
package struct CertificateTree: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package enum Origin: String, Sendable {
            /// In the given CA file.
            case given
            case sent
            /// Named as the issuer, and not seen.
            case unseen
        }

        package let depth: Int
        package let origin: Origin
        /// Subject, issuer, dates and fingerprint; `nil` for one that was not seen.
        package let certificate: CertificateFacts?
        package let subject: String
    }

    package let rows: [Row]

    /// Empty without TLS.
    package init(_ report: ProbeReport) {
        guard let chain = report.tls?.chain, let top = chain.last else {
            rows = []
            return
        }
        var found: [(Row.Origin, CertificateFacts?, String)] = []
        if !top.isSelfSigned {
            let isTrusted = report.tls.map { !$0.has(.issuerUnknown) && !$0.has(.signatureMismatch) } ?? false
            let root = report.caFile.certificates.first { $0.subject == top.issuer }
            let given = isTrusted ? root : nil
            found.append((given == nil ? .unseen : .given, given, top.issuer))
        }
        found += chain.reversed().map { (.sent, $0, $0.subject) }
        rows = found.enumerated().map { depth, row in
            Row(depth: depth, origin: row.0, certificate: row.1, subject: row.2)
        }
    }
}

extension CertificateTree.Row {
    /// The subject with its branch, then what belongs to it; `origin` is the text for where it came from.
    package func lines(origin: String) -> [String] {
        let indent = String(repeating: "   ", count: max(0, depth - 1))
        let branch = depth == 0 ? "" : indent + "└─ "
        let below = depth == 0 ? "  " : indent + "     "
        return [branch + subject + "  (" + origin + ")"]
            + (certificate.map { $0.details.map { below + $0 } } ?? [])
    }
}

extension CertificateFacts {
    /// What stands below the subject.
    fileprivate var details: [String] {
        let names = names.isEmpty ? [] : ["names " + names.joined(separator: ", ")]
        let usages = extendedKeyUsages.isEmpty ? [] : ["usage " + extendedKeyUsages.joined(separator: ", ")]
        return Array(evidence.dropFirst()) + names + usages + [algorithms]
    }
}
