import Diagnosis
import MirrorCore
import Testing
import Texts

/// What is said of what was seen.
@Suite struct AuditReportTests {
    private static let mirror = "https://m:5000/v2"

    private static func image(_ name: String, _ results: AuditResult..., users: [String] = []) -> AuditedImage {
        var images = AuditImages()
        if users.isEmpty { images.add(name) }
        for user in users { images.add(name, user: user) }
        let host = String(name.prefix { $0 != "/" })
        let ways = results.map { result in
            let asked = result == .upstream ? ["https://\(host)/v2"] : [mirror, "https://\(host)/v2"]
            return AuditWay(
                asked: asked,
                result: result,
                answers: result == .upstreamNext ? [mirror: "404 Not Found"] : [:]
            )
        }
        return AuditedImage(image: images.all[0], reference: name, registryHost: host, kind: .pulled(ways))
    }

    private func report(_ images: [AuditedImage], remedies: [String: AuditRemedy] = [:], doubts: [AuditDoubt] = [])
        -> AuditReport
    {
        AuditReport(images: images, sources: [], doubts: doubts, remedies: remedies)
    }

    private func text(_ phrase: Phrase) -> String { Catalogue.english(phrase) }

    @Test func onlyWhatWasSeenToBeThereIsGood() {
        let down = AuditDoubt.noAnswer(host: "m:5000", words: "refused")
        let cases: [(AuditResult, Bool, String)] = [
            (.mirror(0), true, "good"), (.own(0), true, "good"), (.inside(.node), true, "good"),
            (.nobody("x"), true, "good"), (.configured, true, "configured"), (.upstream, false, "leaves"),
            (.upstreamNext, false, "leaves"), (.unchecked([down]), false, "unchecked"),
        ]
        for (result, isGood, verdict) in cases {
            let report = report([Self.image("gcr.io/a:1", result)])
            #expect(report.isGood == isGood, "\(result)")
            #expect(report.verdict.key == "audit.verdict.\(verdict)", "\(result)")
        }
    }

    /// One pool that goes outside is enough.
    @Test func theWorstOfSeveralVersionsCounts() {
        let image = Self.image("gcr.io/a:1", .mirror(0), .upstreamNext)
        #expect(image.result == .upstreamNext)
        #expect(report([image]).leaving == 1)
        #expect(Self.image("gcr.io/a:1", .unchecked([]), .upstream).result == .upstream)
    }

    @Test func whatLeavesIsNamedWithWhoNamesIt() throws {
        let report = report([
            Self.image("quay.io/a:1", .upstream, users: ["ns/p", "ns/q"]), Self.image("gcr.io/b:1", .upstreamNext),
            Self.image("gcr.io/c:1", .mirror(0)),
        ])
        let findings = report.findings
        #expect(findings.map(\.code) == ["MIR1001", "MIR1002"])
        #expect(findings[0].evidence == ["quay.io/a:1  (ns/p, +1)"])
        #expect(findings[1].evidence == ["gcr.io/b:1"])
        #expect(text(findings[1].cause).contains(Self.mirror))
        #expect(report.hosts.map(\.name) == ["quay.io", "gcr.io"])
        #expect(report.hosts.map { $0.count(\.leaves) } == [1, 1])
    }

    /// A mirror that is down is one finding, however many images it has.
    @Test func aMirrorOutOfReachIsNamedOnce() {
        let down = AuditDoubt.noAnswer(host: "m:5000", words: "connection refused")
        let images = (0..<30).map { Self.image("gcr.io/a\($0):1", .unchecked([down])) }
        let findings = report(images, doubts: [down]).findings
        #expect(findings.map(\.code) == ["MIR1003"])
        #expect(findings.first?.evidence.count == 11)
        #expect(findings.first?.evidence.last == "… +20")
        // Another mirror had them all.
        #expect(report([Self.image("gcr.io/a:1", .mirror(1))], doubts: [down]).findings.map(\.code) == ["MIR1004"])
    }

    @Test(
        arguments: [
            (nil, "not seen"), (0, "has none of them"), (1, "has 1 of 2"), (2, "has all 2"),
        ] as [(Int?, String)]
    )
    func theMissingEntryComesWithWhatItWouldBring(there: Int?, words: String) throws {
        let images = [Self.image("quay.io/a:1", .upstream), Self.image("quay.io/b:1", .upstream)]
        let command = ShellCommand(["mirrorctl", "apply", "--add-host", "quay.io"])
        let remedy = AuditRemedy(command: command, mirror: "https://m:5000", there: there)
        let finding = try #require(report(images, remedies: ["quay.io": remedy]).findings.first)
        #expect(text(finding.nextStep).contains("mirrorctl apply --add-host quay.io"))
        #expect(text(finding.nextStep).contains(words))
    }

    private static func config(_ type: String) throws -> ClusterConfig {
        let mirrors = "registryMirrors: [{endpoint: \"https://m:5000\"}, {endpoint: \"https://n:5000\"}]"
        return try ClusterConfig(
            yaml: Array(
                "\(mirrors)\n---\napiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata: {name: c}\nspec: {type: \(type)}\n"
                    .utf8
            )
        )
    }

    /// The command is one that works: where the file has its mirrors elsewhere than an update changes them, it says so.
    @Test func theCommandNamesFileMirrorAndPlace() throws {
        for (type, place) in [("admin", nil), ("user", "--place header ")] as [(String, String?)] {
            let config = try Self.config(type)
            #expect(config.nodeMirrorPlace == .header)
            let remedies = AuditRemedies(config, path: "a b.yaml", place: .header, mirrors: config.nodeMirrors)
            #expect(
                remedies.command(adding: ["quay.io"], to: 1)?.description
                    == "mirrorctl apply --cluster-config 'a b.yaml' \(place ?? "")--mirror 2 --add-host quay.io"
            )
            #expect(remedies.command(adding: ["UPPER.example"], to: 1) == nil)
        }
        let empty = AuditRemedies(ClusterConfig(), path: "c.yaml", place: .header, mirrors: [])
        #expect(
            empty.command(adding: ["quay.io"], to: 0)?.description
                == "mirrorctl apply --cluster-config c.yaml --endpoint https://HOST:PORT --host quay.io"
        )
    }
}
