import Texts

/// What an audit can find. ADD A CODE HERE, with its texts in `audit.toml` of each language.
let auditCodes: [FindingCode] = [
    ("MIR1001", .error), ("MIR1002", .error), ("MIR1003", .error), ("MIR1004", .warning), ("MIR1005", .warning),
    ("MIR1006", .error), ("MIR1007", .info), ("MIR1008", .error),
].map(FindingCode.init)

extension AuditReport {
    /// Errors first.
    package var findings: [Finding] {
        hosts.flatMap(leaving) + unanswered + names + hosts.flatMap(missing) + cut
    }

    private func leaving(_ host: AuditHost) -> [Finding] {
        let first = host.images.filter { $0.result == .upstream }
        let next = host.images.filter { $0.result == .upstreamNext }
        let mirrors = next.first?.worst?.answers.keys.sorted().joined(separator: ", ") ?? ""
        return [
            finding("MIR1001", .error, first, ["registryHost": host.name], nextStep(host.name, first.count)),
            finding("MIR1002", .error, next, ["registryHost": host.name, "mirrors": mirrors]),
        ].compactMap(\.self)
    }

    private func nextStep(_ host: String, _ count: Int) -> Phrase? {
        guard let remedy = remedies[host], let command = remedy.command else { return nil }
        let values = [
            "registryHost": host, "command": command.description, "count": "\(count)",
            "mirror": remedy.mirror ?? "", "there": remedy.there.map { "\($0)" } ?? "",
        ]
        guard remedy.mirror != nil else { return Phrase("audit.next.noMirror", values) }
        switch remedy.there {
        case nil: return Phrase("audit.next.add", values)
        case count?: return Phrase("audit.next.addAll", values)
        case 0?: return Phrase("audit.next.pushFirst", values)
        default: return Phrase("audit.next.addSome", values)
        }
    }

    /// Each trouble of a mirror once.
    private var unanswered: [Finding] {
        doubts.compactMap { doubt in
            let images = images.filter { image in
                if case .unchecked(let doubts)? = image.result { doubts.contains(doubt) } else { false }
            }
            let values = ["host": doubt.host]
            guard images.isEmpty else {
                return finding("MIR1003", .error, images, values, what: doubt.phrase)
            }
            return Finding(
                code: "MIR1004",
                severity: .warning,
                evidence: [],
                arguments: values,
                parts: ["what": doubt.phrase]
            )
        }
    }

    private var names: [Finding] {
        [finding("MIR1006", .error, notImages, [:]), finding("MIR1008", .error, nameless, [:])].compactMap(\.self)
    }

    private func missing(_ host: AuditHost) -> [Finding] {
        let images = host.images.filter { if case .nobody? = $0.result { true } else { false } }
        return [finding("MIR1005", .warning, images, ["registryHost": host.name])].compactMap(\.self)
    }

    private var cut: [Finding] {
        guard !cutNodes.isEmpty else { return [] }
        return [
            Finding(
                code: "MIR1007",
                severity: .info,
                evidence: Self.shortened(cutNodes),
                arguments: ["count": "\(cutNodes.count)", "limit": "\(AuditImages.imagesOfStatus)"]
            )
        ]
    }

    private func finding(
        _ code: String,
        _ severity: Finding.Severity,
        _ images: [AuditedImage],
        _ values: [String: String],
        _ next: Phrase? = nil,
        what: Phrase? = nil
    ) -> Finding? {
        guard !images.isEmpty else { return nil }
        var parts: [String: Phrase] = [:]
        parts["next"] = next
        parts["what"] = what
        return Finding(
            code: code,
            severity: severity,
            evidence: Self.shortened(images.map(\.line)),
            arguments: values.merging(["count": "\(images.count)"]) { $1 },
            parts: parts
        )
    }

    /// All of them are in the JSON.
    private static let shown = 10

    private static func shortened(_ lines: [String]) -> [String] {
        lines.count > shown + 1 ? lines.prefix(shown) + ["… +\(lines.count - shown)"] : lines
    }
}

extension AuditedImage {
    /// The image, who names it, and what was seen.
    fileprivate var line: String {
        var line = image.name
        if let first = image.users.first {
            line += "  (\(first)" + (image.users.count > 1 ? ", +\(image.users.count - 1))" : ")")
        }
        switch kind {
        case .notAnImage(let words): return line + ": " + words
        case .neverPulled, .nameless: return line
        case .pulled: break
        }
        if case .nobody(let words)? = result { return line + ": " + words }
        // What stood in the way is said once, of the mirror.
        if result?.isUnchecked == true { return line }
        // Who lacks it in another way than by saying 404.
        let odd = (worst?.answers ?? [:]).filter { !$0.value.hasPrefix("404") }.sorted { $0.key < $1.key }
        return odd.isEmpty ? line : line + ": " + odd.map { "\($0.key): \($0.value)" }.joined(separator: "; ")
    }
}
