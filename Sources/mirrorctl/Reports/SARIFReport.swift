import MirrorCore

/// SARIF 2.1.0 (OASIS): one run, one result for each finding.
struct SARIFReport: Encodable {
    struct Message: Encodable { let text: String }

    struct Rule: Encodable {
        let id: String
        let shortDescription: Message
        let help: Message
    }

    struct Driver: Encodable {
        var name = "mirrorctl"
        let rules: [Rule]
    }

    struct Tool: Encodable { let driver: Driver }

    struct LogicalLocation: Encodable {
        let fullyQualifiedName: String
        var kind = "resource"
    }

    struct Location: Encodable { let logicalLocations: [LogicalLocation] }

    struct Suppression: Encodable {
        var kind = "external"
        let justification: String
    }

    struct Result: Encodable {
        let ruleId: String
        let level: String
        let message: Message
        let locations: [Location]
        /// Left out when the finding counts: an empty list would say that somebody has looked.
        let suppressions: [Suppression]?
    }

    struct Run: Encodable {
        let tool: Tool
        let results: [Result]
    }

    enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    init(_ verdicts: [ProbeVerdict]) {
        var rules: [Rule] = []
        for judged in verdicts.flatMap(\.judged) where !rules.contains(where: { $0.id == judged.finding.code }) {
            let finding = judged.finding
            rules.append(
                Rule(
                    id: finding.code,
                    shortDescription: Message(text: texts(finding.title)),
                    help: Message(text: texts(finding.nextStep))
                )
            )
        }
        runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: verdicts.flatMap(Self.results))]
    }

    private static func results(_ verdict: ProbeVerdict) -> [Result] {
        let place = Location(
            logicalLocations: [LogicalLocation(fullyQualifiedName: verdict.report.plan.endpoint.url)]
        )
        return verdict.judged.map { judged in
            let finding = judged.finding
            let words = [texts(finding.title), texts(finding.cause)] + finding.evidence.map(printable)
            return Result(
                ruleId: finding.code,
                level: level(finding.severity),
                message: Message(text: words.joined(separator: "\n")),
                locations: [place],
                suppressions: judged.suppression.map { [Suppression(justification: $0)] }
            )
        }
    }

    private static func level(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
