import MirrorCore
import Testing
import Texts
import Wizard

/// Leaving the probe with an error.
@Suite struct OverrideTests {
    private func failed() throws -> Walk {
        var walk = Walk()
        try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.unknownCA)
        walk.go(to: .probe)
        return walk
    }

    @Test func everyWayForwardAsksAndNoWayBackDoes() throws {
        for keys in [[Key.function(4)], [.tab], [.enter]] {
            var walk = try failed()
            for key in keys { walk.press(key) }
            #expect(walk.state.shows(OverrideQuestion(wish: .go(.review))), "\(keys)")
            #expect(walk.state.step == .probe)
        }
        for key in [Key.function(3), .backTab] {
            var walk = try failed()
            walk.press(key)
            #expect(walk.state.overlay == nil && walk.state.step == .credentials, "\(key)")
        }
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
        #expect(walk.state.overlay == nil && walk.state.step == .probe)
        walk.press(.function(4), .function(5))
        #expect(walk.state.overlay == nil)
        #expect(walk.state.step == .ca)
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
        walk.go(to: .endpoint)
        walk.press(.end, .character("1"))
        walk.probe(Samples.unknownCA)
        walk.go(to: .hosts)
        while walk.state.step != .probe { walk.press(.function(4)) }
        walk.press(.function(4))
        #expect(walk.state.shows(OverrideQuestion(wish: .go(.review))))
    }

    /// The probe may end after its step was left: then the write asks.
    @Test func anErrorThatComesLateIsAskedBeforeTheWrite() throws {
        var walk = Walk()
        try walk.open("bmctl-workspace/admin1/admin1.yaml", Samples.admin)
        walk.go(to: .endpoint)
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
        walk.go(to: .endpoint)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.goodReport)
        walk.go(to: .probe)
        walk.press(.function(4))
        #expect(walk.state.step == .review && walk.state.overlay == nil)
    }
}
