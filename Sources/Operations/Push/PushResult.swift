import Diagnosis
import ImagePackage
import MirrorCore
import MirrorSystem
import Texts

/// Everything a push has to say when it is over.
package struct PushResult: Sendable {
    package let work: PushWork
    package let target: String
    package let images: [PushImage]
    package let outcome: PushOutcome
    package let statistics: PushStatistics
    package let milliseconds: Int
    package let journal: String
    /// Files of the package that belong to no image.
    package var passedOver: [PassedFile] = []

    /// Each cause once, what concerns everything first.
    package var findings: [Finding] {
        var found =
            outcome.failure.flatMap { $0.finding(repository: images.first?.repository ?? "") }.map { [$0] } ?? []
        var topics = Set(found.map { "\($0.code) \($0.evidence)" })
        for (image, end) in zip(images, outcome.images) {
            guard case .failed(let failure) = end, let finding = failure.finding(repository: image.repository) else {
                continue
            }
            guard topics.insert(failure.topic ?? "\(finding.code) \(finding.evidence)").inserted else { continue }
            found.append(finding)
        }
        return found + outcome.warnings + notes
    }

    /// Images that were pushed, though not quite as the package holds them.
    private var notes: [Finding] {
        guard work == .push else { return [] }
        func line(_ index: Int, _ digest: String) -> String {
            let image = images[index]
            let places = image.tags.isEmpty ? ["@" + digest] : image.tags.map { ":" + $0 }
            return places.map { image.repository + $0 }.joined(separator: ", ")
        }
        let ends = outcome.images.enumerated().compactMap { index, end in end?.digest.map { (index, $0) } }
        let nameless = ends.filter { images[$0.0].isNameless }.map(line)
        let converted = ends.filter { statistics.converted.contains($0.0) }.map { "\(line($0.0, $0.1))  \($0.1)" }
        func note(_ code: String, _ lines: [String]) -> Finding? {
            guard !lines.isEmpty else { return nil }
            let arguments = ["images": "\(lines.count)"]
            return Finding(code: code, severity: .warning, evidence: Array(lines.prefix(20)), arguments: arguments)
        }
        return [note("MIR0929", nameless), note("MIR0935", converted)].compactMap { $0 }
    }

    package var status: ExitStatus {
        switch outcome.failure {
        case .cancelled: .interrupted
        case .journal: .ioError
        case .package: .dataError
        case let failure? where failure.isOutOfReach: .unavailable
        case nil where work == .dryRun: outcome.images.contains(where: \.isFailure) ? .problem : .done
        case nil: outcome.isComplete ? .done : .problem
        default: .problem
        }
    }

    /// The push did not begin: images would go where nodes do not look.
    package var isRefused: Bool {
        outcome.images.contains { if case .failed(.uncovered) = $0 { true } else { false } }
    }
}

extension PushResult {
    /// A push that does not begin, because nodes would not find these images.
    init(work: PushWork, target: String, _ images: [PushImage], refused ends: [PushEvent.ImageEnd?]) {
        var statistics = PushStatistics(images)
        for (image, end) in ends.enumerated() { if let end { statistics.take(.imageEnded(image: image, end)) } }
        self.init(
            work: work,
            target: target,
            images: images,
            outcome: PushOutcome(images: ends),
            statistics: statistics,
            milliseconds: 0,
            journal: ""
        )
    }
}

extension PushImage {
    /// The package gives no name and tag to pull it by, and no digest that is its own.
    fileprivate var isNameless: Bool {
        if case .config = expects, tags.isEmpty { return true }
        return isNameGuessed
    }
}

extension PushEvent.ImageEnd {
    /// Of the manifest that the registry has now.
    fileprivate var digest: String? {
        switch self {
        case .pushed(let digest), .present(let digest): digest
        case .failed: nil
        }
    }
}

extension PushEvent.ImageEnd? {
    fileprivate var isFailure: Bool { if case .failed? = self { true } else { false } }
}

extension PushFailure.Difference {
    fileprivate var isOfManifest: Bool { if case .manifestDiffers = self { true } else { false } }
}

extension PushFailure {
    /// Whatever differs, and whichever image of a host is not found, what to do about it is the same; so it is when the registry
    /// has the same answer to several images.
    fileprivate var topic: String? {
        switch self {
        case .differs(let all): all.first.map { $0.isOfManifest ? "manifest" : "missing" }
        case .uncovered(_, let host, _): "host \(host)"
        default: nil
        }
    }
}
