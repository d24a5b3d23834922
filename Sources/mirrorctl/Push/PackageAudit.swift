import MirrorCore
import MirrorSystem

/// `probe --package F`: how many of a package's images each mirror has, whole.
struct PackageAudit {
    private let package: OpenedPackage
    private let plans: [ProbePlan]
    /// The sentences belong on standard output; JSON has that to itself.
    private let isText: Bool

    init(_ path: String, _ plans: [ProbePlan], isText: Bool) throws {
        package = try OpenedPackage(path)
        self.plans = plans
        self.isText = isText
    }

    /// Says what is missing; `false` when something is.
    func run() -> Bool {
        var isWhole = true
        for plan in plans {
            let images = package.images(below: plan.endpoint.mirrorNamespace)
            let outcome = audit(plan, images)
            let lost = zip(images, outcome.images).filter { _, end in
                if case .present = end { false } else { true }
            }
            var lines = lost.prefix(20).map { image, _ in "✗ " + printable(image.name) }
            let arguments = [
                "mirror": plan.endpoint.url, "present": "\(images.count - lost.count)", "images": "\(images.count)",
            ]
            lines.append(texts(Phrase("push.mirrorHas", arguments)))
            for line in lines { if isText { Console.out(line) } else { Console.error(line) } }
            isWhole = isWhole && lost.isEmpty
        }
        return isWhole
    }

    private func audit(_ plan: ProbePlan, _ images: [PushImage]) -> PushOutcome {
        let login: PushTarget.Login = plan.pullCredentialConfigPath.map { .dockerConfig(path: $0) } ?? .none
        let target = PushTarget(endpoint: plan.endpoint, caCertPath: plan.caCertPath, login: login)
        guard let pusher = try? Pusher(target) else {
            return PushOutcome(images: Array(repeating: nil, count: images.count))
        }
        return pusher.audit(images, from: package.source)
    }
}
