import Diagnosis
import MirrorSystem
import Operations
import Texts

extension PushResult {
    var text: String {
        var lines: [String] = []
        for (image, end) in zip(images, outcome.images) {
            guard case .failed(let failure) = end, let finding = failure.finding(repository: image.repository) else {
                continue
            }
            lines.append("\(Mark.wrong) \(printable(image.name))  \(finding.code)  \(texts(finding.title))")
            if case .differs(let all) = failure { lines += all.map { "    – " + printable(texts($0.phrase)) } }
            if case .package(let trouble) = failure { lines.append("    – " + texts(trouble.problem)) }
        }
        for finding in findings { lines += ["", FindingText(finding).text] }
        // It never came to an image.
        if outcome.failure != nil, !outcome.isInterrupted, outcome.images.allSatisfy({ $0 == nil }) {
            return lines.dropFirst().joined(separator: "\n")
        }
        if !lines.isEmpty { lines.append("") }
        lines += (work == .dryRun ? [wouldSend] : sums) + passedOverLines
        if let resuming {
            lines.append(resuming)
        } else if work == .push, !outcome.isComplete, outcome.failure == nil, !isRefused {
            lines.append(texts("push.again"))
        }
        return lines.joined(separator: "\n")
    }

    /// How to go on after it was stopped.
    var resuming: String? {
        outcome.isInterrupted ? texts(Phrase("push.stopped", ["journal": journal])) : nil
    }

    private var sums: [String] {
        let open = outcome.images.count { $0 == nil }
        let counts = texts(
            Phrase(
                work == .verify ? "push.audited" : "push.done",
                [
                    "images": "\(images.count)", "pushed": "\(statistics.pushed)", "present": "\(statistics.present)",
                    "failed": "\(statistics.failed)", "open": "\(open)",
                ]
            )
        )
        let foreign = foreignLayers
        guard work == .push else { return [counts] + foreign }
        let sums = Phrase(
            "push.sums",
            [
                "sent": byteCount(statistics.sentBytes), "sentBlobs": "\(statistics.sentBlobs)",
                "mounted": byteCount(statistics.mountedBytes), "mountedBlobs": "\(statistics.mountedBlobs)",
                "present": byteCount(statistics.presentBytes), "presentBlobs": "\(statistics.presentBlobs)",
                "seconds": "\(milliseconds / 1000).\(milliseconds / 100 % 10)",
            ]
        )
        return [counts, texts(sums)] + foreign
    }

    private var passedOverLines: [String] {
        guard !passedOver.isEmpty else { return [] }
        let names = passedOver.prefix(5).map { "\(printable($0.name)) (\(byteCount(Int($0.size))))" }
        let more = passedOver.count > 5 ? ["…"] : []
        let arguments = ["files": "\(passedOver.count)", "names": (names + more).joined(separator: ", ")]
        return [texts(Phrase("push.passedOver", arguments))]
    }

    /// What was left where it is.
    private var foreignLayers: [String] {
        let with = images.filter { !$0.foreign.isEmpty }
        guard !with.isEmpty else { return [] }
        let layers = Set(with.flatMap(\.foreign)).count
        return [texts(Phrase("push.foreign", ["layers": "\(layers)", "images": "\(with.count)"]))]
    }

    private var wouldSend: String {
        let open = statistics.open
        return texts(
            Phrase(
                "push.wouldSend",
                [
                    "bytes": byteCount(open.sentBytes), "blobs": "\(open.sentBlobs)",
                    "mounted": byteCount(open.mountedBytes), "mountedBlobs": "\(open.mountedBlobs)",
                    "images": "\(images.count - statistics.present - statistics.failed)",
                    "present": "\(statistics.present)",
                ]
            )
        )
    }
}
