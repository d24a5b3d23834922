import Diagnosis
import Foundation
import TestSupport
import Testing

@testable import mirrorctl

/// What each format says of one verdict: the codes in order, and whether the exit status is that of an error.
struct ReportFormats {
    let json: [String]
    let sarif: [String]
    let junit: [String]
    let sarifExitCode: Int
    let sarifBreaches: [String]
    /// Everything that any of them printed.
    let text: String

    init(_ verdict: ProbeVerdict) throws {
        let json = try ProbeFormat.json.render([verdict], asList: false)
        let sarif = try ProbeFormat.sarif.render([verdict], asList: false)
        let junit = try ProbeFormat.junit.render([verdict], asList: false)
        let object = try #require(try Self.object(json))
        self.json = (object["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        let run = try #require((try Self.object(sarif)?["runs"] as? [[String: Any]])?.first)
        self.sarif = (run["results"] as? [[String: Any]] ?? []).compactMap { $0["ruleId"] as? String }
        sarifExitCode = (run["invocations"] as? [[String: Any]])?.first?["exitCode"] as? Int ?? -1
        sarifBreaches = SARIFRules.breaches(in: sarif)
        self.junit = junit.components(separatedBy: "classname=\"MIR").dropFirst().map { "MIR" + $0.prefix(4) }
        text = [json, sarif, junit, try ProbeFormat.text.render([verdict], asList: false)].joined(separator: "\n")
    }

    private static func object(_ text: String) throws -> [String: Any]? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    }
}
