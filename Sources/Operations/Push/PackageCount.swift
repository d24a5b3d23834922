import Diagnosis
import MirrorCore
import MirrorSystem

/// How many of a package's images one mirror has, whole.
package struct PackageCount: Sendable {
    package struct Lost: Sendable {
        package let name: String
        /// Empty where the mirror was not asked.
        package let differences: [PushFailure.Difference]
    }

    package let mirror: String
    package let images: Int
    package let missing: [Lost]

    package var present: Int { images - missing.count }
    package var isWhole: Bool { missing.isEmpty }

    /// One for each mirror, which is asked as the probe would.
    package static func counts(of package: OpenedPackage, in plans: [ProbePlan]) -> [PackageCount] {
        plans.map { plan in
            let images = package.images(below: plan.endpoint.mirrorNamespace)
            return PackageCount(plan.endpoint.url, images, outcome(plan, images, package))
        }
    }

    private init(_ mirror: String, _ images: [PushImage], _ outcome: PushOutcome) {
        self.mirror = mirror
        self.images = images.count
        missing = zip(images, outcome.images).compactMap { image, end in
            switch end {
            case .present, .pushed: nil
            case .failed(.differs(let all)): Lost(name: image.name, differences: all)
            case .failed, nil: Lost(name: image.name, differences: [])
            }
        }
    }

    private static func outcome(_ plan: ProbePlan, _ images: [PushImage], _ package: OpenedPackage) -> PushOutcome {
        let login: PushTarget.Login = plan.pullCredentialConfigPath.map { .dockerConfig(path: $0) } ?? .none
        let target = PushTarget(endpoint: plan.endpoint, caCertPath: plan.caCertPath, login: login)
        guard let pusher = try? Pusher(target) else {
            return PushOutcome(images: Array(repeating: nil, count: images.count))
        }
        return pusher.verify(images, from: package.source)
    }
}
