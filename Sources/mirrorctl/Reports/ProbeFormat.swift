import ArgumentParser
import FoundationEssentials
import MirrorCore

/// The formats of `probe`. The exit code is the same in each.
enum ProbeFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit, sarif

    /// - Parameter bundle: what `--write-ca-bundle` wrote.
    func render(_ verdict: ProbeVerdict, bundle: CABundle? = nil) throws -> String {
        switch self {
        case .text: ProbeText(verdict: verdict).text
        case .json: try Self.encode(ProbeJSON(verdict, bundle: bundle))
        case .junit: JUnitReport(verdict: verdict).text
        case .sarif: try Self.encode(SARIFReport(verdict))
        }
    }

    private static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
