import MirrorCore

/// One pull URL taken apart, so that a lost path is visible while it is typed.
struct PullAnatomy {
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        guard let endpoint = state.wantedPlan?.endpoint else { return }
        let host = state.mirror.hosts.first.map(RegistryHost.init) ?? .alwaysMirrored
        let example = PullExample(host: host)
        body.add(texts("anatomy.title", ["image": example.image]), .text)
        let root = endpoint.rootURL
        let middle = endpoint.mirrorNamespace.map { "/v2/\($0)/" } ?? "/v2/"
        body.add([Span("  "), Span(fittingWithDots(example.url(at: endpoint), width: body.width - 2), .value)])
        var marks: [(column: Int, text: String)] = [(2, texts("anatomy.mirror"))]
        if endpoint.mirrorNamespace != nil { marks.append((2 + root.count + 4, texts("anatomy.namespace"))) }
        marks.append((2 + root.count + middle.count, texts("anatomy.path")))
        for (index, mark) in marks.enumerated().reversed() {
            var line = ""
            for earlier in marks[..<index] { line = line.padded(to: earlier.column) + "│" }
            line = line.padded(to: mark.column) + "└ " + mark.text
            if DisplayWidth.of(line) <= body.width { body.add([Span(line, .hint)]) }
        }
    }
}
