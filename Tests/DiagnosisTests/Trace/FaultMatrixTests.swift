import Diagnosis
import Foundation
import TestSupport
import Testing

/// 24 faults, met by containerd 1.6.20, 1.7.34 and 2.3.4, each pulled from directly and through a mirror: their own words.
///
/// `faults.txt`: `## VERSION FAULT FORM: CAUSE-HOST CAUSE / EVENT-HOST EVENT [hidden]`, then the log and the error.
@Suite struct FaultMatrixTests {
    struct Case: CustomStringConvertible {
        let version: String
        let fault: String
        let form: String
        let expected: String
        var log: String

        var description: String { "\(version) \(fault) \(form)" }
        var image: String { form == "mirror" ? "gcr.io/foo/bar:1" : "127.0.0.1:\(6001 + Self.faults(fault))/foo/bar:1" }

        private static func faults(_ name: String) -> Int { FaultMatrixTests.faults.firstIndex(of: name) ?? 0 }
    }

    static let faults = [
        "good", "expired", "notyet", "wrongsan", "cnonly", "chain", "nointermediate", "selfsigned", "oldtls",
        "clientcert",
        "smalluploads", "502", "503", "loginpage", "404", "429", "hangs", "http", "damaged", "otherpath", "cuts",
        "weak",
        "plain", "noheaders",
    ]

    static func cases() throws -> [Case] {
        let text = try String(
            contentsOfFile: "\(repositoryRoot)/Tests/DiagnosisTests/Trace/faults.txt",
            encoding: .utf8
        )
        var cases: [Case] = []
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("## ") else {
                cases[cases.count - 1].log += line + "\n"
                continue
            }
            let parts = line.dropFirst(3).split(separator: ": ", maxSplits: 1)
            let words = parts[0].split(separator: " ").map(String.init)
            cases.append(Case(version: words[0], fault: words[1], form: words[2], expected: String(parts[1]), log: ""))
        }
        return cases
    }

    @Test func everyFaultOfEveryVersionIsThere() throws {
        let seen = Dictionary(grouping: try Self.cases(), by: \.version).mapValues { Set($0.map(\.fault)) }
        #expect(seen == ["1.6.20": Set(Self.faults), "1.7.34": Set(Self.faults), "2.3.4": Set(Self.faults)])
    }

    @Test func eachIsReadRight() throws {
        for entry in try Self.cases() {
            #expect(try Self.told(entry.log, entry.image) == entry.expected, "\(entry)")
        }
    }

    /// The same through journald, as JSON of containerd, as JSON of journald, and through an operator's clipboard.
    @Test func eachIsReadRightInEveryWrapping() throws {
        for entry in try Self.cases() where entry.expected != "none" {
            let lines = entry.log.split(separator: "\n").map(String.init)
            let journal = lines.map { "Nov 26 13:47:06 node1 containerd[812]: time=\"2026-11-23T05:31:01Z\" \($0)" }
            #expect(try Self.told(journal.joined(separator: "\n"), entry.image) == entry.expected, "journal \(entry)")
            let json = try lines.map { line in
                String(
                    decoding: try JSONEncoder().encode(["MESSAGE": "time=\"2026-11-23T05:31:01Z\" \(line)"]),
                    as: UTF8.self
                )
            }
            #expect(try Self.told(json.joined(separator: "\r\n"), entry.image) == entry.expected, "json \(entry)")
            let pasted = lines.map { "   > " + $0 + "  " }
            #expect(try Self.told(pasted.joined(separator: "\n"), entry.image) == entry.expected, "pasted \(entry)")
        }
    }

    /// Each cause has a finding, and one only beside those about the event.
    @Test func eachCauseHasItsFinding() throws {
        for entry in try Self.cases() where entry.expected != "none" {
            let trace = try #require(try TraceReader(entry.log).trace(of: entry.image))
            let codes = trace.findings.filter { $0.severity == .error }.map(\.code)
            #expect(codes.count == 1, "\(entry): \(codes)")
            #expect(trace.findings.contains { $0.code == "MIR0867" } == entry.expected.hasSuffix("hidden"), "\(entry)")
        }
    }

    /// `CAUSE-HOST CAUSE / EVENT-HOST EVENT [hidden]`
    static func told(_ log: String, _ image: String) throws -> String {
        guard let trace = try TraceReader(log).trace(of: image) else { return "none" }
        func name(_ fault: PullFault?) -> String {
            if case .status(let status) = fault, status != 404 { return "\(status)" }
            return fault?.name ?? "-"
        }
        let cause = "\(trace.cause?.host ?? "-") \(name(trace.causeFault))"
        let isWaiting = trace.error?.host == nil && trace.error?.fault == .timedOut
        let shown = isWaiting ? nil : trace.shown
        let event = "\(shown?.host ?? trace.error?.host ?? "-") \(name(shown?.fault ?? trace.error?.fault))"
        return "\(cause) / \(event)" + (trace.isCauseHidden ? " hidden" : "")
    }
}
