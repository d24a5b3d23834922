import Diagnosis
import Foundation
import MirrorSystem
import Synchronization
import TestSupport
import Testing

/// Each server of the lab gives exactly the findings it must, and none it must not.
@Suite struct FrontMatrixTests {
    @Test func everyFrontGivesItsFindings() throws {
        let lab = try Lab.running()
        let reports = Self.probeAll(lab)
        for (front, report) in zip(fronts, reports) {
            let name = "\(front.server) \(front.note)"
            let report = try #require(report, "\(name): no plan")
            let found = diagnose(report).map(\.code)
            #expect(found.sorted() == front.codes.sorted(), "\(name): \(Self.summary(report))")
            #expect(report.isFinished, "\(name)")
            try Self.expectTheSameInEveryFormat(report, found, name)
            #expect(!report.phases.contains { $0.status == .pending || $0.status == .running }, "\(name)")
        }
        #expect(fronts.count > 130)
    }

    /// Most codes are given by a real server; the rest need another network or environment (`names-lab` has those), or a
    /// clock that is wrong; what Go alone refuses has `GoJudgeTests`, and what a rehearsal's blob meets `OddRegistryTests`.
    @Test func everyCodeHasAFront() {
        let without: Set<String> = [
            "MIR0104", "MIR0111", "MIR0112", "MIR0120", "MIR0130", "MIR0144", "MIR0213", "MIR0222", "MIR0226",
            "MIR0227", "MIR0230", "MIR0231", "MIR0232", "MIR0611", "MIR0612", "MIR0613",
        ]
        #expect(Set(probeCodes).subtracting(fronts.flatMap(\.codes)) == without)
    }

    /// Many of them wait for a deadline: side by side, on threads that may block.
    private static func probeAll(_ lab: Lab) -> [ProbeReport?] {
        let next = Atomic<Int>(0)
        let reports = Mutex<[Int: ProbeReport]>([:])
        let group = DispatchGroup()
        withExtendedLifetime(group) {
            for _ in 0..<8 {
                group.enter()
                Thread.detachNewThread {
                    while true {
                        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard index < fronts.count else { break }
                        guard let plan = try? fronts[index].plan(lab) else { continue }
                        let report = Prober().probe(plan)
                        reports.withLock { $0[index] = report }
                    }
                    group.leave()
                }
            }
            group.wait()
        }
        return reports.withLock { all in fronts.indices.map { all[$0] } }
    }

    /// JSON, SARIF and JUnit hold the same codes, and no password.
    private static func expectTheSameInEveryFormat(_ report: ProbeReport, _ codes: [String], _ name: String) throws {
        let verdict = ProbeVerdict(report)
        let formats = try ReportFormats(verdict)
        #expect(formats.json == codes, "\(name)")
        #expect(formats.sarif == codes, "\(name)")
        #expect(formats.junit == codes, "\(name)")
        #expect(formats.sarifBreaches == [], "\(name)")
        #expect(formats.sarifExitCode == (verdict.hasError ? 1 : 0), "\(name)")
        #expect(!formats.text.contains("lab-secret"), "\(name)")
        #expect(!formats.text.contains("\u{1B}"), "\(name)")
    }

    private static func summary(_ report: ProbeReport) -> String {
        let failure = report.failure.map { "\($0)" } ?? "-"
        let phases = report.phases.map { "\($0.kind) \($0.status)" }
        return "\(failure) \(report.tls?.problems ?? []) \(report.ping?.summary ?? "-") \(phases)"
    }
}
