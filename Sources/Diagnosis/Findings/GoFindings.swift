import Texts

/// What rules about Go's verdicts share.
extension ProbeReport {
    /// What Go refuses for one of these reasons, with the certificate at fault; those that verification here has told
    /// already, and better, are left out.
    func refusals(_ kinds: Set<GoRule.Kind>) -> [(verdict: GoVerdict, tls: TLSFacts)] {
        [tls, widerTLS].compactMap { $0 }.flatMap { tls in
            (tls.verdicts ?? []).filter { kinds.contains($0.refusal.rule.kind) }.map { ($0, tls) }
        }
    }

    /// A certificate that was sent or given, by its bytes.
    func certificate(_ der: [UInt8]?) -> CertificateFacts? {
        guard let der else { return nil }
        let known = [tls, widerTLS].compactMap { $0?.chain }.joined() + caFile.certificates
        return known.first { $0.der == der }
    }

    /// What a text about a refusal may name.
    func place(of verdict: GoVerdict) -> [String: String] {
        let culprit = certificate(verdict.refusal.culprit)
        return place([
            "reason": verdict.refusal.words,
            "subject": culprit?.subject ?? tls?.leaf?.subject ?? "",
            "go": verdict.since.description,
            "until": verdict.until.description,
            "containerds": verdict.since.containerds,
        ])
    }

    /// Which releases of Go do as the verdict says, and what is known of containerd by that.
    func releases(of verdict: GoVerdict) -> Phrase {
        let key =
            verdict.isOfEveryRelease
            ? "every" : verdict.isOfOldReleases ? "until" : verdict.refusal.rule.followsModule ? "sinceLine" : "since"
        return Phrase("go.\(key)", place(of: verdict))
    }

    func evidence(of verdict: GoVerdict) -> [String] {
        verdict.evidence + (certificate(verdict.refusal.culprit)?.evidence ?? [])
    }
}
