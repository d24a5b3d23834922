import Diagnosis
import RegistryClient
import Texts

extension PushFailure {
    /// What it is called, why, and what to do; `nil` for an end that is none of the registry's.
    /// - Parameter repository: where it happened.
    package func finding(repository: String) -> Finding? {
        switch self {
        case .registry(let trouble, let step): trouble.finding(step, repository: repository)
        case .differs(let differences): differences.first?.finding
        case .foreignRefused(let trouble, let layers): trouble.finding(foreign: layers)
        case .package(let trouble): make(trouble.code, [], parts: ["problem": trouble.problem])
        case .uncovered(let target, let host, let image):
            make("MIR0913", [image], ["target": target, "host": host, "image": image])
        case .tooLarge(let bytes): make("MIR0903", ["413"], ["bytes": "\(bytes)"])
        case .forgotten(let times): make("MIR0908", [], ["times": "\(times)"])
        case .saysYesToEverything: make("MIR0904", [])
        case .journal(let error): make("MIR0914", [], parts: ["problem": error.problem])
        case .again, .cancelled: nil
        }
    }

}

extension PushFailure.Difference {
    /// What is missing, or what is there instead.
    package var phrase: Phrase {
        switch self {
        case .manifestMissing(let reference): Phrase("push.differs.manifestMissing", ["reference": reference])
        case .manifestDiffers(let reference, let found):
            Phrase("push.differs.manifestDiffers", ["reference": reference, "found": found])
        case .digestSaid(let reference, let said):
            Phrase("push.differs.digestSaid", ["reference": reference, "said": bounded(said)])
        case .mediaTypeSaid(let reference, let said, let expected):
            Phrase("push.differs.mediaTypeSaid", ["reference": reference, "said": bounded(said), "expected": expected])
        case .blobMissing(let digest): Phrase("push.differs.blobMissing", ["digest": digest])
        case .blobSize(let digest, let found, let expected):
            Phrase("push.differs.blobSize", ["digest": digest, "found": "\(found)", "expected": "\(expected)"])
        }
    }

    fileprivate var finding: Finding {
        switch self {
        case .manifestDiffers(let reference, let found):
            make("MIR0905", [reference, found], ["reference": reference, "found": found])
        case .digestSaid(let reference, let said):
            make(
                "MIR0927",
                ["Docker-Content-Digest: \(bounded(said))"],
                ["reference": reference, "said": bounded(said)]
            )
        case .mediaTypeSaid(let reference, let said, let expected):
            make(
                "MIR0928",
                ["Content-Type: \(bounded(said))"],
                ["reference": reference, "said": bounded(said), "expected": expected]
            )
        case .manifestMissing(let reference): make("MIR0906", [reference], parts: ["missing": phrase])
        case .blobMissing(let digest): make("MIR0906", [digest], parts: ["missing": phrase])
        case .blobSize(let digest, _, _): make("MIR0906", [digest], parts: ["missing": phrase])
        }
    }
}

extension RegistryError {
    fileprivate func finding(foreign layers: [String]) -> Finding {
        guard case .refused(let refusal) = self else { return finding(.manifest, repository: "") }
        let arguments = ["status": "\(refusal.status)", "words": refusal.summary, "layers": "\(layers.count)"]
        return make("MIR0915", ["\(refusal.status) \(refusal.summary)"] + layers, arguments)
    }

    /// What was seen, in a few words.
    fileprivate var words: String {
        switch self {
        case .transport(let failure): TransportFailure(failure).words
        case .refused(let refusal): "\(refusal.status) \(refusal.summary)"
        case .unexpectedResponse(let status, let what): "\(status), \(what)"
        case .loginWithheld(_, let origin): origin
        case .tokenServer(_, let trouble): trouble.words
        }
    }

    fileprivate func finding(_ step: PushFailure.Step, repository: String) -> Finding {
        let isManifest = step == .manifest
        let step = ["step": Phrase("push.step.\(step.rawValue)")]
        switch self {
        case .transport(let failure):
            let words = TransportFailure(failure).words
            switch failure {
            case .notTLS: return make("MIR0925", [words], ["words": words], parts: step)
            case .certificateRejected, .tlsVersion, .greetingRefused, .clientCertificateRequired:
                return make("MIR0912", [words], ["words": words], parts: step)
            case .timedOut(.answering): return make("MIR0933", [words], ["words": words], parts: step)
            case .unsendable(let part):
                return make("MIR0937", [part], parts: ["problem": Phrase("push.unsendable", ["part": part])])
            case .proxy: return make("MIR0923", [words], ["words": words], parts: step)
            default: return make("MIR0907", [words], ["words": words], parts: step)
            }
        case .unexpectedResponse(let status, let what):
            return make("MIR0911", ["\(status)", what], ["status": "\(status)", "what": what], parts: step)
        case .loginWithheld(let why, let origin):
            let code = why == .foreignRealm ? "MIR0921" : "MIR0924"
            return make(code, [origin], ["origin": origin], parts: step)
        case .tokenServer(let origin, let trouble):
            return make("MIR0922", [trouble.words], ["origin": origin, "words": trouble.words], parts: step)
        case .refused(let refusal):
            let arguments = ["status": "\(refusal.status)", "words": refusal.summary, "repository": repository]
            let code =
                switch refusal.status {
                case _ where refusal.isTooLarge: "MIR0934"
                case _ where isManifest && refusal.isAboutForm: "MIR0926"
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

extension RegistryError.Refusal {
    fileprivate var summary: String {
        let parts = codes.map { bounded($0, to: 64) } + [words, detail].map { bounded($0, to: 200) }
        return bounded(parts.filter { !$0.isEmpty }.joined(separator: " "))
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
