import Diagnosis
import MirrorCore
import RegistryClient

/// DER, read by OpenSSL and by Go's rules, as a CA and as a server's; and a file of PEM.
func readCertificate(_ bytes: [UInt8]) {
    _ = Certificate(der: bytes)
    let judge = GoJudge(pool: [bytes], host: "h.test", now: 1_795_000_000) { Certificate.isSigned($0, by: $1) }
    _ = (judge.verdicts(on: [bytes]), GoJudge.unread([bytes]))
    for certificate in Certificate.all(inPEM: bytes) { _ = certificate.subject }
}
