import MirrorCore
import Texts

/// What is asked about a push before it is stopped or begun.
extension OverlayView {
    func addStopPush(_ leaves: Bool, to body: inout Body) {
        let isStopping = state.push.running?.phase == .stopping
        body.add(texts(isStopping ? "pushStop.breakTitle" : leaves ? "pushStop.leaveTitle" : "pushStop.title"), .title)
        body.gap()
        if let progress = state.push.running?.progress {
            let values = [
                "done": "\(progress.done)", "images": "\(progress.images.count)", "percent": "\(progress.percent)",
            ]
            body.add(texts("pushStop.progress", values))
            body.gap()
        }
        body.add(texts(isStopping ? "pushStop.breakText" : "pushStop.text"))
        guard let order = state.push.running?.order else { return }
        body.gap()
        body.add(texts("pushStop.resume"), .label)
        for line in order.command.lines(width: body.width - 2) {
            body.add([Span("  "), Span(printable(line), .value)])
        }
    }

    func addUncovered(to body: inout Body) {
        guard let order = state.pushOrder(.push), case .lost(let lost) = state.pushCover(order.endpoint) else { return }
        body.add(texts("pushUncovered.title", ["count": "\(lost.count)"]), .title)
        body.gap()
        for image in lost.prefix(5) { body.add(printable(image.name), .value, indent: 2) }
        if lost.count > 5 { body.add(texts("overriding.more", ["count": "\(lost.count - 5)"]), .hint, indent: 2) }
        body.gap()
        let values = [
            "target": order.endpoint.pushTarget, "host": printable(lost[0].registryHost),
            "image": printable(lost[0].name),
        ]
        body.add(texts("MIR0913.cause", values))
        body.add(texts("MIR0913.next", values), .warning, indent: 0, marker: "→")
    }
}
