import Containerd
import Diagnosis
import RegistryClient

/// What the Go of a containerd says of a server's certificates: containerd and the Pod event show these words.
enum GoCertificateWords {
    /// - Parameters:
    ///   - pool: the endpoint's own CA files, DER; the system's own come with the handshake.
    ///   - host: what the certificate had to be valid for.
    ///   - now: seconds since 1970.
    /// - Returns: `nil` when that Go accepts.
    static func failure(
        _ handshake: TLSHandshake,
        pool: [[UInt8]],
        host: String,
        now: Int64,
        release: GoRelease
    ) -> ExchangeFailure? {
        let judge = GoJudge(
            pool: pool + [handshake.anchor].compactMap { $0 }.filter { !pool.contains($0) },
            host: host,
            now: now,
            isSigned: { Certificate.isSigned($0, by: $1) }
        )
        let refusal = judge.refusal(of: handshake.chain.map(\.der), by: release)
        guard let words = refusal?.words else { return nil }
        for prefix in ["tls: failed to verify certificate: x509: ", "x509: "] where words.hasPrefix(prefix) {
            return .x509(String(words.dropFirst(prefix.count)))
        }
        return .other(words)
    }
}
