import Diagnosis
import Texts

/// A CA bundle that is to be written: on the screen with its fingerprints first.
package struct CABundleRequest: Equatable, Sendable {
    package let path: String
    package let report: ProbeReport
    package let bundle: CABundle

    package init(path: String, report: ProbeReport, bundle: CABundle) {
        self.path = path
        self.report = report
        self.bundle = bundle
    }
}

/// What became of the bundle that was asked for last.
package enum CABundleOutcome: Equatable, Sendable {
    case idle
    case writing(RequestID)
    case written(path: String)
    case failed(Phrase)
}

/// Writing the certificates that would make the chain verify.
extension WizardState {
    /// Where it goes: the path of the CA step, or a name of its own.
    private var bundlePath: String {
        let typed = mirror.caCertPath.trimmingBlanks
        guard typed.isEmpty, let endpoint = wantedPlan?.endpoint else { return typed }
        return "\(endpoint.address.replacingColons)-\(endpoint.effectivePort)-ca.pem"
    }

    /// A bundle would help where the chain is refused for want of a CA.
    var wantsBundle: Bool {
        guard let report = mirrors.probe.current, report.isFinished else { return false }
        let problems = (report.tls?.problems ?? []) + (report.login?.tokenTLS?.problems ?? [])
        return problems.contains { $0.kind == .issuerUnknown || $0.kind == .signatureMismatch }
    }

    /// Only what answers as a registry can be rehearsed with.
    var canRehearse: Bool {
        mirrors.probe.current?.isFinished == true && mirrors.probe.current?[.ping].status == .passed
    }

    /// Shows what would be written, or says why a bundle would not help.
    mutating func askForBundle() -> [Effect] {
        guard let report = mirrors.probe.current, report.isFinished else { return [] }
        do throws(CABundle.Refusal) {
            ask(CABundleQuestion(request: CABundleRequest(path: bundlePath, report: report, bundle: try CABundle(report))))
        } catch {
            mirrors.bundle = .failed(Phrase("bundle.notWritten", parts: ["reason": error.problem]))
        }
        return []
    }

    mutating func writeBundle(_ wanted: CABundleRequest) -> [Effect] {
        overlay = nil
        let request = nextRequest()
        mirrors.bundle = .writing(request)
        return [.writeBundle(request, wanted)]
    }

    mutating func bundleWritten(_ request: RequestID, _ path: String, _ problem: Phrase?) -> [Effect] {
        guard mirrors.bundle == .writing(request) else { return [] }
        if let problem {
            mirrors.bundle = .failed(problem)
            return []
        }
        mirrors.bundle = .written(path: path)
        // The path is an answer now; the probe with it follows from that, or is asked for.
        guard mirror.caCertPath != path else { return probeAgain() }
        mirror.caCertPath = path
        return []
    }
}

extension String {
    fileprivate var replacingColons: String { String(map { $0 == ":" ? "-" : $0 }) }
}
