import Diagnosis
import MirrorCore
import Texts

/// One thing that the preview can show: the file as it becomes, what each format makes of the mirrors, what nodes ask.
package struct PreviewTab: Equatable, Sendable {
    let id: String
    /// Of a format; others have theirs in the catalogue.
    private let name: String?
    private let draw: @Sendable (WizardState, Catalogue, _ width: Int) -> [StyledLine]

    package static func == (left: PreviewTab, right: PreviewTab) -> Bool { left.id == right.id }

    package static let all = tabs(of: OutputFormats.all)

    /// In the formats' order. ADD A TAB HERE that is no format's.
    static func tabs(of formats: [any OutputFormat]) -> [PreviewTab] {
        [
            PreviewTab(id: "yaml", name: nil) { state, texts, width in
                changeLines(state, texts, width: width) { $0.result }
            }
        ]
            + formats.compactMap { format in
                guard let tab = format.tab else { return nil }
                return PreviewTab(id: format.id, name: tab) { fileLines(format, $0, $1, width: $2) }
            } + [PreviewTab(id: "pullURL", name: nil) { state, texts, _ in pullLines(state, texts) }]
    }

    func title(_ texts: Catalogue) -> String { name ?? texts("preview.\(id)") }

    func lines(_ state: WizardState, _ texts: Catalogue, width: Int) -> [StyledLine] { draw(state, texts, width) }

    private static func fileLines(
        _ format: any OutputFormat,
        _ state: WizardState,
        _ texts: Catalogue,
        width: Int
    ) -> [StyledLine] {
        guard let configuration = state.configuration, !configuration.mirrors.isEmpty else {
            return [[Span(texts(state.answers.mirrors.isEmpty ? "preview.noMirror" : "preview.invalid"), .hint)]]
        }
        var lines = applicability(format, state, texts)
        var said: Set<Phrase> = []
        for file in format.render(configuration) {
            if !lines.isEmpty { lines.append([]) }
            lines.append([Span(file.path, .label)])
            for note in file.inferred where said.insert(note).inserted {
                for (index, part) in wrapped(texts(note), width: width - 2).enumerated() {
                    lines.append([Span((index == 0 ? "? " : "  ") + part, .inferred)])
                }
            }
            lines += file.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { [Span(String($0), .text)] }
        }
        return lines
    }

    /// Which of the cluster's nodes read this file, by version.
    private static func applicability(
        _ format: any OutputFormat,
        _ state: WizardState,
        _ texts: Catalogue
    ) -> [StyledLine] {
        guard let form = format.form, let version = state.clusterConfig?.cluster?.version else { return [] }
        let releases = ReleaseTable.current
        let applies = releases.line(for: version)?.form == form
        let key = applies ? "preview.applies" : "preview.appliesNot"
        return [[Span(texts(key, ["version": version.description]), applies ? .info : .hint)]]
    }

    /// Every attempt for one image of each mirrored host, on nodes of both kinds.
    private static func pullLines(_ state: WizardState, _ texts: Catalogue) -> [StyledLine] {
        guard let configuration = state.configuration, !configuration.mirrors.isEmpty else {
            return [[Span(texts(state.answers.mirrors.isEmpty ? "preview.noMirror" : "preview.invalid"), .hint)]]
        }
        let images = configuration.mirroredHosts.map { PullExample(host: $0).image }
        var shown: [(titles: [StyledLine], attempts: [StyledLine])] = []
        for line in state.nodeLines {
            let title = Phrase(
                "preview.line.\(line.form.id)",
                ["version": line.containerdVersion.description],
                parts: ["releases": line.releases]
            )
            let plans = PullPreview.plans(configuration, images: images, on: line)
            let attempts = plans.flatMap { plan -> [StyledLine] in
                [[Span(plan.image, .label)]]
                    + plan.resolving.enumerated().map { index, attempt in
                        [
                            Span("  \(index + 1) ", .hint),
                            Span(attempt.resolveURL, attempt.isUpstream ? .hint : .value),
                        ]
                    }
            }
            // What is asked seldom differs between releases: it is shown once, under all that ask it.
            let titles = [[Span(texts(title), StyleRole.title)]]
            if let last = shown.last, last.attempts == attempts {
                shown[shown.count - 1].titles += titles
            } else {
                shown.append((titles, attempts))
            }
        }
        return shown.flatMap { $0.titles + $0.attempts + [[]] }
    }
}

/// Lines of the pending change, or why there are none.
func changeLines(
    _ state: WizardState,
    _ texts: Catalogue,
    width: Int,
    of part: (ChangePreview) -> [DiffLine]
) -> [StyledLine] {
    switch state.mirrors.change.outcome {
    case .change(let preview): return part(preview).map(\.styled)
    case .unchanged: return [[Span(texts("preview.unchanged"), .hint)]]
    case .refused(let phrase): return wrapped(texts(phrase), width: width).map { [Span($0, .error)] }
    case nil: break
    }
    if case .failed(let phrase, _) = state.mirrors.cluster {
        return wrapped(texts(phrase), width: width).map { [Span($0, .error)] }
    }
    let isComputing = state.mirrors.change.asked != nil
    let key = isComputing ? "preview.computing" : state.answers.mirrors.isEmpty ? "preview.noMirror" : "preview.invalid"
    return [[Span(texts(key), .hint)]]
}

/// One image of a registry host, and the first request a node makes for it.
package struct PullExample: Equatable, Sendable {
    package let host: RegistryHost
    private let repository: String
    private let tag: String

    package init(host: RegistryHost) {
        self.host = host
        (repository, tag) =
            switch host.name {
            case "gcr.io": ("kubernetes-e2e-test-images/nautilus", "1.0")
            case "docker.io": ("library/nginx", "1.25")
            case "registry.k8s.io", "k8s.gcr.io": ("pause", "3.9")
            default: ("some/image", "1.0")
            }
    }

    package var image: String { "\(host.name)/\(repository):\(tag)" }

    /// The path of the image without its host: what the mirror is asked for.
    package var path: String { "\(repository)/manifests/\(tag)" }

    package func url(at endpoint: MirrorEndpoint) -> String {
        "\(endpoint.apiBaseURL)/\(path)?ns=\(host.name.encodedColon)"
    }

}

extension String {
    /// containerd sends `?ns=` query-encoded; of what a host may hold only the colon and brackets matter.
    fileprivate var encodedColon: String {
        map { $0 == ":" ? "%3A" : $0 == "[" ? "%5B" : $0 == "]" ? "%5D" : String($0) }.joined()
    }
}
