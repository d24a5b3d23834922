import Diagnosis
import Operations
import Texts

/// `probe --output json`
struct ProbeJSON: Encodable {
    struct Phase: Encodable {
        let phase: String
        let status: String
        let milliseconds: Int?
        let detail: String?
    }

    /// One certificate, the CA's first; dates in seconds since 1970.
    struct Certificate: Encodable {
        /// `given`, `sent` or `unseen`
        let origin: String
        let subject: String
        let issuer: String?
        let notBefore: Int64?
        let notAfter: Int64?
        let sha256: String?
        /// Every subject alternative name.
        let names: [String]?
        /// `EC 256, ecdsa-with-SHA256`
        let algorithms: String?

        init(_ certificate: CertificateFacts?, subject: String, origin: String) {
            self.origin = origin
            self.subject = printable(subject)
            issuer = certificate.map { printable($0.issuer) }
            notBefore = certificate?.notBefore
            notAfter = certificate?.notAfter
            sha256 = certificate?.sha256Fingerprint
            names = certificate?.subjectAlternativeNames.map(printable)
            algorithms = certificate.map { printable($0.algorithms) }
        }
    }

    struct Challenge: Encodable {
        let scheme: String
        let realm: String?
        let service: String?
        let scope: String?

        init(_ facts: ChallengeFacts) {
            scheme = printable(facts.scheme)
            realm = facts.realm.map(printable)
            service = facts.service.map(printable)
            scope = facts.scope.map(printable)
        }
    }

    /// Which entry was used, or why none was.
    struct DockerConfig: Encodable {
        struct NearMiss: Encodable {
            let key: String
            let reason: String
        }

        let path: String?
        let mode: String?
        /// `used`, `notAsked`, `notGiven`, `scheme`, `path`, `port`, `helper`, `badBase64`, …
        let reason: String
        let key: String?
        let username: String?
        let nearMisses: [NearMiss]
        let detail: String

        init(_ use: DockerConfigUse) {
            path = use.path
            mode = use.mode
            reason = use.reason.rawValue
            key = use.key.map(printable)
            username = use.username.map(printable)
            nearMisses = use.nearMisses.map { NearMiss(key: printable($0.key), reason: $0.reason.rawValue) }
            detail = printable(texts(use.phrase))
        }
    }

    /// What answers as a registry, and what it needs.
    struct Registry: Encodable {
        /// `harbor`, `quay`, `nexus`, `artifactory`, `zot` or `distribution`
        let product: String
        let evidence: String
        let needs: String

        init(_ known: RecognizedRegistry) {
            product = known.product.rawValue
            evidence = printable(known.evidence)
            needs = texts(known.product.needs)
        }
    }

    struct Rehearsal: Encodable {
        let repository: String
        /// `accepted`, `denied`, `readOnly`, `noProject`, `tooLarge`, `notKept`, `saysYesToEverything`, `unexpected`, `noAnswer`
        let outcome: String
        /// `said`, `kept` or `open`: what shows that the registry has what it took.
        let proof: String?
        /// Announced and not refused; `sentBytes` were really sent.
        let takenBytes: Int
        let sentBytes: Int
        let refusedBytes: Int?
        let elsewhere: String?
        let isCleanedUp: Bool

        init(_ facts: RehearsalFacts) {
            repository = printable(facts.repository)
            outcome = facts.outcome.name
            proof = facts.proof?.rawValue
            takenBytes = facts.takenBytes
            sentBytes = facts.sentBytes
            refusedBytes = facts.refusedBytes
            elsewhere = facts.elsewhere.map(printable)
            isCleanedUp = (facts.cleanup == .done || facts.cleanup == .nothingOpened) && facts.blobLeft == nil
        }
    }

    /// What `--write-ca-bundle` wrote.
    struct Bundle: Encodable {
        /// `root`, `intermediate` or `leaf`
        let anchor: String
        let certificates: [Certificate]
    }

    let endpoint: String
    let phases: [Phase]
    let chain: [Certificate]
    let challenges: [Challenge]
    /// What tokens were asked for.
    let scopes: [String]
    let dockerConfig: DockerConfig
    let registry: Registry?
    let rehearsal: Rehearsal?
    let caBundle: Bundle?
    let network: NetworkJSON
    let findings: [FindingJSON]
    /// With `--package`.
    let package: PackageCountJSON?

    init(_ verdict: ProbeVerdict, bundle: CABundle? = nil, package: PackageCount? = nil) {
        self.package = package.map { PackageCountJSON($0) }
        let report = verdict.report
        chain = CertificateTree(report).rows.map {
            Certificate($0.certificate, subject: $0.subject, origin: $0.origin.rawValue)
        }
        challenges = (report.login?.challenges ?? []).map(Challenge.init)
        scopes = report.askedScopes.map(printable)
        dockerConfig = DockerConfig(DockerConfigUse(report))
        registry = RecognizedRegistry(report).map(Registry.init)
        rehearsal = report.rehearsal.map(Rehearsal.init)
        caBundle = bundle.map {
            Bundle(
                anchor: $0.anchor.rawValue,
                certificates: $0.certificates.map { Certificate($0, subject: $0.subject, origin: "sent") }
            )
        }
        network = NetworkJSON(report)
        endpoint = report.plan.endpoint.url
        phases = report.phases.map {
            Phase(
                phase: $0.kind.rawValue,
                status: $0.status.rawValue,
                milliseconds: $0.milliseconds,
                detail: $0.detail.map { texts($0) }
            )
        }
        findings = verdict.judged.map { FindingJSON($0.finding, suppression: $0.suppression) }
    }
}

/// `probe --output json` of several endpoints, or of a cluster config file.
struct ProbeListJSON: Encodable {
    let mirrors: [ProbeJSON]
}

extension RehearsalFacts.Outcome {
    fileprivate var name: String {
        switch self {
        case .accepted: "accepted"
        case .denied: "denied"
        case .readOnly: "readOnly"
        case .noProject: "noProject"
        case .tooLarge: "tooLarge"
        case .notKept: "notKept"
        case .saysYesToEverything: "saysYesToEverything"
        case .unexpected: "unexpected"
        case .noAnswer: "noAnswer"
        }
    }
}
