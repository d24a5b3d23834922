import MirrorCore
import Testing
import Texts
import Wizard

/// A mark says what is so, and not known is said as not known.
@Suite struct MarkTests {
    private func mark(_ walk: Walk, _ step: StepID) -> StepStatus { Steps.step(step).status(walk.state) }

    @Test func aVisitIsNoMark() {
        var walk = Walk()
        for step in Steps.all { walk.go(to: step.id) }
        for step in Tracks.all[0].steps { #expect(mark(walk, step.id) == .pending, "\(step.id)") }
    }

    @Test func whatTheProbeFoundIsMarkedWhereItIsMended() {
        var walk = Walk()
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        #expect(mark(walk, .endpoint) == .done && mark(walk, .ca) == .pending)
        walk.probe(Samples.unknownCA)
        #expect(mark(walk, .ca) == .wrong && mark(walk, .mirrors) == .wrong)
        var good = Walk()
        good.go(to: .endpoint)
        good.type("https://172.18.0.20:5000")
        good.probe(Samples.goodReport)
        for step in [StepID.mirrors, .endpoint, .namespace, .hosts, .ca, .credentials, .probe] {
            #expect(mark(good, step) == .done, "\(step)")
        }
    }

    /// A Secret is not read here: that is no missing CA, and nothing to be asked about.
    @Test func aCAInASecretIsNotChecked() throws {
        var walk = Walk(columns: 120, rows: 40)
        try walk.open("user1.yaml", Samples.user)
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        walk.go(to: .ca)
        walk.type("anthos-creds/ca-9dd7")
        walk.probe(Samples.unknownCA)
        #expect(walk.state.findings.allSatisfy { $0.code != "MIR0201" })
        for step in [StepID.mirrors, .ca, .probe] { #expect(mark(walk, step) == .doubtful, "\(step)") }
        #expect(walk.screen.text.contains("Not checked: the CA is in the Secret anthos-creds/ca-9dd7"))
        walk.go(to: .probe)
        walk.press(.function(4))
        #expect(walk.state.step == .review && walk.state.overlay == nil)
        // With the file it is checked.
        walk.go(to: .ca)
        walk.press(.down)
        walk.type("/root/ca.crt")
        walk.probe(Samples.unknownCA)
        #expect(mark(walk, .ca) == .wrong)
    }

    @Test func anOwnHostStaysOnThePageUntilItIsLeft() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.press(.tab)
        walk.type("reg.example")
        walk.press(.enter, .up, .character(" "))
        #expect(walk.state.mirror.hosts.isEmpty)
        #expect(walk.screen.text.contains("[ ] reg.example"))
        walk.press(.character(" "))
        #expect(walk.state.mirror.hosts == ["reg.example"])
        walk.press(.character(" "), .function(4), .function(3))
        #expect(!walk.screen.text.contains("reg.example"))
    }
}
