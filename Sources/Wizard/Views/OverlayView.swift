import MirrorCore

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
        case .resume(let saved):
            body.add(texts("resume.title"), .title)
            body.gap()
            body.add(texts("resume.text", ["path": saved.clusterConfigPath]))
            for mirror in saved.mirrors { body.add(printable(mirror.endpoint), .value, indent: 2) }
        }
        if body.cursor == nil { body.cursor = Point(row: 0, column: 0) }
        screen.draw(body, in: inside, scroll: 0)
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
        for name in ["tab", "arrows", "enter", "editing", "steps", "preview", "fix", "track", "probe", "leave"] {
            body.add(texts("help.key.\(name)"), .text, indent: 2)
        }
    }
}
