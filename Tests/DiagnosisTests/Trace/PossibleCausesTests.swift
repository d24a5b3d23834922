import Diagnosis
import MirrorCore
import Testing
import Texts

/// Known troubles of releases: possible, and never what the log shows.
@Suite struct PossibleCausesTests {
    private func trace(_ error: String) throws -> PullTrace {
        let text = "Failed to pull image \"gcr.io/team/app:1\": rpc error: code = Unknown desc = \(error)"
        return try #require(try TraceReader(text).trace(of: "gcr.io/team/app:1"))
    }

    private func codes(_ versions: String..., error: String = "something unheard of") throws -> [String] {
        try trace(error).possibleCauses(versions: try versions.map { try #require(GDCVersion($0)) }).map(\.code)
    }

    @Test(arguments: [
        ("1.32.0-gke.1", ["MIR0894"]), ("1.33.800-gke.1", ["MIR0894"]), ("1.33.900-gke.1", []),
        ("1.34.400-gke.1", ["MIR0894"]), ("1.34.500", []), ("1.35.100-gke.2", ["MIR0894", "MIR0895"]),
        ("1.35.200-gke.1", ["MIR0895"]), ("1.36.0-gke.532", ["MIR0895"]), ("1.37.0", ["MIR0895"]),
    ])
    func onlyAnAffectedVersionIsTold(version: String, expected: [String]) throws {
        #expect(try codes(version) == expected)
    }

    @Test func ofSeveralVersionsThoseThatAreAffectedAreNamed() throws {
        let versions = try ["1.33.900-gke.1", "1.34.400-gke.7"].map { try #require(GDCVersion($0)) }
        let findings = try trace("unheard of").possibleCauses(versions: versions)
        #expect(findings.map(\.code) == ["MIR0894"])
        let cause = Catalogue.english(try #require(findings.first).cause)
        #expect(cause.contains("The cluster runs 1.34.400-gke.7:"))
        #expect(!cause.contains("1.33.900-gke.1"))
    }

    @Test func withoutAVersionItIsAnIf() throws {
        let findings = try trace("unheard of").possibleCauses()
        #expect(findings.map(\.code) == ["MIR0894", "MIR0895"])
        for texts in Catalogue.all {
            for finding in findings {
                #expect(!texts(finding.cause).contains("{"), "\(texts(finding.cause))")
                #expect(finding.severity == .info)
            }
        }
        #expect(
            Catalogue.english(findings[0].cause).hasPrefix(
                "If the cluster runs a version before 1.33.900, 1.34.500, 1.35.200"
            )
        )
        #expect(Catalogue.english(findings[1].cause).hasPrefix("If the cluster runs 1.35.0 or later"))
    }

    /// They are beside the findings, and change none of them.
    @Test func theyAreNoFindingsOfTheLog() throws {
        for error in ["dial tcp 10.0.0.1:5000: connect: connection refused", "unheard of"] {
            let trace = try trace(error)
            #expect(!trace.findings.contains { ["MIR0894", "MIR0895"].contains($0.code) })
            #expect(!trace.possibleCauses().isEmpty)
            for finding in trace.possibleCauses() { #expect(finding.evidence.isEmpty) }
        }
    }

    /// What says by itself why the pull failed, and a pull that did not fail.
    @Test(arguments: [
        "no match for platform in manifest: not found", "write /x: no space left on device",
        "couldn't parse image name \"gcr.io/team/app:1\": invalid reference format",
    ])
    func nothingIsPossibleBesides(error: String) throws { #expect(try codes(error: error) == []) }

    @Test func aPullThatWentWellHasNone() throws {
        let log = """
            time="t" level=info msg="PullImage \\"gcr.io/team/app:1\\""
            time="t" level=info msg="PullImage \\"gcr.io/team/app:1\\" returns image reference \\"sha256:ab\\""
            """
        let trace = try #require(try TraceReader(log).trace(of: "gcr.io/team/app:1"))
        #expect(trace.result == .pulled)
        #expect(trace.possibleCauses().isEmpty)
    }
}
