import Texts

extension ReadyFacts {
    /// What ends soon: the certificate that is served, the CA, the login.
    var expiryLines: [ReadyLine] {
        mirrors.flatMap { [chainLine($0), caLine($0), loginLine($0)].compactMap(\.self) }
            + [nodeCALine].compactMap(\.self)
    }

    private func endsSoon(_ seconds: Int64) -> Bool {
        seconds < now.addingClamped(Int64(question.days) * 86_400)
    }

    private func values(_ mirror: ReadyMirror, _ end: Int64? = nil) -> [String: String] {
        [
            "mirror": mirror.name, "days": "\(question.days)", "date": end.map(civilTime) ?? "",
            "ca": mirror.plan.caCertPath ?? "", "login": mirror.plan.pullCredentialConfigPath ?? "",
        ]
    }

    /// `ended` or `ends` within the time, else `later`.
    private func word(_ end: Int64) -> String { end < now ? "ended" : endsSoon(end) ? "soon" : "later" }

    private func chainLine(_ mirror: ReadyMirror) -> ReadyLine {
        let subject = Phrase("ready.subject.chain", ["mirror": mirror.name])
        if mirror.mirror.endpoint.scheme == .http {
            return .checked(.expiry, subject, Phrase("ready.chain.http"))
        }
        guard let first = (mirror.report?.tls?.chain ?? []).min(by: { $0.notAfter < $1.notAfter }) else {
            return .notChecked(.expiry, subject, Phrase("ready.chain.unseen"), next: Phrase("ready.again"))
        }
        var values = values(mirror, first.notAfter)
        values["subject"] = first.subject
        let text = Phrase("ready.chain.\(word(first.notAfter))", values)
        return endsSoon(first.notAfter)
            ? .wrong(.expiry, subject, text, next: Phrase("ready.chain.renew"))
            : .checked(.expiry, subject, text)
    }

    private func caLine(_ mirror: ReadyMirror) -> ReadyLine? {
        let subject = Phrase("ready.subject.ca", ["mirror": mirror.name])
        if case .secret(let secret) = mirror.mirror.caCert, mirror.plan.caCertPath == nil {
            let why = Phrase("ready.ca.hidden", ["secret": "\(secret)"])
            return .notChecked(.expiry, subject, why, next: Phrase("ready.ca.giveFile"))
        }
        guard mirror.plan.caCertPath != nil else { return nil }
        let certificates = mirror.caFile.certificates
        guard !certificates.isEmpty else {
            return .notChecked(
                .expiry,
                subject,
                Phrase("ready.ca.unread", values(mirror)),
                next: Phrase("ready.ca.mend")
            )
        }
        let anchors = Self.anchors(in: certificates, of: mirror.report?.tls?.chain ?? [])
        let ends = (anchors.isEmpty ? certificates : anchors).map(\.notAfter)
        guard let last = ends.max(), let first = ends.min() else { return nil }
        if anchors.isEmpty, endsSoon(first), !endsSoon(last) {
            // Which of them the mirror's certificate hangs on was not seen.
            return .notChecked(
                .expiry,
                subject,
                Phrase("ready.ca.oneOfThem", values(mirror, first)),
                next: Phrase("ready.again")
            )
        }
        let text = Phrase("ready.ca.\(word(last))", values(mirror, last))
        return endsSoon(last)
            ? .wrong(
                .expiry,
                subject,
                text,
                next: Phrase("ready.ca.renew"),
                fix: .field(endpoint: mirror.name, .caCertPath)
            ) : .checked(.expiry, subject, text)
    }

    /// Certificates of a CA file that a served chain can end in: one of its own, or an issuer in it.
    static func anchors(in file: [CertificateFacts], of chain: [CertificateFacts]) -> [CertificateFacts] {
        let issuers = Set(chain.map(\.issuer))
        let sent = Set(chain.map(\.sha256Fingerprint))
        return file.filter { issuers.contains($0.subject) || sent.contains($0.sha256Fingerprint) }
    }

    private func loginLine(_ mirror: ReadyMirror) -> ReadyLine? {
        let subject = Phrase("ready.subject.login", ["mirror": mirror.name])
        if case .secret(let secret) = mirror.mirror.pullCredential, mirror.plan.pullCredentialConfigPath == nil {
            let why = Phrase("ready.login.hidden", ["secret": "\(secret)"])
            return .notChecked(.expiry, subject, why, next: Phrase("ready.login.giveFile"))
        }
        switch mirror.loginEnd {
        case nil: return nil
        case .at(let end):
            let text = Phrase("ready.login.\(word(end))", values(mirror, end))
            return endsSoon(end)
                ? .wrong(
                    .expiry,
                    subject,
                    text,
                    next: Phrase("ready.login.renew"),
                    fix: .field(endpoint: mirror.name, .pullCredentialConfigPath)
                ) : .checked(.expiry, subject, text)
        case .shortLived(let user):
            let text = Phrase("ready.login.shortLived", values(mirror).merging(["user": user]) { $1 })
            return .wrong(
                .expiry,
                subject,
                text,
                next: Phrase("ready.login.lasting"),
                fix: .field(endpoint: mirror.name, .pullCredentialConfigPath)
            )
        case .password, .token, .unusable:
            let name = mirror.loginEnd == .password ? "password" : mirror.loginEnd == .token ? "token" : "unusable"
            let why = Phrase("ready.login.\(name)", values(mirror))
            return .notChecked(.expiry, subject, why, next: Phrase("ready.login.ask"))
        }
    }

    /// CA files as the reports show them on nodes.
    private var nodeCALine: ReadyLine? {
        let ends = (nodes ?? []).flatMap { node in
            node.caFacts.compactMap { fact in
                fact.certificates.map(\.notAfter).max().map { (node: node.inspection.target, path: fact.path, end: $0) }
            }
        }
        guard let first = ends.min(by: { $0.end < $1.end }) else { return nil }
        let subject = Phrase("ready.subject.nodeCA")
        let values = [
            "node": first.node, "path": first.path, "date": civilTime(first.end), "days": "\(question.days)",
            "nodes": "\(Set(ends.map(\.node)).count)",
        ]
        let text = Phrase("ready.nodeCA.\(word(first.end))", values)
        return endsSoon(first.end)
            ? .wrong(.expiry, subject, text, next: Phrase("ready.ca.renew")) : .checked(.expiry, subject, text)
    }
}
