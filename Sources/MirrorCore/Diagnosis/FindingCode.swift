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
        // What comparing two versions of containerd finds: no rules of their own.
        + [("MIR0712", .warning), ("MIR0714", .error), ("MIR0716", .error)].map(FindingCode.init))
        .sorted { $0.code < $1.code }
}
