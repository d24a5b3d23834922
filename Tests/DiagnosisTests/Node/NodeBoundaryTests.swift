import Testing

@testable import Diagnosis

/// Where rules of nodes begin, and what is just beside it.
@Suite struct NodeBoundaryTests {
    private func codes(_ inspection: NodeInspection) -> [String] { NodeJudgement(inspection).findings.map(\.code) }

    /// The kubelet takes images away at 85 percent; a gibibyte is a layer or two.
    @Test(arguments: [
        (free: 40 << 20, percent: 84, isFull: false), (free: 40 << 20, percent: 85, isFull: true),
        (free: 1 << 20, percent: 20, isFull: false), (free: (1 << 20) - 1, percent: 20, isFull: true),
    ]) func aDiskIsFull(free: Int, percent: Int, isFull: Bool) {
        var report = NodeSamples.report()
        report.outputs["space"] = "/dev/vda 264212084 17261284 \(free) \(percent)% /\n"
        #expect(codes(NodeSamples.inspection(report)) == (isFull ? ["MIR0823"] : []))
    }

    /// A file may hold a CA that is wanted and another that goes out of use.
    @Test func oneOfTwoAuthoritiesIsTheWantedOne() {
        var inspection = NodeSamples.inspection()
        for path in inspection.certificates.keys {
            inspection.certificates[path] = [NodeSamples.ca("BB"), NodeSamples.ca("AA")]
        }
        #expect(codes(inspection) == [])
        for path in inspection.certificates.keys { inspection.certificates[path] = [NodeSamples.ca("BB")] }
        #expect(codes(inspection) == ["MIR0818"])
    }
}
