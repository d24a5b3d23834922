import Diagnosis
import Texts

/// The images of a push, one line each, as many as fit around the one with the cursor; under them what is wrong with it.
struct PushRows {
    let state: WizardState
    let texts: Catalogue
    let run: PushRunState
    let progress: PushProgress

    /// Adds at most `height` lines.
    func add(to body: inout Body, height: Int) {
        let rows = state.push.tab.rows(progress)
        let row = min(state.push.row, max(0, rows.count - 1))
        let trouble = rows.indices.contains(row) ? finding(progress.images[rows[row]], width: body.width) : []
        let room = max(1, height - 1 - trouble.count)
        body.add(tabs)
        if rows.isEmpty { body.add(texts("pushTab.empty"), .hint, indent: 2) }
        let first = max(0, min(row - room / 2, rows.count - room))
        for (offset, image) in rows[min(first, rows.count)...].prefix(room).enumerated() {
            body.add(line(progress.images[image], isCurrent: first + offset == row, width: body.width))
            body.mark(from: body.nextLine - 1, .row(first + offset))
        }
        for line in trouble { body.add(line) }
    }

    private var tabs: StyledLine {
        var line: StyledLine = []
        for (index, tab) in PushTab.allCases.enumerated() {
            let count = progress.images.count { tab.shows($0) }
            let isCurrent = tab == state.push.tab
            if !line.isEmpty { line.append(Span("│", .border)) }
            let name = isCurrent ? "▸\(texts("pushTab.\(tab.rawValue)"))" : " \(texts("pushTab.\(tab.rawValue)"))"
            line.append(Span("\(name) \(count) ", isCurrent ? .stepCurrent : count == 0 ? .hint : .text, .tab(index)))
        }
        return line
    }

    private func line(_ image: PushProgress.Image, isCurrent: Bool, width: Int) -> StyledLine {
        let (mark, style) = look(image)
        let status = status(image)
        let statusWidth = min(width / 2, max(34, status.width))
        let nameWidth = max(10, width - 5 - statusWidth)
        let name = shortenedAtFront(printable(image.name), width: nameWidth).padded(to: nameWidth)
        return [
            Span(isCurrent ? "▸" : " ", isCurrent ? .stepCurrent : .text), Span("\(mark) ", style),
            Span(name, isCurrent ? .focus : .value),
            Span("  "),
        ] + status
    }

    private func look(_ image: PushProgress.Image) -> (String, StyleRole) {
        switch image.stage {
        case .failed: Mark.wrong.look
        case .pushed: Mark.good.look
        case .present: ("=", .success)
        case .readingBack: (run.isRunning ? spinner(state.push.frame) : "·", .info)
        case .waiting: image.settled > 0 && run.isRunning ? (spinner(state.push.frame), .info) : ("·", .hint)
        }
    }

    private func status(_ image: PushProgress.Image) -> StyledLine {
        switch image.stage {
        case .failed(let finding):
            guard let finding else { return [Span(texts("pushView.failed"), .error)] }
            return [Span("\(finding.code) \(texts(finding.title))", .error)]
        case .pushed: return [Span(texts("pushView.pushed", ["size": byteCount(image.total)]), .success)]
        case .present: return [Span(texts("pushView.present", ["size": byteCount(image.total)]), .text)]
        case .readingBack(let blobs, let count):
            return [Span(texts("push.readingBack", ["blobs": "\(blobs)", "count": "\(count)"]), .info)]
        case .waiting where run.order.work == .dryRun:
            let missing = ["size": byteCount(image.total - image.settled), "total": byteCount(image.total)]
            return [Span(texts("pushView.wouldSend", missing), .text)]
        case .waiting where image.settled > 0:
            let bar = progressBar(image.settled, of: image.total, width: 10)
            return [Span(bar, .info), Span(" \(byteCount(image.settled)) / \(byteCount(image.total))", .text)]
        case .waiting: return [Span(byteCount(image.total), .hint)]
        }
    }

    /// The error in place, for the row with the cursor.
    private func finding(_ image: PushProgress.Image, width: Int) -> [StyledLine] {
        guard case .failed(let found) = image.stage, let finding = found else { return [] }
        var body = Body(width: width)
        body.add([Span(String(repeating: "─", count: width), .border)])
        body.addContent(of: finding, texts, evidence: 1, hasCause: true)
        return Array(body.lines.prefix(7))
    }
}
