import MirrorCore
import Testing
import Texts

@testable import Wizard

/// ^P, the filter of F1, keys of one's own, ^Y and the themes.
@Suite struct PaletteTests {
    @Test func anActionIsFoundByItsWords() {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        walk.press(.control("p"))
        #expect(walk.screen.text.contains("All actions"))
        walk.type("undo last")
        #expect(walk.state.paletteEntries.map(\.key) == ["^Z"])
        walk.press(.enter)
        #expect(walk.state.overlay == nil && walk.state.answers.mirrors.isEmpty)
    }

    @Test func everyPageIsReached() {
        for step in Steps.all {
            var walk = Walk()
            if step.id == walk.state.step { continue }
            walk.press(.control("p"))
            walk.press(.paste("\(step.id)"))
            let title = Catalogue.english("step.\(step.id).title")
            let row = walk.state.paletteEntries.firstIndex { $0.title.hasSuffix(": " + title) }
            for _ in 0..<(row ?? 0) { walk.press(.down) }
            walk.press(.enter)
            #expect(walk.state.step == step.id)
        }
    }

    /// What is chosen does what its key does.
    @Test func everyEntryIsItsKey() throws {
        var walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        for step in Steps.all {
            walk.go(to: step.id)
            var open = walk.state
            _ = reduce(&open, .key(.control("p")))
            for index in open.paletteEntries.indices where !open.paletteEntries[index].key.isEmpty {
                let name = open.paletteEntries[index].key
                let binding = walk.state.keyLayers.joined().first {
                    $0.holds(walk.state) && ($0.name == name || $0.keys.first?.name == name)
                }
                guard let key = binding?.keys.first else {
                    Issue.record("\(step.id): \(name) is no key")
                    continue
                }
                var chosen = open
                chosen.asking.row = index
                let effects = reduce(&chosen, .key(.enter))
                var pressed = walk.state
                #expect(reduce(&pressed, .key(key)) == effects, "\(step.id): \(open.paletteEntries[index].title)")
                chosen.asking = AskingState()
                pressed.asking = AskingState()
                #expect(chosen == pressed, "\(step.id): \(open.paletteEntries[index].title)")
            }
        }
    }

    @Test func nothingIsDoneWhereNothingIsFound() {
        var walk = Walk()
        walk.press(.control("p"))
        walk.type("qqq")
        #expect(walk.screen.text.contains("No action has these words."))
        _ = walk.takeEffects()
        walk.press(.enter)
        #expect(walk.state.overlay != nil && walk.takeEffects().isEmpty)
        walk.press(.escape)
        #expect(walk.state.overlay == nil)
    }

    @Test func helpIsFilteredByTyping() {
        var walk = Walk()
        walk.press(.function(1))
        #expect(walk.screen.text.contains("^A ^E"))
        walk.type("undo")
        #expect(walk.screen.text.contains("^Z ") && !walk.screen.text.contains("^A ^E"))
        // The words of the palette find it, too.
        walk.press(.control("u"))
        walk.type("copy")
        #expect(walk.screen.text.contains("^Y "))
        walk.type("q")
        #expect(walk.screen.text.contains("No action has these words."))
        walk.press(.escape)
        #expect(walk.state.overlay == nil)
    }

    @Test func keysOfOnesOwnAreOnTheLineAndInHelp() {
        var state = WizardState(size: Size(columns: 120, rows: 40))
        state.keymap[.undo] = .function(9)
        state.keymap[.help] = .control("g")
        _ = start(&state)
        _ = reduce(&state, .key(.character("x")))
        let line = view(state, .english).line(39)
        #expect(line.contains("F9 undo") && line.contains("^G help") && !line.contains("F1"))
        var other = state
        _ = reduce(&other, .key(.control("z")))
        #expect(other.answers == state.answers)
        _ = reduce(&other, .key(.function(9)))
        #expect(other.answers == Answers())
        _ = reduce(&state, .key(.control("g")))
        let text = view(state, .english).text
        #expect(text.contains("F9 ") && text.contains("^G ") && !text.contains("^Z "))
    }

    @Test func theEndOfALineGoesOnAndBeginsNothing() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.press(.paste("https://h:5000"), .lineEnd)
        #expect(walk.state.currentField?.id == .mirrorNamespace && walk.state.mirror.endpoint == "https://h:5000")
        walk.go(to: .hosts)
        #expect(walk.state.currentField?.id == .hostFilter)
        walk.press(.paste("r.example"), .lineEnd)
        #expect(walk.state.mirror.hosts.isEmpty && walk.state.mirrors.hosts.filter == "r.example")
        // A question is not answered by it, and nothing is written.
        for state in [walk.state] {
            var asked = state
            asked.ask(LeaveQuestion())
            #expect(reduce(&asked, .key(.lineEnd)) == [] && asked.shows(LeaveQuestion()))
        }
        walk = Walk()
        try ScreenSnapshotTests.fill(&walk)
        walk.go(to: .write)
        _ = walk.takeEffects()
        walk.press(.lineEnd)
        #expect(walk.takeEffects().isEmpty && walk.state.mirrors.writing == .idle && walk.state.step == .write)
    }

    @Test func escAndADigitIsAFunctionKey() {
        var walk = Walk()
        walk.press(.alt("1"))
        #expect(walk.state.shows(HelpPage()))
        walk.press(.escape)
        #expect(walk.state.overlay == nil)
        // Esc has closed the list: a digit is text.
        walk.press(.character("1"))
        #expect(walk.state.answers.clusterConfigPath == "1")
        walk.press(.escape)
        #expect(walk.screen.text.contains("Esc: now 1 to 9"))
        walk.press(.character("1"))
        #expect(walk.state.shows(HelpPage()) && walk.state.answers.clusterConfigPath == "1")
        walk.press(.escape, .escape, .character("x"))
        #expect(walk.state.answers.clusterConfigPath == "1x")
    }

    @Test func whatTheCursorIsOnIsCopiedButNoSecret() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.press(.control("y"))
        #expect(!walk.takeEffects().contains { if case .copy = $0 { true } else { false } })
        walk.type("https://u:SEEDSECRET@h:5000")
        walk.press(.control("y"))
        guard case .copy(let text) = walk.takeEffects().last else {
            Issue.record("nothing is copied")
            return
        }
        #expect(text.hasPrefix("https://") && !text.contains("SEEDSECRET"))
        walk.press(.control("u"))
        walk.type("https://h:5000")
        walk.focus(.openLogin)
        walk.press(.enter)
        walk.focus(.loginPassword)
        walk.type("hunter2")
        _ = walk.takeEffects()
        walk.press(.control("y"))
        #expect(walk.takeEffects().isEmpty && walk.screen.text.contains("not copied"))
        walk.press(.control("t"), .control("y"))
        #expect(!walk.takeEffects().contains { if case .copy = $0 { true } else { false } })
    }

    @Test func theDiffTheCommandAndTheFindingAreCopied() throws {
        var walk = Walk()
        try walk.open("a.yaml", Samples.admin)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.edit(.change(Samples.change))
        walk.probe(Samples.unknownCA)
        func copied(_ step: StepID) -> String {
            walk.go(to: step)
            _ = walk.takeEffects()
            walk.press(.control("y"))
            if case .copy(let text) = walk.takeEffects().last { return text }
            return ""
        }
        #expect(copied(.mirrors).contains("MIR02") && copied(.mirror) == "https://172.18.0.20:5000")
        #expect(copied(.review).contains("\n+registryMirrors:\n"))
        #expect(copied(.write).hasPrefix("mirrorctl apply --cluster-config a.yaml"))
    }

    @Test func themesAreSeenBeforeOneIsChosen() {
        var state = WizardState(size: Size(columns: 80, rows: 24))
        state.themes = ThemeChoice(names: Themes.names, current: "dark")
        state.settingsPath = "/home/op/.config/mirrorctl/config.toml"
        _ = start(&state)
        _ = reduce(&state, .key(.control("p")))
        _ = reduce(&state, .key(.paste("another theme")))
        _ = reduce(&state, .key(.enter))
        #expect(reduce(&state, .key(.down)) == [.useTheme("light")])
        var left = state
        #expect(reduce(&left, .key(.escape)) == [.useTheme("dark")] && left.themes.current == "dark")
        #expect(reduce(&state, .key(.enter)) == [] && state.themes.current == "light")
        #expect(view(state, .english).text.contains("theme = \"light\""))
    }
}
