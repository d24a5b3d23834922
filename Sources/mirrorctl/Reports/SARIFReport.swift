import Diagnosis
import Operations
import Texts

/// SARIF 2.1.0 (OASIS): one run, one result for each finding.
struct SARIFReport: Encodable {
    struct Message: Encodable { let text: String }

    struct Configuration: Encodable { let level: String }

    struct Rule: Encodable {
        let id: String
        let defaultConfiguration: Configuration
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
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        /// All results have a list, empty where the finding counts, or none has (section 3.27.23).
        let suppressions: [Suppression]?
    }

    struct Invocation: Encodable {
        var executionSuccessful = true
        let exitCode: Int32
    }

    struct Run: Encodable {
        let tool: Tool
        let invocations: [Invocation]
        let language: String
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
                    defaultConfiguration: Configuration(level: Self.level(finding.severity)),
                    shortDescription: Message(text: texts(finding.title)),
                    help: Message(text: texts(finding.nextStep))
                )
            )
        }
        let codes = rules.map(\.id)
        let isLookedAt = verdicts.flatMap(\.judged).contains { $0.suppression != nil }
        let status: ExitStatus = verdicts.contains(where: \.hasError) ? .problem : .done
        runs = [
            Run(
                tool: Tool(driver: Driver(rules: rules)),
                invocations: [Invocation(exitCode: status.rawValue)],
                language: texts.language,
                results: verdicts.flatMap { Self.results($0, codes, isLookedAt: isLookedAt) }
            )
        ]
    }

    private static func results(_ verdict: ProbeVerdict, _ codes: [String], isLookedAt: Bool) -> [Result] {
        let place = Location(
            logicalLocations: [LogicalLocation(fullyQualifiedName: verdict.report.plan.endpoint.url)]
        )
        return verdict.judged.map { judged in
            let finding = judged.finding
            let words = [texts(finding.title), texts(finding.cause)] + finding.evidence.map(printable)
            let suppressions = judged.suppression.map { [Suppression(justification: $0)] } ?? []
            return Result(
                ruleId: finding.code,
                ruleIndex: codes.firstIndex(of: finding.code) ?? 0,
                level: level(finding.severity),
                message: Message(text: words.joined(separator: "\n")),
                locations: [place],
                suppressions: isLookedAt ? suppressions : nil
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
