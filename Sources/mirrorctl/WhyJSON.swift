import Containerd
import Diagnosis
import Operations
import Texts

/// `why --output json`
struct WhyJSON: Encodable {
    struct Source: Encodable {
        let file: String
        let line: Int
    }

    /// What an answer leads to: `next`, `accepted` or `fails`.
    struct Answer: Encodable {
        let leadsTo: String
        /// The base URL of the host that is asked then.
        var next: String?
        var error: String?

        init(_ outcome: AttemptOutcome) {
            switch outcome {
            case .accepted: leadsTo = "accepted"
            case .next(let attempt): (leadsTo, next) = ("next", attempt.endpoint.baseURL)
            case .fails(let text): (leadsTo, error) = ("fails", text)
            }
        }
    }

    struct Attempt: Encodable {
        let baseURL: String
        let capabilities: [String]
        let resolveURL: String
        let source: Source?
        let tls: String
        let credential: String
        let headers: [String: [String]]
        /// What each kind of answer leads to.
        let answers: [String: Answer]
        let outcome: String?
    }

    let image: String
    let registryHost: String?
    let containerdVersion: String
    let mode: String?
    let verdict: String?
    let podEvent: String?
    let attempts: [Attempt]
    /// With `--live`: who had the image, or why nobody did.
    let servedBy: String?
    let liveError: String?
    /// With `--live`: `mirror`, `upstreamInstead`, `upstream`, `fails` or `unknown`.
    let ending: String?
    let findings: [FindingJSON]

    init(image: String, version: ContainerdVersion, error: PullExplainer.StartError, findings: [Finding]) {
        self.image = image
        registryHost = nil
        containerdVersion = "\(version)"
        mode = nil
        verdict = texts(error.verdict(version))
        podEvent = nil
        attempts = []
        servedBy = nil
        liveError = nil
        ending = nil
        self.findings = findings.map(FindingJSON.init)
    }

    init(plan: PullPlan, findings: [Finding], live: LivePullResult? = nil) {
        image = plan.image
        registryHost = plan.reference.registryHost
        containerdVersion = "\(plan.rules.version)"
        mode = plan.mode.rawValue
        verdict = texts(live?.verdict(of: plan) ?? plan.verdict)
        ending = live.map { plan.ending(servedBy: $0.servedBy, error: $0.error).rawValue }
        podEvent = plan.error == nil ? plan.podError(everyoneAnswering: .notFound) : plan.eventOfError
        attempts = plan.attempts.map { attempt in
            let endpoint = attempt.endpoint
            let answers = attempt.possibleAnswers.map { kind in
                (kind.rawValue, Answer(plan.outcome(of: attempt, answering: kind)))
            }
            return Attempt(
                baseURL: endpoint.baseURL,
                capabilities: endpoint.capabilities.names,
                resolveURL: attempt.resolveURL,
                source: endpoint.source.map { Source(file: $0.file, line: $0.line) },
                tls: attempt.tls.map { texts($0) }.joined(separator: "; "),
                credential: texts(attempt.credentialPhrase),
                // Any header can carry a password.
                headers: Dictionary(grouping: endpoint.headers, by: \.name).mapValues { fields in
                    fields.map {
                        ["accept", "user-agent"].contains($0.name.lowercased()) ? printable($0.value) : "‹redacted›"
                    }
                },
                answers: attempt.isAskedForName ? Dictionary(answers) { first, _ in first } : [:],
                outcome: live?.answers[attempt.index]
            )
        }
        servedBy = live?.servedBy.map(printable)
        liveError = live?.error.map(printable)
        self.findings = findings.map(FindingJSON.init)
    }
}
