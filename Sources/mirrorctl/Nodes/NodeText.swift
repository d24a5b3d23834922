import Containerd
import Diagnosis
import Texts
import Wizard

/// `node` for people: one node in full, several as a table and the findings that they share.
struct NodeText {
    let text: String

    init(_ fleet: NodeFleetView) {
        let nodes = fleet.nodes
        text = nodes.count == 1 ? nodes.map(Self.full).joined() : Self.table(fleet)
    }

    // MARK: One

    private static func full(_ node: NodeFleetView.Node) -> String {
        let judgement = node.judgement
        var lines: [String] = []
        if let report = judgement.inspection.report {
            let hasNoConfig = judgement.explainer?.config.isDefault ?? (judgement.startError?.isWithoutConfig ?? false)
            let origin =
                judgement.versionOrigin == .guessed && hasNoConfig ? "assumed" : judgement.versionOrigin.rawValue
            let heading = [
                "node": node.target, "version": "\(judgement.version)",
                "origin": texts("node.origin.\(origin)"),
                "unit": report.unitState ?? texts("node.unitUnknown"),
            ]
            lines.append(texts("node.heading", heading))
            if judgement.configOrigin == .dump {
                lines.append("  " + texts("node.configDump"))
            } else if let config = judgement.explainer?.config {
                let key = config.isDefault ? "node.configDefault" : "node.config"
                let files = config.isDefault ? [ContainerdConfig.defaultPath] : config.files
                lines.append("  " + texts(key, ["files": files.joined(separator: ", ")]))
            }
            lines += judgement.hosts.map { "  " + host($0) }
            lines += facts(judgement).map { "  " + $0 }
        }
        if node.findings.isEmpty { lines += ["", texts("node.good")] }
        for finding in node.findings {
            lines += [lines.isEmpty ? nil : "", FindingText(finding).text].compactMap { $0 }
        }
        return lines.joined(separator: "\n")
    }

    private static func facts(_ judgement: NodeJudgement) -> [String] {
        var lines = judgement.caFacts.map { fact in
            let names = fact.certificates.map {
                texts("node.certificate", ["subject": $0.subject, "date": civilTime($0.notAfter)])
            }
            let content = names.isEmpty ? texts("node.noCertificate") : names.joined(separator: "; ")
            return texts("node.caFile", ["path": fact.path, "content": content])
        }
        if !judgement.proxies.isEmpty {
            lines.append(texts("node.proxy", ["settings": judgement.proxies.joined(separator: " ")]))
        }
        if let offset = judgement.clockOffset { lines.append(clock(offset)) }
        if let space = judgement.inspection.report?.imageSpace {
            let values = ["free": byteCount(Int(clamping: space.free) << 10), "percent": "\(space.usedPercent)"]
            lines.append(texts("node.space", values))
        }
        lines += judgement.failedPulls.map { pull in
            let values = [
                "image": shown(pull.image), "host": pull.host.map(shown) ?? "–",
                "what": pull.fault.map { texts($0.phrase) } ?? "–",
            ]
            return texts("node.failedPull", values)
        }
        return lines
    }

    /// A report takes a moment to arrive.
    private static func clock(_ offset: Int64) -> String {
        guard offset.magnitude > 2 else { return texts("node.clockEqual") }
        return texts(offset > 0 ? "node.clockAhead" : "node.clockBehind", ["seconds": "\(offset.magnitude)"])
    }

    private static func host(_ host: NodeJudgement.Host) -> String {
        if let error = host.plan.error {
            return texts("node.hostError", ["registryHost": host.name, "text": error.text])
        }
        let mirrors = host.plan.resolving.filter { !$0.isUpstream }.map(\.endpoint.baseURL)
        guard !mirrors.isEmpty else { return texts("node.hostUpstream", ["registryHost": host.name]) }
        return texts("node.hostMirror", ["registryHost": host.name, "urls": mirrors.joined(separator: ", ")])
    }

    // MARK: Many

    private static func table(_ fleet: NodeFleetView) -> String {
        var rows = [["node", "pool", "version", "group", "state"].map { texts("node.table.\($0)") }]
        for group in fleet.groups {
            for node in group.nodes {
                let judgement = node.judgement
                rows.append([
                    printable(node.target), printable(judgement.inspection.pool ?? "–"),
                    judgement.inspection.report == nil ? "–" : "\(judgement.version)",
                    group.letter.isEmpty ? "–" : group.letter, state(node),
                ])
            }
        }
        var lines = aligned(rows)
        let bad = fleet.nodes.filter(\.hasError).count
        let counts = [
            "all": "\(fleet.nodes.count)", "groups": "\(fleet.groups.filter { !$0.identity.isEmpty }.count)",
            "bad": "\(bad)",
        ]
        lines += ["", texts("node.summary", counts)]
        for (finding, nodes) in shared(fleet.nodes) {
            lines += ["", FindingText(named(finding, nodes)).text]
            let names = nodes.prefix(20).joined(separator: ", ") + (nodes.count > 20 ? ", …" : "")
            if nodes.count > 1 {
                lines.append("  " + texts("node.affected", ["count": "\(nodes.count)", "nodes": names]))
            } else if finding.arguments["node"] == nil {
                lines.append("  " + texts("node.affectedOne", ["node": names]))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func state(_ node: NodeFleetView.Node) -> String {
        var words: [String] = []
        let inspection = node.judgement.inspection
        if inspection.isInMaintenance { words.append(texts("node.state.maintenance")) }
        let errors = node.findings.filter { $0.severity == .error }.count
        let warnings = node.findings.filter { $0.severity == .warning }.count
        if inspection.report == nil {
            words.append(texts("node.state.unreachable"))
        } else if errors > 0 {
            words.append(texts("node.state.error", ["count": "\(errors)"]))
        } else {
            let key = warnings > 0 ? "node.state.warning" : "node.state.good"
            words.append(texts(key, ["count": "\(warnings)"]))
        }
        return words.joined(separator: ", ")
    }

    /// A finding once, with the nodes that have it: the same but for the node's own name.
    private static func shared(_ nodes: [NodeFleetView.Node]) -> [(Finding, [String])] {
        var order: [String] = []
        var found: [String: (Finding, [String])] = [:]
        for node in nodes {
            for finding in node.findings {
                let others = finding.arguments.filter { $0.key != "node" }.sorted { $0.key < $1.key }
                let evidence = finding.evidence.map { line in
                    line.split(separator: node.target, omittingEmptySubsequences: false).joined(separator: "\u{0}")
                }
                let key = ([finding.code] + evidence + others.flatMap { [$0.key, $0.value] }).joined(separator: "\u{1}")
                if found[key] == nil { order.append(key) }
                found[key, default: (finding, [])].1.append(printable(node.target))
            }
        }
        return order.compactMap { found[$0] }.enumerated().sorted { left, right in
            let (first, second) = (left.element.0.severity, right.element.0.severity)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }

    /// In a title that several nodes share, the first stands for all.
    private static func named(_ finding: Finding, _ nodes: [String]) -> Finding {
        guard nodes.count > 1, let first = nodes.first else { return finding }
        var arguments = finding.arguments
        arguments["node"] = texts("node.andOthers", ["node": first, "count": "\(nodes.count - 1)"])
        return Finding(
            code: finding.code,
            severity: finding.severity,
            evidence: finding.evidence,
            arguments: arguments
        )
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (0..<5).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { index, cell in
                index == 4 ? cell : cell + String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
            }.joined(separator: "  ")
        }
    }
}
