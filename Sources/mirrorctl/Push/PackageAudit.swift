import Diagnosis
import ImagePackage
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// `probe --package F`: how many of a package's images each mirror has, whole.
struct PackageAudit {
    private let package: OpenedPackage
    private let plans: [ProbePlan]

    init(_ path: String, _ plans: [ProbePlan]) throws {
        package = try Console.saying { () throws(Refusal) in
            try OpenedPackage.looking(PushSession.file(path, encoding: .gzip, signature: nil))
        }
        self.plans = plans
    }

    /// One for each mirror.
    func counts() -> [PackageCount] {
        plans.map { plan in
            let images = package.images(below: plan.endpoint.mirrorNamespace)
            return PackageCount(mirror: plan.endpoint.url, images, audit(plan, images))
        }
    }

    private func audit(_ plan: ProbePlan, _ images: [PushImage]) -> PushOutcome {
        let login: PushTarget.Login = plan.pullCredentialConfigPath.map { .dockerConfig(path: $0) } ?? .none
        let target = PushTarget(endpoint: plan.endpoint, caCertPath: plan.caCertPath, login: login)
        guard let pusher = try? Pusher(target) else {
            return PushOutcome(images: Array(repeating: nil, count: images.count))
        }
        return pusher.verify(images, from: package.source)
    }
}

/// How many of a package's images one mirror has.
struct PackageCount: Encodable {
    struct Lost: Encodable {
        let name: String
        /// Empty where the mirror was not asked.
        let differences: [DifferenceJSON]
    }

    let images: Int
    let present: Int
    /// Those that are not whole in the mirror.
    let missing: [Lost]
    private let mirror: String

    private enum CodingKeys: String, CodingKey { case images, present, missing }

    init(mirror: String, _ images: [PushImage], _ outcome: PushOutcome) {
        self.mirror = mirror
        self.images = images.count
        missing = zip(images, outcome.images).compactMap { image, end in
            switch end {
            case .present, .pushed: nil
            case .failed(.differs(let all)):
                Lost(name: printable(image.name), differences: all.map { DifferenceJSON($0) })
            case .failed, nil: Lost(name: printable(image.name), differences: [])
            }
        }
        present = images.count - missing.count
    }

    var isWhole: Bool { missing.isEmpty }

    var lines: [String] {
        let arguments = ["mirror": mirror, "present": "\(present)", "images": "\(images)"]
        return missing.prefix(20).map { "✗ " + $0.name } + [texts(Phrase("push.mirrorHas", arguments))]
    }
}
