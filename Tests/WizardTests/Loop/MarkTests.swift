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
        walk.go(to: .mirror)
        for field in DraftField.allCases { #expect(walk.state.status(of: field) == .pending, "\(field)") }
        for step in Tracks.all[0].steps { #expect(mark(walk, step.id) == .pending, "\(step.id)") }
    }

    @Test func whatTheProbeFoundIsMarkedWhereItIsMended() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        // Valid, and nobody has asked it yet.
        #expect(walk.state.status(of: .endpoint) == .pending && walk.state.status(of: .caCertPath) == .pending)
        walk.probe(Samples.unknownCA)
        #expect(walk.state.status(of: .caCertPath) == .wrong && mark(walk, .mirrors) == .wrong)
        var good = Walk()
        good.go(to: .mirror)
        good.type("https://172.18.0.20:5000")
        good.focus(.caCertPath)
        good.type("/root/ca.crt")
        good.probe(Samples.goodReport)
        #expect(mark(good, .mirrors) == .done)
        for field in [DraftField.endpoint, .hosts, .caCertPath] {
            #expect(good.state.status(of: field) == .done, "\(field)")
        }
        // What is not there has no mark.
        for field in [DraftField.mirrorNamespace, .pullCredentialConfigPath] {
            #expect(good.state.status(of: field) == .pending, "\(field)")
        }
    }

    /// A Secret is not read here: that is no missing CA, and nothing to be asked about.
    @Test func aCAInASecretIsNotChecked() throws {
        var walk = Walk(columns: 120, rows: 40)
        try walk.open("user1.yaml", Samples.user)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.focus(.caCertSecret)
        walk.type("anthos-creds/ca-9dd7")
        walk.probe(Samples.unknownCA)
        #expect(walk.state.findings.allSatisfy { $0.code != "MIR0201" })
        #expect(mark(walk, .mirrors) == .doubtful && walk.state.status(of: .caCertSecret) == .doubtful)
        let words = walk.screen.text.split(whereSeparator: { $0.isWhitespace || $0 == "│" }).joined(separator: " ")
        #expect(words.contains("Not checked: the CA is in the"))
        walk.press(.function(4))
        #expect(walk.state.step == .review && walk.state.overlay == nil)
        // With the file it is checked.
        walk.go(to: .mirror)
        walk.focus(.probeCA)
        walk.type("/root/ca.crt")
        walk.probe(Samples.unknownCA)
        #expect(walk.state.status(of: .caCertPath) == .wrong)
    }

    @Test func anOwnHostStaysOnThePageUntilItIsLeft() {
        var walk = Walk()
        walk.go(to: .hosts)
        walk.type("reg.example")
        walk.press(.enter, .character(" "))
        #expect(walk.state.mirror.hosts.isEmpty)
        #expect(walk.screen.text.contains("[ ] reg.example"))
        walk.press(.character(" "))
        #expect(walk.state.mirror.hosts == ["reg.example"])
        walk.press(.character(" "), .escape, .character(" "))
        #expect(walk.state.step == .hosts)
        #expect(!walk.screen.text.contains("reg.example"))
    }
}
