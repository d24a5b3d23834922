import Containerd

/// Go as the judge of a server's chain, for every release at once: nodes' programs are Go, and which one they run is not
/// known to a probe.
package struct GoJudge: Sendable {
    /// Whoever is trusted, DER.
    package let pool: [[UInt8]]
    /// A name or an address without brackets.
    package let host: String
    /// Seconds since 1970.
    package let now: Int64
    let isSigned: @Sendable (_ child: [UInt8], _ parent: [UInt8]) -> Bool

    package init(
        pool: [[UInt8]],
        host: String,
        now: Int64,
        isSigned: @escaping @Sendable (_ child: [UInt8], _ parent: [UInt8]) -> Bool
    ) {
        (self.pool, self.host, self.now, self.isSigned) = (pool, host, now, isSigned)
    }

    /// `nil`: accepted.
    /// - Parameter chain: DER, the server's own first.
    package func refusal(of chain: [[UInt8]], by release: GoRelease) -> GoRefusal? {
        GoChain(sent: chain, pool: pool, host: host, now: now, release: release, isSigned: isSigned).refusal()
    }

    /// One for each rule that a release refuses by; empty when all of them accept.
    package func verdicts(on chain: [[UInt8]]) -> [GoVerdict] {
        var found: [GoVerdict] = []
        for release in GoRelease.judged {
            guard let refusal = refusal(of: chain, by: release).map({ attributed($0, chain, release) }) else {
                continue
            }
            if let index = found.firstIndex(where: { $0.refusal.rule == refusal.rule }) {
                found[index].minors.append(release.minor)
                // The newest words are those that the nodes of tomorrow log.
                found[index].refusal = refusal
            } else {
                found.append(GoVerdict(refusal: refusal, minors: [release.minor]))
            }
        }
        return found
    }

    /// An authority that is unknown because Go could not read it has that reason, under Go's words.
    private func attributed(_ refusal: GoRefusal, _ chain: [[UInt8]], _ release: GoRelease) -> GoRefusal {
        guard refusal.rule == .unknownAuthority, refusal.culprit == nil else { return refusal }
        let issuers = chain.compactMap { (try? GoCertificate($0, release))?.issuer }
        for der in pool {
            do throws(GoRefusal) {
                _ = try GoCertificate(der, release)
            } catch {
                guard let subject = GoCertificate.subject(of: der), issuers.contains(subject) else { continue }
                return GoRefusal(error.rule, refusal.words, culprit: der)
            }
        }
        return refusal
    }

    /// The certificates of a CA file that Go passes over in silence, with its reason: `AppendCertsFromPEM`.
    package static func unread(_ pool: [[UInt8]]) -> [GoVerdict] {
        pool.flatMap { der in
            GoRelease.judged.reduce(into: [GoVerdict]()) { found, release in
                do throws(GoRefusal) {
                    _ = try GoCertificate(der, release)
                } catch {
                    if let index = found.firstIndex(where: { $0.refusal.rule == error.rule }) {
                        found[index].minors.append(release.minor)
                    } else {
                        found.append(GoVerdict(refusal: error, minors: [release.minor]))
                    }
                }
            }
        }
    }
}

/// A refusal, and the releases of Go that speak it.
package struct GoVerdict: Equatable, Sendable, Codable {
    package var refusal: GoRefusal
    /// 19 for Go 1.19, rising.
    package var minors: [Int]

    package init(refusal: GoRefusal, minors: [Int]) { (self.refusal, self.minors) = (refusal, minors) }

    package var isOfEveryRelease: Bool { minors.count == GoRelease.judged.count }
    /// Newer ones accept.
    package var isOfOldReleases: Bool { minors.last != GoRelease.newest.minor }
    package var since: GoRelease { GoRelease(minors.first ?? 0) }
    package var until: GoRelease { GoRelease(minors.last ?? 0) }

    /// The newest patch of every branch of containerd is built with such a Go.
    package var isOfEveryBranch: Bool {
        ContainerdVersion.checked.allSatisfy { minors.contains(GoRelease(of: $0).minor) }
    }

    /// `x509: negative serial number`, `since Go 1.23`
    var evidence: [String] {
        let releases = isOfEveryRelease ? [] : ["Go 1.\(since.minor)" + (isOfOldReleases ? " – \(until)" : "+")]
        return [refusal.words] + releases
    }
}

extension CertificateFacts {
    /// `serverAuth`, `clientAuth`, as the certificate lists them; empty where it names none, and where it cannot be read.
    package var extendedKeyUsages: [String] {
        (try? GoCertificate(der))?.extendedKeyUsages.map(GoKeyUsage.name) ?? []
    }

    /// Zero or negative, in decimal: RFC 5280 wants a positive one.
    var unusualSerial: String? {
        // Read as a release reads it that takes negative ones.
        guard let certificate = try? GoCertificate(der, .oldest),
            certificate.isSerialNegative || certificate.isSerialZero
        else { return nil }
        return GoDecimal.text(certificate.serial)
    }
}
