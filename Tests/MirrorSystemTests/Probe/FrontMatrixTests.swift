import Dispatch
import MirrorCore
import MirrorSystem
import TestSupport
import Testing

/// Each server of the lab gives exactly the findings it must, and none it must not.
@Suite struct FrontMatrixTests {
    @Test func everyFrontGivesItsFindings() throws {
        let lab = try Lab.running()
        // Many of them wait for a deadline: side by side, on threads that may block.
        DispatchQueue.concurrentPerform(iterations: fronts.count) { index in
            let front = fronts[index]
            guard let plan = try? front.plan(lab) else {
                Issue.record("\(front.server) \(front.note): no plan")
                return
            }
            let report = Prober().probe(plan)
            let found = diagnose(report).map(\.code)
            #expect(
                found.sorted() == front.codes.sorted(),
                "\(front.server) \(front.note): \(Self.summary(report))"
            )
            #expect(report.isFinished)
            #expect(!report.phases.contains { $0.status == .pending || $0.status == .running })
        }
    }

    private static func summary(_ report: ProbeReport) -> String {
        let failure = report.failure.map { "\($0)" } ?? "-"
        let phases = report.phases.map { "\($0.kind) \($0.status)" }
        return "\(failure) \(report.tls?.problems ?? []) \(report.ping?.summary ?? "-") \(phases)"
    }
}
