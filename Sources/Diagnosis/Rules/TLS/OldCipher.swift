/// A TLS 1.2 suite without forward secrecy was agreed upon, which Go offers no more.
struct OldCipher: DiagnosisRule {
    let code = "MIR0233"
    let severity = Finding.Severity.warning

    func findings(in report: ProbeReport) -> [Finding] {
        guard let cipher = report.tls?.cipher, Self.isOld(cipher) else { return [] }
        let first = GoRelease(22)
        return [finding([cipher], report.place(["cipher": cipher, "containerds": first.containerds]))]
    }

    /// RSA key exchange: OpenSSL's names of all others begin with it, or with TLS.
    private static func isOld(_ cipher: String) -> Bool {
        !cipher.hasPrefix("ECDHE-") && !cipher.hasPrefix("TLS_")
    }
}
