import MirrorCore
import MirrorSystem
import Synchronization
import TestSupport
import Testing

/// Each server of the lab gives exactly the findings it must, and none it must not.
@Suite struct FrontMatrixTests {
    @Test func everyFrontGivesItsFindings() throws {
        let lab = try Lab.running()
        for front in fronts {
            let report = Prober().probe(try front.plan(lab))
            let found = diagnose(report).map(\.code)
            let seen =
                "\(report.failure.map { "\($0)" } ?? "-") \(report.tls?.problems ?? []) \(report.ping?.summary ?? "-")"
            #expect(
                found.sorted() == front.codes.sorted(),
                "\(front.server) \(front.note): \(seen) \(report.phases.map { "\($0.kind) \($0.status)" })"
            )
            #expect(report.isFinished)
            #expect(!report.phases.contains { $0.status == .pending || $0.status == .running })
        }
    }
}
