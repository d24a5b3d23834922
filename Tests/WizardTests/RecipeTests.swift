import MirrorCore
import Testing
import Texts
import Themes

@testable import Wizard

/// What docs/architecture.md says is enough to add something, tried with made-up things.
@Suite struct RecipeTests {
    /// A way to spell mirrors that nobody has.
    private struct MadeUp: OutputFormat {
        let id = "made-up"
        let place: MirrorPlace? = nil
        let tab: String? = "made.up"

        func render(_ configuration: MirrorConfiguration) -> [RenderedFile] {
            [RenderedFile(path: "etc/made.up", text: "mirrors: \(configuration.mirrors.count)\n")]
        }
    }

    @Test func aFormatWithATabIsInThePreviewAndTheReview() {
        let tabs = PreviewTab.tabs(of: OutputFormats.all + [MadeUp()])
        let titles = PreviewTab.all.map { $0.title(.english) }
        #expect(titles.prefix(3) == ["YAML", "config.toml", "hosts.toml"])
        #expect(tabs.map { $0.title(.english) } == titles.dropLast() + ["made.up"] + titles.suffix(1))
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://h:5000")
        let lines = tabs[tabs.count - 2].lines(walk.state, .english, width: 78).map { $0.map(\.text).joined() }
        #expect(lines == ["etc/made.up", "mirrors: 1"])
        #expect(ReviewTab.allCases.suffix(PreviewTab.all.count) == PreviewTab.all.map(ReviewTab.preview)[...])
        // All that `render --format` takes and is no part of the cluster config file.
        #expect(
            PreviewTab.all.dropFirst().dropLast().map(\.id) == OutputFormats.all.filter { $0.place == nil }.map(\.id)
        )
    }

    @Test func aThemeIsItsFile() throws {
        let files = [
            (name: "base", text: "name = \"base\"\ninherits = \"dark\"\n"), (name: "dark", text: try Self.text("dark")),
        ]
        let theme = try Themes.named("base", in: files)
        #expect(theme.styles == (try Themes.named("dark")).styles)
    }

    private static func text(_ name: String) throws -> String {
        let file = try #require(EmbeddedThemes.all.first { $0.name == name })
        return String(decoding: file.toml, as: UTF8.self)
    }

    /// A case without its line, or without its texts in any language, is none.
    @Test func stepsAndTracksAreTheirCases() {
        #expect(
            Steps.all.map(\.id).sorted { $0.rawValue < $1.rawValue }
                == StepID.allCases.sorted { $0.rawValue < $1.rawValue }
        )
        #expect(Tracks.all.map(\.id) == TrackID.allCases)
        for texts in Catalogue.all {
            for step in StepID.allCases {
                for part in ["title", "intro", "help"] {
                    #expect(texts.keys.contains("step.\(step).\(part)"), "\(texts.language) \(step).\(part)")
                }
            }
        }
    }

    /// A binding is its keys, its hint and its help: the key line, F1 and the reducer read nothing else.
    @Test func aKeyIsItsBinding() throws {
        var state = WizardState(size: Size(columns: 80, rows: 24))
        state.ask(MadeUpQuestion())
        #expect(state.keyLine.contains { $0.name == "F9" && $0.hint == "undo" })
        _ = reduce(&state, .key(.function(9)))
        #expect(state.answers.probeImage == "pressed" && state.overlay == nil)
    }

    private struct MadeUpQuestion: Overlay {
        func title(_ state: WizardState, _ texts: Catalogue) -> String { "Made up" }
        func add(to body: inout Body, _ state: WizardState, _ texts: Catalogue) { body.add("?") }
        func bindings(_ state: WizardState) -> [KeyBinding] {
            [
                KeyBinding("F9", [.function(9)], hint: "undo", help: .undo) { state, _ in
                    state.answers.probeImage = "pressed"
                    state.overlay = nil
                    return []
                }
            ]
        }
    }
}
