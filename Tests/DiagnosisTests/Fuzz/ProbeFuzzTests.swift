import Foundation
import TestSupport
import Testing
import Texts

@testable import Diagnosis

/// No `probes.json` of a bundle ends the process, whatever numbers are in it.
@Suite struct ProbeFuzzTests {
    private static let words = [
        "null", "true", "[]", "{}", "\"\"", "1e400", "0.5", "253402300800", "\"startedAt\":", "\"notAfter\":",
        "\"minors\":[",
        "\"status\":", "\"x\"", "\\ud800", "\\u0000", "\"https://[::1]:0/\"", "\"depth\":",
    ]

    @Test func savedProbes() throws {
        let encoder = JSONEncoder()
        let samples = try ([ReportSamples.good] + ReportSamples.byCode.sorted { $0.key < $1.key }.map(\.value))
            .map { Array(try encoder.encode([$0])) }
        var mutation = Mutation(seed: 10, bytes: samples, words: Self.words)
        var read = 0
        mutation.search { bytes in
            guard let probes = try? JSONDecoder().decode([ProbeReport].self, from: Data(bytes)) else { return }
            read += 1
            for probe in probes { Self.judge(probe) }
            _ = RedactedJSON.bytes(probes, known: SecretForms(["u:secret-word"]))
        }
        #expect(read > 0)
    }

    private static func judge(_ report: ProbeReport) {
        for finding in diagnose(report) {
            for texts in Catalogue.all { _ = (texts(finding.title), texts(finding.cause), texts(finding.nextStep)) }
        }
        for node in CertificateTree(report).rows { _ = node.lines(origin: "x") }
        _ = try? CABundle(report)
        for phase in report.phases { _ = "\(phase)" }
    }

    /// Times, sizes and counts at their ends.
    @Test(arguments: [Int64.min, -1, 0, 1, 253_402_300_799, .max]) func numbersAtTheirEnds(number: Int64) throws {
        for report in ReportSamples.byCode.values {
            let text = String(decoding: try JSONEncoder().encode(report), as: UTF8.self)
            let changed = text.replacing(#/:-?[0-9]+([,}\]])/#) { ":\(number)\($0.1)" }
            guard let damaged = try? JSONDecoder().decode(ProbeReport.self, from: Data(changed.utf8)) else { continue }
            Self.judge(damaged)
        }
    }
}
