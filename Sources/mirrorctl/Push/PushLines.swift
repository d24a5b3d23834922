import Diagnosis
import MirrorSystem
import Operations
import Texts
import Wizard

/// A push as lines of text: one of many for a log, or a whole block for a terminal. A value; nothing here reads a clock.
struct PushLines {
    let head: String
    let sample: PushSample

    private var statistics: PushStatistics { sample.statistics }
    private var images: [PushImage] { sample.images }

    private var left: String {
        sample.secondsLeft.map { texts("push.left", ["time": timeSpan($0)]) } ?? texts("push.noRate")
    }

    private var rate: String { sample.bytesPerSecond.map(byteCount) ?? texts("push.noRate") }

    private var done: Int { statistics.pushed + statistics.present }

    /// The push in one line, for a log.
    var line: String {
        texts(
            Phrase(
                "push.line",
                [
                    "percent": "\(statistics.percent)", "done": "\(done)", "images": "\(images.count)", "rate": rate,
                    "left": left, "bytes": byteCount(statistics.acknowledged), "failed": "\(statistics.failed)",
                ]
            )
        )
    }

    /// For a terminal of that size, at most `rows` lines, none wider than `columns`.
    func block(columns: Int, rows: Int) -> [String] {
        let key = statistics.isTotalKnown ? "push.size" : "push.sizeSoFar"
        let size = texts(Phrase(key, ["images": "\(images.count)", "size": byteCount(statistics.total)]))
        let numbers = texts(
            Phrase(
                "push.rate",
                [
                    "percent": "\(statistics.percent)", "rate": rate, "left": left,
                    "bytes": byteCount(statistics.acknowledged),
                ]
            )
        )
        let width = max(4, min(40, columns - DisplayWidth.of(numbers) - 3))
        var lines = [
            "\(head)  \(size)",
            "\(progressBar(statistics.percent, of: 100, width: width)) \(numbers)",
            parts,
        ]
        lines += statistics.active.prefix(max(0, rows - lines.count - 1)).map { active($0, columns) }
        return lines.map { fitted(" " + $0, to: columns) }
    }

    /// What did not have to be sent stands apart; what went wrong, only when something did.
    private var parts: String {
        var parts = [("done", "\(done)/\(images.count)")]
        if statistics.failed > 0 { parts.append(("failed", "\(statistics.failed)")) }
        parts.append(("sent", byteCount(statistics.sentBytes)))
        parts.append(("mounted", byteCount(statistics.mountedBytes)))
        parts.append(("present", byteCount(statistics.presentBytes)))
        if let packagePercent = sample.packagePercent { parts.append(("read", "\(packagePercent) %")) }
        if statistics.retries > 0 { parts.append(("retries", "\(statistics.retries)")) }
        return parts.map { texts(Phrase("push.part.\($0.0)", ["value": $0.1])) }.joined(separator: "  ")
    }

    private func active(_ image: Int, _ columns: Int) -> String {
        let name = fitted(images[image].name, to: max(10, columns / 2))
        let padding = String(repeating: " ", count: max(1, columns / 2 - DisplayWidth.of(name)))
        if case .readingBack(let blobs, let count) = statistics.stages[image] {
            return name + padding
                + texts(Phrase("push.readingBack", ["blobs": "\(blobs)", "count": "\(count)"]))
        }
        let (settled, total) = statistics.progress(of: image)
        return name + padding + progressBar(settled, of: total, width: 10)
            + " \(byteCount(settled))/\(byteCount(total))"
    }

    private func fitted(_ text: String, to columns: Int) -> String { fittingWithDots(printable(text), width: columns) }
}
