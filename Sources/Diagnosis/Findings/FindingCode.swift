/// A code that can be explained, whoever finds it.
package struct FindingCode: Equatable, Sendable {
    package let code: String
    package let severity: Finding.Severity

    /// Every code of the program, in order.
    package static let all: [FindingCode] =
        (diagnosisRules.map { FindingCode(code: $0.code, severity: $0.severity) }
        + pullRules.map { FindingCode(code: $0.code, severity: $0.severity) }
        + traceRules.map { FindingCode(code: $0.code, severity: $0.severity) }
        + nodeRules.map { FindingCode(code: $0.code, severity: $0.severity) }
        + pushCodes
        + CanaryReport.codes
        + auditCodes + PullTrace.possibleCodes
        // What comparing two versions of containerd finds: no rules of their own.
        + [("MIR0712", .warning), ("MIR0714", .error), ("MIR0716", .error), ("MIR0720", .error)].map(FindingCode.init)
        + DeadSetting.Kind.allCases.map { FindingCode(code: $0.rawValue, severity: $0.severity) })
        .sorted { $0.code < $1.code }
}
