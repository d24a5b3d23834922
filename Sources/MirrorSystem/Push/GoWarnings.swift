import Diagnosis
import Glibc
import MirrorCore
import RegistryClient

/// What Go says of certificates that let a push in: nodes, which are Go, may not get in by them.
struct GoWarnings {
    /// The findings of a probe that speak of Go alone.
    private static let codes: Set<String> = [
        "MIR0221", "MIR0222", "MIR0223", "MIR0224", "MIR0225", "MIR0226", "MIR0227", "MIR0228", "MIR0231", "MIR0232",
        "MIR0233",
    ]

    let caFile: CAFileFacts

    /// Each once, as warnings: the push itself is not kept from anything.
    func findings(_ log: HandshakeLog) -> [Finding] {
        var found: [Finding] = []
        for (url, handshake) in log.all where handshake.isVerified {
            let endpoint = MirrorEndpoint(scheme: .https, host: url.host, port: url.port)
            var report = ProbeReport(plan: ProbePlan(endpoint: endpoint), startedAt: Int64(time(nil)))
            report.caFile = caFile
            report.tls = TLSFacts(
                handshake,
                pool: caFile.certificates.map(\.der),
                host: url.host,
                now: report.startedAt
            )
            for finding in diagnose(report)
            where Self.codes.contains(finding.code)
                && !found.contains(where: { $0.code == finding.code && $0.evidence == finding.evidence })
            {
                found.append(finding.asWarning)
            }
        }
        return found
    }
}

extension Finding {
    fileprivate var asWarning: Finding {
        Finding(
            code: code,
            severity: min(severity, .warning),
            evidence: evidence,
            arguments: arguments,
            parts: parts,
            field: field
        )
    }
}
