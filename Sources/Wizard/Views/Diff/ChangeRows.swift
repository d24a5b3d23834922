import Diagnosis
import MirrorCore
import Texts

/// The rows of the three tabs of a change.
struct ChangeRows {
    let state: WizardState
    let texts: Catalogue
    let width: Int

    /// Another change than the one that is to be written.
    var other: ChangePreview?

    private var preview: ChangePreview? {
        if let other { return other }
        if case .change(let preview) = state.mirrors.change.outcome { return preview }
        return nil
    }

    /// The unified diff; its hunks are the blocks.
    var file: [DiffRow] {
        guard let preview else { return without { $0.diff } }
        var block = -1
        return preview.diff.map { line in
            if line.kind == .hunk { block += 1 }
            return DiffRow(line, block: max(0, block))
        }
    }

    /// For each kind of node file: who reads it, and the files; they are the blocks.
    var nodes: [DiffRow] {
        guard let consequence = preview?.consequence else { return presentNodes }
        var rows: [DiffRow] = []
        var block = 0
        for node in consequence.nodes {
            rows += head(texts(node.title), node.readers(limit: 6), after: rows)
            if node.files.isEmpty { rows.append(DiffRow([Span("  " + texts("consequence.sameFiles"), .hint)])) }
            if node.hasFilesOfOlder {
                rows.append(DiffRow([Span("  " + texts("consequence.filesOfOlder"), .hint)]))
            }
            for file in node.files where !node.hasFilesOfOlder {
                let (diff, path) = (file.diff().masked, texts(file.phrase))
                rows.append(DiffRow([Span(path, .label)], block: block, isTitle: true))
                for hunk in diff.hunks {
                    let pieces = WordDiff.pieces(of: hunk)
                    rows += zip(hunk.lines, pieces).map { DiffRow(DiffLine($0, $1).styled, block: block) }
                }
                block += 1
            }
            rows += differences(node)
        }
        return rows + unreadable(consequence)
    }

    private func differences(_ node: NodeConsequence) -> [DiffRow] {
        guard let (title, differences) = node.differencePhrases else { return [] }
        return [DiffRow([Span("  " + texts(title), .label)])]
            + differences.flatMap { sentence("  " + texts($0), .text, 0) }
    }

    /// The list's change, whom nodes ask, the findings, and what to know before; each is a block.
    var effects: [DiffRow] {
        guard let preview, let consequence = preview.consequence else { return without { $0.diff } }
        var rows: [DiffRow] = []
        var block = 0
        func add(_ title: String, _ lines: [(String, StyleRole)]) {
            guard !lines.isEmpty else { return }
            if !rows.isEmpty { rows.append(DiffRow([])) }
            rows.append(DiffRow([Span(title, .title)], block: block, isTitle: true))
            rows += lines.flatMap { sentence($0.0, $0.1, block) }
            block += 1
        }
        add(
            texts("effects.changes"),
            consequence.changes.map {
                ("\($0.mark) \(texts($0.phrase))", $0.takesAway ? .removed : $0.mark == "+" ? .added : .text)
            }
        )
        add(texts("effects.concerns"), preview.concerns.flatMap(concern))
        for node in consequence.nodes where !node.isEmpty {
            let sources = node.sources.map {
                ("\($0.losesMirror ? "-" : "~") \(texts($0.phrase))", $0.losesMirror ? StyleRole.removed : .text)
            }
            let appearing = node.appearing.map { (finding("consequence.appears", $0), style($0)) }
            let going = node.going.map { (finding("consequence.goes", $0), StyleRole.success) }
            add(
                texts(Phrase("effects.\(node.line.form.id)", parts: ["releases": node.line.releases])),
                sources + appearing + going
            )
        }
        return rows + unreadable(consequence)
    }

    /// Without a change: what the nodes hold of the mirrors as they are.
    private var presentNodes: [DiffRow] {
        guard case .unchanged = state.mirrors.change.outcome, let configuration = state.configuration,
            !configuration.mirrors.isEmpty
        else { return without { $0.diff } }
        let groups = state.clusterConfig?.nodeGroups ?? []
        let present = ChangeConsequence(groups: groups, from: [], to: [], at: state.place)
        var rows: [DiffRow] = []
        var block = 0
        for node in present.nodes {
            rows += head(texts(node.title), node.readers(limit: 6), after: rows)
            rows += differences(node)
            for file in node.line.files(configuration) where node.older == nil {
                rows.append(DiffRow([Span(file.path, .label)], block: block, isTitle: true))
                rows += file.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
                    DiffRow(DiffLine(.context, String($0)).styled, block: block)
                }
                block += 1
            }
        }
        return rows
    }

    private func head(_ title: String, _ readers: [Phrase], after rows: [DiffRow]) -> [DiffRow] {
        (rows.isEmpty ? [] : [DiffRow([])]) + [DiffRow([Span(title, .title)])]
            + readers.map { DiffRow([Span("  " + texts($0), .text)]) }
    }

    /// Broken between words, continued further in.
    private func sentence(_ text: String, _ style: StyleRole, _ block: Int) -> [DiffRow] {
        let lead = String(repeating: " ", count: 2 + text.prefix { $0 == " " }.count)
        return wrapped(text, width: width - lead.count - 2).enumerated().map { index, part in
            DiffRow([Span(lead + (index == 0 ? "" : "  ") + part, style)], block: block)
        }
    }

    private func concern(_ concern: EditConcern) -> [(String, StyleRole)] {
        return [
            ("\(concern.severity.mark) \(texts(concern.problem))", concern.severity.mark.style),
            ("  \(Mark.remedy) \(texts(concern.fix))", .text),
        ]
    }

    private func finding(_ key: String, _ finding: Finding) -> String {
        texts(
            key,
            ["code": finding.code, "severity": finding.severity.rawValue, "title": texts(finding.title)]
        )
    }

    private func style(_ finding: Finding) -> StyleRole { finding.severity == .error ? .error : .warning }

    private func unreadable(_ consequence: ChangeConsequence) -> [DiffRow] {
        consequence.unreadable.map {
            let text = texts("consequence.unreadable", ["endpoint": SecretMask.line($0.url)])
            return DiffRow([Span(text, .warning)])
        }
    }

    /// Why there is nothing to show.
    private func without(_ part: (ChangePreview) -> [DiffLine]) -> [DiffRow] {
        if case .unchanged = state.mirrors.change.outcome {
            let count = state.validated.mirrors?.count ?? 0
            let lines = wrapped(texts("review.unchanged", ["count": "\(count)"]), width: width)
            return lines.map { DiffRow([Span($0, .text)]) }
                + (state.validated.mirrors ?? []).map { DiffRow([Span("  " + $0.endpoint.url, .value)]) }
        }
        if case .reading = state.mirrors.cluster { return [DiffRow([Span(texts("cluster.reading"), .info)])] }
        return changeLines(state, texts, width: width, of: part).map { DiffRow($0) }
    }
}
