import MirrorCore
import Texts

/// Help and questions; they take the screen, so that nothing half-hidden is left to read around.
struct OverlayView {
    let state: WizardState
    let texts: Catalogue

    func draw(_ overlay: Overlay, on screen: inout Screen) {
        let size = state.size
        screen.rule(row: 1)
        screen.rule(row: size.rows - 2)
        let inside = Rect(row: 2, column: 2, width: min(100, size.columns - 4), height: size.rows - 4)
        var body = Body(width: inside.width)
        switch overlay {
        case .help: addHelp(to: &body)
        case .leave:
            body.add(texts("leave.title"), .title)
            body.gap()
            body.add(texts("leave.text"))
        case .makeLogin(let login):
            body.add(texts("login.title", ["path": login.path]), .title)
            body.gap()
            for line in DockerConfigJSON.masked(host: login.host) { body.add([Span("  "), Span("+ " + line, .added)]) }
            body.gap()
            body.add(texts("login.text", ["user": login.user, "host": login.host]))
        case .pasted(let pasted): addPasted(pasted, to: &body)
        case .repairFile(let preview):
            body.add(texts("repair.title", ["path": preview.path]), .title)
            body.gap()
            body.add(texts("repair.found"))
            body.gap()
            for line in preview.diff { body.add(line.styled) }
        case .undo(let preview):
            body.add(texts("undo.title", ["path": preview.path]), .title)
            body.gap()
            for line in preview.diff { body.add(line.styled) }
        case .runBmctl(let command, let warning):
            body.add(texts("runBmctl.title"), .title)
            body.gap()
            for line in command.lines(width: body.width - 2) { body.add([Span("  "), Span(printable(line), .value)]) }
            if let warning {
                body.gap()
                body.add(texts(warning), .warning, indent: 0, marker: "!")
            }
            body.gap()
            body.add(texts("runBmctl.text"))
        case .hardLink(let names, _):
            body.add(texts("hardLink.title", ["names": "\(names)"]), .title)
            body.gap()
            body.add(texts("hardLink.text"))
        case .overriding(let wish): addOverride(wish, to: &body)
        case .writeBundle(let request): addBundle(request, to: &body)
        case .stopPush(let leaves): addStopPush(leaves, to: &body)
        case .pushUncovered: addUncovered(to: &body)
        case .resume(let saved):
            body.add(texts("resume.title"), .title)
            body.gap()
            if saved.clusterConfigPath.isEmpty {
                body.add(texts("resume.afresh"))
            } else {
                body.add(texts("resume.text", ["path": saved.clusterConfigPath]))
            }
            for mirror in saved.mirrors { body.add(printable(mirror.endpoint), .value, indent: 2) }
            if !saved.push.source.isEmpty {
                body.add(texts("resume.push", ["source": saved.push.source]), .value, indent: 2)
            }
        }
        if body.cursor == nil { body.cursor = Point(row: 0, column: 0) }
        let scroll =
            switch overlay {
            case .undo, .repairFile: state.preview.scroll
            default: 0
            }
        screen.draw(body, in: inside, scroll: scroll)
    }

    private func addPasted(_ pasted: PastedMirrors, to body: inout Body) {
        body.add(texts("paste.title", ["count": "\(pasted.drafts.count)"]), .title)
        body.gap()
        for draft in pasted.drafts { body.add(printable(draft.url), .value, indent: 2) }
        if let repair = pasted.repair {
            body.gap()
            body.add(texts("repair.found"))
            body.gap()
            for hunk in repair.hunks { for line in hunk.lines { body.add(DiffLine(line).styled) } }
        }
        body.gap()
        body.add(texts(state.answers.mirrors.isEmpty ? "paste.text" : "paste.replaces"))
    }

    /// The errors, and what becomes of the nodes with them.
    private func addOverride(_ wish: Override, to body: inout Body) {
        body.add(texts(wish == .write ? "overriding.write" : "overriding.goOn"), .title)
        body.gap()
        for finding in state.probeErrors.prefix(3) {
            body.add("\(finding.code)  \(texts(finding.title))", .error, indent: 0, marker: finding.severity.mark)
        }
        let rest = state.probeErrors.count - 3
        if rest > 0 { body.add(texts("overriding.more", ["count": "\(rest)"]), .hint, indent: 2) }
        guard let first = state.probeErrors.first else { return }
        body.gap()
        body.add(texts("overriding.consequence"), .label)
        body.add(texts(Consequence(of: first).phrase), .text)
        body.gap()
        body.add(texts("overriding.insteadOf"), .label)
        body.add(texts(first.nextStep), .warning, indent: 0, marker: "→")
    }

    private func addHelp(to body: inout Body) {
        let step = state.currentStep
        body.add(texts("step.\(step.id).title"), .title)
        body.add(texts("step.\(step.id).help"))
        if let field = state.currentField {
            let help = texts("field.\(field.id).help")
            if help != "field.\(field.id).help" {
                body.gap()
                body.add(help)
            }
        }
        body.gap()
        body.add(texts("help.keys"), .label)
        for line in state.helpLines { body.add(texts("help.key.\(line.rawValue)"), .text, indent: 2) }
    }
}
