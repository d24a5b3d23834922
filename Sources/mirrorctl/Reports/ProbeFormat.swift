import ArgumentParser
import Diagnosis
import Operations

/// The formats of `probe`. The exit code is the same in each.
enum ProbeFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, jsonl, junit, sarif

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
        case .json: try document(verdicts, asList, bundle, counts).text
        case .jsonl: try document(verdicts, asList, bundle, counts).line
        case .junit: JUnitReport(verdicts: verdicts).text
        case .sarif: try JSONDocument.foreign(SARIFReport(verdicts))
        }
    }

    private func document(
        _ verdicts: [ProbeVerdict],
        _ asList: Bool,
        _ bundle: CABundle?,
        _ counts: [PackageCount]
    ) -> JSONDocument {
        if let one = verdicts.first, !asList {
            return JSONDocument(ProbeJSON(one, bundle: bundle, package: counts.first))
        }
        let mirrors = verdicts.enumerated().map { ProbeJSON($1, package: counts.dropFirst($0).first) }
        return JSONDocument(ProbeListJSON(mirrors: mirrors))
    }
}
