/// What a probe came to: the report, and each finding with the reason why it does not count, if there is one.
package struct ProbeVerdict: Sendable {
    package struct Judged: Equatable, Sendable {
        package let finding: Finding
        package let suppression: String?
    }

    package let report: ProbeReport
    package let judged: [Judged]

    package init(_ report: ProbeReport, suppressions: Suppressions = .none) {
        self.report = report
        judged = diagnose(report).map {
            Judged(finding: $0, suppression: suppressions.reason(for: $0, at: report.plan.endpoint))
        }
    }

    package var hasError: Bool { judged.contains { $0.finding.severity == .error && $0.suppression == nil } }

    /// Nothing is wrong, or nothing that counts.
    package var isGood: Bool { judged.allSatisfy { $0.suppression != nil } }
}
