import MirrorCore
import MirrorSystem

/// Everything a push has to say when it is over.
struct PushResult {
    let work: Pusher.Work
    let target: String
    let images: [PushImage]
    let outcome: PushOutcome
    let tally: PushTally
    let milliseconds: Int
    let journal: String

    /// Each cause once, what concerns everything first.
    var findings: [Finding] {
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
        return found
    }

    var status: ExitStatus {
        switch outcome.failure {
        case .cancelled: .interrupted
        case .journal: .ioError
        case .package: .dataError
        case let failure? where failure.isOutOfReach: .unavailable
        case nil where work == .look: .done
        case nil: outcome.isComplete ? .done : .problem
        default: .problem
        }
    }

    var text: String {
        var lines: [String] = []
        for (image, end) in zip(images, outcome.images) {
            guard case .failed(let failure) = end, let finding = failure.finding(repository: image.repository) else {
                continue
            }
            lines.append("✗ \(printable(image.name))  \(finding.code)  \(texts(finding.title))")
            if case .differs(let all) = failure { lines += all.map { "    – " + printable(texts($0.phrase)) } }
        }
        for finding in findings {
            lines += ["", "✗ \(finding.code)  \(texts(finding.title))"]
            lines += finding.evidence.map { "    │ " + printable($0) }
            lines += ["    " + texts(finding.cause), "  → " + texts(finding.nextStep)]
        }
        // It never came to an image.
        if outcome.failure != nil, !outcome.isInterrupted, outcome.images.allSatisfy({ $0 == nil }) {
            return lines.dropFirst().joined(separator: "\n")
        }
        if !lines.isEmpty { lines.append("") }
        lines += work == .look ? [wouldSend] : sums
        if let resuming {
            lines.append(resuming)
        } else if work == .push, !outcome.isComplete, outcome.failure == nil, !isRefused {
            lines.append(texts("push.again"))
        }
        return lines.joined(separator: "\n")
    }

    /// Nothing was begun.
    private var isRefused: Bool {
        outcome.images.contains { if case .failed(.uncovered) = $0 { true } else { false } }
    }

    /// How to go on after it was stopped.
    var resuming: String? {
        outcome.isInterrupted ? texts(Phrase("push.stopped", ["journal": journal])) : nil
    }

    private var sums: [String] {
        let open = outcome.images.count { $0 == nil }
        let counts = texts(
            Phrase(
                work == .audit ? "push.audited" : "push.done",
                [
                    "images": "\(images.count)", "pushed": "\(tally.pushed)", "present": "\(tally.present)",
                    "failed": "\(tally.failed)", "open": "\(open)",
                ]
            )
        )
        let foreign = foreignLayers
        guard work == .push else { return [counts] + foreign }
        let sums = Phrase(
            "push.sums",
            [
                "sent": byteCount(tally.sentBytes), "sentBlobs": "\(tally.sentBlobs)",
                "mounted": byteCount(tally.mountedBytes), "mountedBlobs": "\(tally.mountedBlobs)",
                "present": byteCount(tally.presentBytes), "presentBlobs": "\(tally.presentBlobs)",
                "seconds": "\(milliseconds / 1000).\(milliseconds / 100 % 10)",
            ]
        )
        return [counts, texts(sums)] + foreign
    }

    /// What was left where it is.
    private var foreignLayers: [String] {
        let with = images.filter { !$0.foreign.isEmpty }
        guard !with.isEmpty else { return [] }
        let layers = Set(with.flatMap(\.foreign)).count
        return [texts(Phrase("push.foreign", ["layers": "\(layers)", "images": "\(with.count)"]))]
    }

    private var wouldSend: String {
        texts(
            Phrase(
                "push.wouldSend",
                [
                    "bytes": byteCount(tally.total - tally.settled), "blobs": "\(tally.openBlobs)",
                    "images": "\(images.count - tally.present)", "present": "\(tally.present)",
                ]
            )
        )
    }
}

extension PushResult {
    /// Images that would not be found keep all of it from beginning.
    init(work: Pusher.Work, target: String, _ images: [PushImage], refused ends: [PushEvent.ImageEnd?]) {
        var tally = PushTally(images)
        for (image, end) in ends.enumerated() { if let end { tally.take(.imageEnded(image: image, end)) } }
        self.init(
            work: work,
            target: target,
            images: images,
            outcome: PushOutcome(images: ends),
            tally: tally,
            milliseconds: 0,
            journal: ""
        )
    }
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
