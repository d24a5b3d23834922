import MirrorCore
import RegistryClient

extension PushFailure {
    /// What it is called, why, and what to do; `nil` for an end that is none of the registry's.
    /// - Parameter repository: where it happened.
    package func finding(repository: String) -> Finding? {
        switch self {
        case .registry(let trouble, let step): trouble.finding(step, repository: repository)
        case .differs(.manifestDiffers(let reference, let found)):
            make("MIR0905", [], ["reference": reference, "found": found])
        case .differs(.manifestMissing(let reference)): missing("MIR0906", "manifestMissing", ["reference": reference])
        case .differs(.blobMissing(let digest)): missing("MIR0906", "blobMissing", ["digest": digest])
        case .differs(.blobSize(let digest, let found, let expected)):
            missing("MIR0906", "blobSize", ["digest": digest, "found": "\(found)", "expected": "\(expected)"])
        case .package(let problem): make("MIR0909", [], parts: ["problem": problem])
        case .tooLarge(let bytes): make("MIR0903", ["413"], ["bytes": "\(bytes)"])
        case .forgotten(let times): make("MIR0908", [], ["times": "\(times)"])
        case .saysYesToEverything: make("MIR0904", [])
        case .journal(let error): make("MIR0914", [], parts: ["problem": error.problem])
        case .again, .cancelled: nil
        }
    }

    private func missing(_ code: String, _ what: String, _ arguments: [String: String]) -> Finding {
        make(code, arguments.values.sorted(), parts: ["missing": Phrase("push.differs.\(what)", arguments)])
    }
}

extension RegistryTrouble {
    /// What was seen, in a few words.
    fileprivate var words: String {
        switch self {
        case .transport(let failure): TransportFailure(failure).words
        case .refused(let refusal): "\(refusal.status) \(refusal.summary)"
        case .nonsense(let status, let what): "\(status), \(what)"
        case .loginWithheld(_, let origin): origin
        case .tokenServer(_, let trouble): trouble.words
        }
    }

    fileprivate func finding(_ step: PushFailure.Step, repository: String) -> Finding {
        let step = ["step": Phrase("push.step.\(step.rawValue)")]
        switch self {
        case .transport(let failure):
            let words = TransportFailure(failure).words
            switch failure {
            case .certificateRejected, .notTLS, .tlsVersion, .clientCertificateRequired:
                return make("MIR0912", [words], ["words": words], parts: step)
            case .proxy: return make("MIR0923", [words], ["words": words], parts: step)
            default: return make("MIR0907", [words], ["words": words], parts: step)
            }
        case .nonsense(let status, let what):
            return make("MIR0911", ["\(status)", what], ["status": "\(status)", "what": what], parts: step)
        case .loginWithheld(let why, let origin):
            return make(
                "MIR0921",
                [origin],
                ["origin": origin],
                parts: step.merging(["why": Phrase("push.withheld.\(why.rawValue)", ["origin": origin])]) { $1 }
            )
        case .tokenServer(let origin, let trouble):
            return make("MIR0922", [trouble.words], ["origin": origin, "words": trouble.words], parts: step)
        case .refused(let refusal):
            let arguments = ["status": "\(refusal.status)", "words": refusal.summary, "repository": repository]
            let code =
                switch refusal.status {
                case 401: "MIR0901"
                case 403: "MIR0902"
                case 404 where refusal.codes.contains("NAME_UNKNOWN"): "MIR0902"
                case _ where !isWorthRetrying: "MIR0910"
                case 408, 425, 429, 500, 502, 503, 504: "MIR0920"
                default: "MIR0910"
                }
            return make(code, ["\(refusal.status) \(refusal.summary)"], arguments, parts: step)
        }
    }
}

extension RegistryTrouble.Refusal {
    fileprivate var summary: String {
        bounded((codes + [words]).filter { !$0.isEmpty }.joined(separator: " "))
    }
}

private func make(
    _ code: String,
    _ evidence: [String],
    _ arguments: [String: String] = [:],
    parts: [String: Phrase] = [:]
) -> Finding {
    Finding(code: code, severity: .error, evidence: evidence, arguments: arguments, parts: parts)
}
