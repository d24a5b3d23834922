import MirrorCore
import Testing
import Texts
import Wizard

/// Leaving the probe with an error.
@Suite struct OverrideTests {
    private func failed() throws -> Walk {
        var walk = Walk()
        try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.unknownCA)
        return walk
    }

    @Test func everyWayForwardAsksAndNoWayBackDoes() throws {
        var form = try failed()
        form.press(.function(4))
        #expect(form.state.shows(OverrideQuestion(wish: .go(.review))) && form.state.step == .mirror)
        // From the list: with F4, with its button, and through the last field of the form.
        for key in [Key.function(4), .enter, .tab] {
            var walk = try failed()
            walk.focus(.probeImage)
            walk.press(.enter)
            #expect(walk.state.step == .mirrors && walk.state.overlay == nil)
            walk.press(key)
            #expect(walk.state.shows(OverrideQuestion(wish: .go(.review))), "\(key)")
            #expect(walk.state.step == .mirrors)
        }
        for key in [Key.function(3), .backTab, .escape] {
            var walk = try failed()
            walk.press(key)
            #expect(walk.state.overlay == nil && walk.state.step == .mirrors, "\(key)")
        }
    }

    /// Not only those of the mirror that was edited last.
    @Test func theErrorsOfAllMirrorsAreAskedAbout() throws {
        var walk = Walk()
        let list = "registryMirrors:\n- endpoint: https://172.18.0.20:5000\n- endpoint: https://172.18.0.21:5000\n---\n"
        try walk.open("admin1.yaml", list + Samples.admin)
        walk.go(to: .mirrors)
        walk.probe(Samples.goodReport)
        for effect in walk.takeEffects() {
            guard case .probeOthers(let request, let plans) = effect else { continue }
            for plan in plans { walk.send(.otherProbed(request, Samples.unknownCA(plan))) }
            walk.send(.othersProbed(request))
        }
        #expect(walk.state.mirrorIndex == 0 && walk.state.findings.isEmpty)
        walk.press(.function(4))
        #expect(walk.state.shows(OverrideQuestion(wish: .go(.review))))
        #expect(walk.screen.text.contains("2 MIR0201"))
        // F5 goes to the mirror that it is about.
        var fixed = walk
        fixed.press(.function(5))
        #expect(fixed.state.step == .mirror && fixed.state.mirrorIndex == 1)
        #expect(fixed.state.currentField?.draftField == .caCertPath)
        walk.press(.enter)
        #expect(walk.state.step == .review)
        // Agreed to: the other mirror's error is another.
        walk.go(to: .mirrors)
        walk.press(.function(4))
        #expect(walk.state.step == .review && walk.state.overlay == nil)
    }

    @Test func theConsequenceIsNamed() throws {
        for catalogue in Catalogue.all {
            var walk = try failed()
            walk.speak(catalogue)
            walk.press(.function(4))
            let screen = walk.screen.text
            #expect(screen.contains("MIR0201"))
            #expect(screen.contains("ImagePullBackOff"))
            #expect(screen.contains(catalogue("overriding.consequence")))
        }
    }

    @Test func onlyEscapeF5AndEnterAnswer() throws {
        var walk = try failed()
        walk.press(.function(4))
        let asked = walk.state
        for key in [Key.character("y"), .function(4), .tab, .function(3), .function(1), .character(" ")] {
            walk.press(key)
            #expect(walk.state == asked, "\(key)")
        }
        walk.press(.escape)
        #expect(walk.state.overlay == nil && walk.state.step == .mirror)
        walk.press(.function(4), .function(5))
        #expect(walk.state.overlay == nil)
        #expect(walk.state.step == .mirror)
        #expect(walk.state.currentField?.draftField == .caCertPath)
    }

    @Test func whatWasConfirmedIsNotAskedAgainUntilItChanges() throws {
        var walk = try failed()
        walk.press(.function(4), .enter)
        #expect(walk.state.step == .review && walk.state.overlay == nil)
        walk.press(.function(4))
        #expect(walk.state.step == .write && walk.state.overlay == nil)
        walk.edit(.change(Samples.change))
        _ = walk.takeEffects()
        walk.press(.enter)
        #expect(walk.takeEffects().contains { if case .write = $0 { true } else { false } })
        // Another answer, another probe: the old yes does not count.
        walk.go(to: .mirror)
        walk.press(.end, .character("1"))
        walk.probe(Samples.unknownCA)
        walk.press(.function(4))
        #expect(walk.state.shows(OverrideQuestion(wish: .go(.review))))
    }

    /// The probe may end after its step was left: then the write asks.
    @Test func anErrorThatComesLateIsAskedBeforeTheWrite() throws {
        var walk = Walk()
        try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.go(to: .review)
        #expect(walk.state.overlay == nil)
        walk.edit(.change(Samples.change))
        var late = walk
        walk.probe(Samples.unknownCA)
        walk.press(.function(4))
        #expect(walk.state.shows(OverrideQuestion(wish: .go(.write))))
        late.press(.function(4))
        #expect(late.state.step == .write && late.state.overlay == nil)
        late.probe(Samples.unknownCA)
        _ = late.takeEffects()
        late.press(.enter)
        #expect(late.state.shows(OverrideQuestion(wish: .write)))
        #expect(late.takeEffects().isEmpty)
        #expect(late.screen.text.contains("ImagePullBackOff"))
        late.press(.enter)
        #expect(late.takeEffects().contains { if case .write = $0 { true } else { false } })
    }

    @Test func aGoodMirrorIsLeftWithoutAQuestion() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        walk.press(.function(4))
        #expect(walk.state.step == .review && walk.state.overlay == nil)
    }
}
