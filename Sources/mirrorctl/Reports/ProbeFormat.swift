import ArgumentParser
import Diagnosis
import FoundationEssentials
import Operations

/// The formats of `probe`. The exit code is the same in each.
enum ProbeFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit, sarif

    /// - Parameters:
    ///   - asList: JSON has `mirrors`, however many there are; otherwise it is the one.
    ///   - bundle: what `--write-ca-bundle` wrote for the one.
    ///   - counts: how much of a package each mirror has; none where nobody asked.
    func render(
        _ verdicts: [ProbeVerdict],
        asList: Bool,
        bundle: CABundle? = nil,
        counts: [PackageCount] = []
    ) throws -> String {
        switch self {
        case .text: verdicts.map { ProbeText(verdict: $0).text }.joined(separator: "\n\n")
        case .json:
            if let one = verdicts.first, !asList {
                try Self.encode(ProbeJSON(one, bundle: bundle, package: counts.first))
            } else {
                try Self.encode(
                    ["mirrors": verdicts.enumerated().map { ProbeJSON($1, package: counts.dropFirst($0).first) }]
                )
            }
        case .junit: JUnitReport(verdicts: verdicts).text
        case .sarif: try Self.encode(SARIFReport(verdicts))
        }
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
