import MirrorCore
import Texts

/// Home: a line for each thing that can be begun or gone on with.
struct HomeView {
    let state: WizardState
    let texts: Catalogue

    func body(width: Int) -> Body {
        var body = Body(width: width)
        body.add(texts("home.title"), .title)
        body.gap()
        for (index, row) in HomeStep.rows(state).enumerated() {
            if case .file = row, index == HomeJob.allCases.count { addFilesHead(to: &body) }
            if case .work(let work) = row, work == state.home.unfinished.first {
                if state.home.found?.files.isEmpty != false { addFilesHead(to: &body) }
                addFilesEnd(to: &body)
                body.gap()
                body.add(texts("home.unfinished"), .label)
            }
            let first = body.nextLine
            add(row, index, to: &body)
            body.mark(from: first, .field(index))
        }
        if state.home.unfinished.isEmpty {
            if state.home.found?.files.isEmpty != false { addFilesHead(to: &body) }
            addFilesEnd(to: &body)
        }
        return body
    }

    private func addFilesHead(to body: inout Body) {
        body.gap()
        if state.home.found?.files.isEmpty == false { return body.add(texts("home.files"), .label) }
        body.add(texts(state.home.found == nil ? "home.looking" : "home.noFiles"), .hint)
    }

    private func addFilesEnd(to body: inout Body) {
        if state.home.found?.isCut == true { body.add(texts("home.cut"), .hint, indent: 4) }
    }

    private func add(_ row: HomeStep.Row, _ index: Int, to body: inout Body) {
        let isFocused = index == state.focus
        if isFocused { body.cursor = Point(row: body.nextLine, column: 1) }
        var line: StyledLine = [Span(isFocused ? " ▸ " : "   ", .stepCurrent)]
        let style: StyleRole = isFocused ? .focus : .value
        switch row {
        case .job(let job):
            let name = texts("home.job.\(job.rawValue)").padded(to: 28)
            line += [Span("\(index + 1)  ", .label), Span(name, style)]
            let about = texts("home.about.\(job.rawValue)")
            line.append(Span(" " + fittingWithDots(about, width: body.width - line.width - 1), .hint))
        case .file(let file):
            let type = file.type.padded(to: widest(\.type) + 2)
            let right = type + file.version.padded(to: widest(\.version) + 2) + mirrors(file.mirrors)
            let room = max(12, min(widest(\.path), body.width - widest(\.type) - widest(\.version) - 22))
            let path = shortenedAtFront(printable(file.path), width: room).padded(to: room)
            line += [Span(" " + path, style), Span("  "), Span(printable(right), .text)]
        case .work(let work):
            let place = "  \(printable(work.savedAt))  \(texts("step.\(work.step).title"))"
            let room = body.width - 7 - DisplayWidth.of(place)
            line += [Span(" " + shortenedAtFront(name(work), width: room), style), Span(place, .text)]
        }
        body.add(line)
    }

    private func widest(_ value: (FoundClusterFile) -> String) -> Int {
        (state.home.found?.files ?? []).map { DisplayWidth.of(value($0)) }.max() ?? 0
    }

    private func mirrors(_ count: Int) -> String {
        switch count {
        case 0: texts("home.mirrors.none")
        case 1: texts("home.mirrors.one")
        default: texts("home.mirrors.some", ["count": "\(count)"])
        }
    }

    /// The file that it is about, or what there is instead.
    private func name(_ draft: Draft) -> String {
        let answers = draft.answers
        let paths = [draft.file, answers.clusterConfigPath, answers.mirrors.first?.endpoint ?? "", answers.push.source]
        return printable(paths.first { !$0.isEmpty } ?? texts("home.upgrade"))
    }
}
