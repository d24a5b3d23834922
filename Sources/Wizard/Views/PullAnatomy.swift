import Diagnosis
import MirrorCore
import Texts

/// One pull URL taken apart, so that a lost path is visible while it is typed.
struct PullAnatomy {
    let state: WizardState
    let texts: Catalogue

    func add(to body: inout Body) {
        guard let endpoint = state.wantedPlan?.endpoint else { return addAsTyped(to: &body) }
        let example = PullExample(host: exampleHost)
        body.add(texts("anatomy.title", ["image": example.image]), .text)
        let url = example.url(at: endpoint)
        guard DisplayWidth.of(url) + 2 <= body.width else { return addStacked(endpoint, example, to: &body) }
        let root = endpoint.rootURL
        let middle = endpoint.mirrorNamespace.map { "/v2/\($0)/" } ?? "/v2/"
        body.add([Span("  "), Span(url, .value)])
        var marks: [(column: Int, text: String)] = [(2, texts("anatomy.mirror"))]
        if endpoint.mirrorNamespace != nil { marks.append((2 + root.count + 4, texts("anatomy.namespace"))) }
        marks.append((2 + root.count + middle.count, texts("anatomy.path")))
        for (index, mark) in marks.enumerated().reversed() {
            var line = ""
            for earlier in marks[..<index] { line = line.padded(to: earlier.column) + "│" }
            line = line.padded(to: mark.column) + "└ " + mark.text
            if DisplayWidth.of(line) <= body.width { body.add([Span(line, .hint)]) }
        }
        addSpellings(of: endpoint, to: &body)
    }

    /// The address alone, where there is room for no more.
    func addShort(to body: inout Body) {
        guard let endpoint = state.wantedPlan?.endpoint else { return addAsTyped(to: &body) }
        let example = PullExample(host: exampleHost)
        body.add(texts("anatomy.title", ["image": example.image]), .text)
        body.add(example.url(at: endpoint), .value, indent: 2)
    }

    /// The two spellings of a place below the root.
    private func addSpellings(of endpoint: MirrorEndpoint, to body: inout Body) {
        guard endpoint.mirrorNamespace != nil else { return }
        for (key, spelling) in [("endpoint", endpoint.url), ("push", endpoint.pushTarget)] {
            let label = texts("namespace.\(key)").padded(to: 16)
            body.add([Span("  " + label, .label), Span(fittingWithDots(spelling, width: body.width - 18), .value)])
        }
    }

    /// A URL that does not fit, part by part.
    private func addStacked(_ endpoint: MirrorEndpoint, _ example: PullExample, to body: inout Body) {
        var parts = [(endpoint.rootURL, "mirror")]
        if let namespace = endpoint.mirrorNamespace { parts.append(("/v2/\(namespace)", "namespace")) }
        let rest = example.url(at: endpoint).dropFirst(parts.map(\.0.count).reduce(0, +))
        parts.append((String(rest), "path"))
        for (part, name) in parts {
            let meaning = texts("anatomy.\(name)")
            if DisplayWidth.of(part) + DisplayWidth.of(meaning) + 6 <= body.width {
                body.add([Span("  "), Span(part, .value), Span("  ← " + meaning, .hint)])
            } else {
                body.add(part, .value, indent: 2)
                body.add([Span("    ↑ " + meaning, .hint)])
            }
        }
        addSpellings(of: endpoint, to: &body)
    }

    /// An endpoint that is not good yet: where it would lead on each kind of node.
    private func addAsTyped(to body: inout Body) {
        let typed = state.mirror.url
        guard !state.mirror.endpoint.isEmpty else { return }
        // Half a host leads nowhere yet.
        let endpoint = state.mirror.endpoint
        let host = endpoint.firstRange(of: "://").map { endpoint[$0.upperBound...] } ?? endpoint[...]
        let isTyped = [.endpoint, .mirrorNamespace].contains(state.currentField?.id)
        guard !isTyped || host.contains("/") else { return }
        var lines: [StyledLine] = []
        let releases = ReleaseTable.current
        for line in releases.currentForms {
            let image = PullExample(host: exampleHost).image
            guard let url = PullPreview.manifestURL(endpoint: typed, image: image, on: line) else { continue }
            // Two releases with the same form ask the same address.
            let alike = releases.lines.filter { $0.form == line.form }
            let name = texts(
                "anatomy.line.\(line.form.id)",
                [
                    "first": alike.first?.minors.lowerBound.description ?? "",
                    "last": alike.last?.minors.upperBound.description ?? "",
                ]
            )
            let shown = wrapped(url, width: max(10, body.width - 14))
            for (index, part) in shown.enumerated() {
                lines.append([Span("  " + (index == 0 ? name : "").padded(to: 12), .label), Span(part, .value)])
            }
            let parts = url.prefix { $0 != "?" }.split(separator: "/").dropFirst(2)
            let count = parts.filter { $0 == "v2" }.count
            guard count != 1 else { continue }
            let problem = texts(count == 0 ? "anatomy.missingV2" : "anatomy.doubledV2")
            lines.append([Span("  ".padded(to: 14) + "\(Mark.wrong) " + problem, .error)])
        }
        guard !lines.isEmpty else { return }
        body.add(texts("anatomy.asTyped"), .text)
        for line in lines { body.add(line) }
    }

    /// The first listed host that is one.
    private var exampleHost: RegistryHost {
        let host = state.mirror.hosts.first { host in
            validate([MirrorDraft(endpoint: "https://h", hosts: [host])], for: .header).mirrors != nil
        }
        return host.flatMap { RegistryHost($0) } ?? .alwaysMirrored
    }
}
