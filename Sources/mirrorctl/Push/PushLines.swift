import Diagnosis
import Texts
import Wizard

/// A push as lines of text: one of many for a log, or a whole block for a terminal. A value; nothing here reads a clock.
struct PushLines {
    let head: String
    let progress: PushProgress

    private var left: String {
        guard let seconds = progress.secondsLeft else { return texts("push.noRate") }
        return texts(Phrase("push.left", ["time": timeSpan(seconds)]))
    }

    private var rate: String { progress.bytesPerSecond.map(byteCount) ?? texts("push.noRate") }

    /// The push in one line, for a log.
    var line: String {
        texts(
            Phrase(
                "push.line",
                [
                    "percent": "\(progress.percent)", "done": "\(progress.done)", "images": "\(progress.images.count)",
                    "rate": rate,
                    "left": left, "bytes": byteCount(progress.acknowledged), "failed": "\(progress.failed)",
                ]
            )
        )
    }

    /// For a terminal of that size, at most `rows` lines, none wider than `columns`.
    func block(columns: Int, rows: Int) -> [String] {
        let key = progress.isTotalKnown ? "push.size" : "push.sizeSoFar"
        let size = texts(Phrase(key, ["images": "\(progress.images.count)", "size": byteCount(progress.total)]))
        let numbers = texts(
            Phrase(
                "push.rate",
                [
                    "percent": "\(progress.percent)", "rate": rate, "left": left,
                    "bytes": byteCount(progress.acknowledged),
                ]
            )
        )
        let width = max(4, min(40, columns - DisplayWidth.of(numbers) - 3))
        var lines = [
            "\(head)  \(size)",
            "\(progressBar(progress.percent, of: 100, width: width)) \(numbers)",
            parts,
        ]
        lines += progress.active.prefix(max(0, rows - lines.count - 1)).map { active($0, columns) }
        return lines.map { fitted(" " + $0, to: columns) }
    }

    /// What did not have to be sent stands apart; what went wrong, only when something did.
    private var parts: String {
        var parts = [("done", "\(progress.done)/\(progress.images.count)")]
        if progress.failed > 0 { parts.append(("failed", "\(progress.failed)")) }
        parts.append(("sent", byteCount(progress.sentBytes)))
        parts.append(("mounted", byteCount(progress.mountedBytes)))
        parts.append(("present", byteCount(progress.presentBytes)))
        if let packagePercent = progress.packagePercent { parts.append(("read", "\(packagePercent) %")) }
        if progress.retries > 0 { parts.append(("retries", "\(progress.retries)")) }
        return parts.map { texts(Phrase("push.part.\($0.0)", ["value": $0.1])) }.joined(separator: "  ")
    }

    private func active(_ index: Int, _ columns: Int) -> String {
        let image = progress.images[index]
        let name = fitted(image.name, to: max(10, columns / 2))
        let padding = String(repeating: " ", count: max(1, columns / 2 - DisplayWidth.of(name)))
        if case .readingBack(let blobs, let count) = image.stage {
            return name + padding
                + texts(Phrase("push.readingBack", ["blobs": "\(blobs)", "count": "\(count)"]))
        }
        return name + padding + progressBar(image.settled, of: image.total, width: 10)
            + " \(byteCount(image.settled))/\(byteCount(image.total))"
    }

    private func fitted(_ text: String, to columns: Int) -> String { fittingWithDots(printable(text), width: columns) }
}
