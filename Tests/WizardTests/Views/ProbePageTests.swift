import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// What is asked of every mirror of the list, the rehearsal, the CA bundle.
@Suite struct ProbePageTests {
    /// Two mirrors; the second one is probed beside the first.
    private func two(_ columns: Int = 80, _ rows: Int = 24) throws -> Walk {
        var walk = Walk(columns: columns, rows: rows)
        try walk.open(
            "admin1.yaml",
            "registryMirrors:\n- endpoint: https://172.18.0.20:5000\n- endpoint: https://172.18.0.21:5000\n"
                + Samples.admin
        )
        _ = walk.takeEffects()
        walk.go(to: .mirrors)
        return walk
    }

    private func plans(_ effects: [Effect]) -> [(RequestID, [ProbePlan])] {
        effects.compactMap { if case .probeOthers(let request, let plans) = $0 { (request, plans) } else { nil } }
    }

    @Test func everyMirrorIsProbedWhenTheListIsOpened() throws {
        var walk = try two()
        let (request, asked) = try #require(plans(walk.takeEffects()).first)
        #expect(asked.map(\.endpoint.url) == ["https://172.18.0.21:5000"])
        walk.probe(Samples.goodReport)
        // One is well, of the other nothing is known yet.
        #expect(MirrorsStep().status(walk.state) == .pending)
        walk.send(.otherProbed(request, Samples.unknownCA(asked[0])))
        walk.send(.othersProbed(request))
        #expect(MirrorsStep().status(walk.state) == .wrong)
        #expect(walk.screen.text.contains("2  https://172.18.0.21:5000"))
        #expect(walk.screen.text.contains("MIR0201"))
        // Once is enough, unless it is asked for.
        walk.press(.function(3))
        walk.press(.function(4))
        #expect(plans(walk.takeEffects()).isEmpty)
        walk.press(.control("r"))
        #expect(plans(walk.takeEffects()).first?.1 == asked)
    }

    /// Also for whoever never opens the list, and for what comes to it while others are being asked.
    @Test func theOthersAreProbedBesideTheCurrentOne() throws {
        var answers = Answers()
        answers.mirrors = ["https://a:1", "https://b:2"].map { MirrorDraft(endpoint: $0) }
        var walk = Walk(answers: answers)
        walk.probe(Samples.goodReport)
        let (request, asked) = try #require(plans(walk.takeEffects()).first)
        #expect(asked.map(\.endpoint.url) == ["https://b:2"])
        walk.go(to: .mirrors)
        walk.press(.insert)
        walk.type("https://c:3")
        walk.go(to: .mirrors)
        #expect(plans(walk.takeEffects()).isEmpty)
        walk.send(.otherProbed(request, Samples.goodReport(asked[0])))
        walk.send(.othersProbed(request))
        // The third is the current one; the first has been probed.
        #expect(plans(walk.takeEffects()).isEmpty)
        walk.press(.up, .up, .up, .enter, .escape)
        #expect(plans(walk.takeEffects()).map { $0.1.map(\.endpoint.url) } == [["https://c:3"]])
    }

    @Test func aRehearsalIsMadeOnlyWhenAskedFor() throws {
        var walk = try two()
        // Nothing is known yet: nothing to rehearse with.
        walk.press(.function(7))
        #expect(!walk.state.mirrors.probe.rehearses)
        walk.probe(Samples.goodReport)
        walk.go(to: .mirror)
        _ = walk.takeEffects()
        walk.press(.function(7), .enter)
        let probed = walk.takeEffects().compactMap { effect -> ProbePlan? in
            if case .probe(_, let plan) = effect { plan } else { nil }
        }
        #expect(probed.map(\.rehearsesPush) == [true])
        #expect(walk.screen.text.contains("an upload is begun and cancelled"))
        // Another answer: the probe that follows sends nothing.
        walk.focus(.caCertPath)
        walk.type("/root/ca.crt")
        #expect(walk.state.mirrors.probe.plan?.rehearsesPush == false)
    }

    @Test func theCAIsWrittenAfterItsFingerprintsWereSeen() throws {
        for (columns, rows) in [(80, 24), (120, 40)] {
            var walk = try two(columns, rows)
            walk.probe(Samples.unknownCA)
            walk.go(to: .mirror)
            walk.press(.function(8))
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.bundle.\(columns)x\(rows).txt")
            _ = walk.takeEffects()
            walk.press(.enter)
            guard case .writing(let request) = walk.state.mirrors.bundle else {
                Issue.record("nothing is written")
                return
            }
            let written = walk.takeEffects().compactMap { effect -> CABundleRequest? in
                if case .writeBundle(_, let wanted) = effect { wanted } else { nil }
            }
            #expect(written.map(\.path) == ["172.18.0.20-5000-ca.pem"])
            walk.send(.bundleWritten(request, path: "172.18.0.20-5000-ca.pem", nil))
            // It is the answer now, and probed with.
            #expect(walk.state.mirror.caCertPath == "172.18.0.20-5000-ca.pem")
            #expect(walk.state.mirrors.probe.plan?.caCertPath == "172.18.0.20-5000-ca.pem")
            expectGolden(walk.screen.snapshot, "WizardTests/Snapshots/mirror.bundle-written.\(columns)x\(rows).txt")
        }
    }

    @Test func aFileThatIsThereIsNotTouched() throws {
        var walk = try two()
        walk.probe(Samples.unknownCA)
        walk.go(to: .mirror)
        walk.press(.function(8), .enter)
        guard case .writing(let request) = walk.state.mirrors.bundle else {
            Issue.record("nothing is written")
            return
        }
        walk.send(.bundleWritten(request, path: "a.pem", Phrase("file.exists", ["path": "a.pem"])))
        #expect(walk.state.mirror.caCertPath == "")
        #expect(walk.screen.text.contains("a.pem"))
    }
}
