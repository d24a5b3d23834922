import Testing

@testable import MirrorCore

/// A key that says nothing comes back as it was when the mirrors go.
@Suite struct EmptyValueTests {
    private let mirror = MirrorDraft(endpoint: "https://m.lan", hosts: ["a.io"])

    private func edit(_ text: String, _ place: MirrorPlace, _ drafts: [MirrorDraft]) throws -> String {
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        return String(
            decoding: try ClusterConfigEditor.edit(Array(text.utf8), place: place, mirrors: mirrors),
            as: UTF8.self
        )
    }

    @Test func headerKeysComeBack() throws {
        for value in ["", " ~", " null", " []", "  []", " [] # none yet", " # none yet", " ~   # c", " []\r"] {
            for around in [("", ""), ("a: 1\n", ""), ("", "b: 2\n"), ("a: 1\n", "b: 2")] {
                let text = "\(around.0)registryMirrors:\(value)\n\(around.1)"
                let after = try edit(text, .header, [mirror])
                #expect(after.contains("- endpoint: https://m.lan"), "\(text)")
                if value.contains("  []") {
                    // Two blanks before it are more than one: the same value, one blank.
                    #expect(try edit(after, .header, []) == text.replacing("  []", with: " []"), "\(text)")
                } else if !value.hasSuffix("\r") || around == ("", "") {
                    #expect(try edit(after, .header, []) == text, "\(text)")
                }
            }
        }
        let bare = "registryMirrors:"
        #expect(try edit(edit(bare, .header, [mirror]), .header, []) == bare)
    }

    @Test func nodeConfigComesBack() throws {
        let head = "apiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nspec:\n  type: user\n"
        for config in [
            "  nodeConfig:\n", "  nodeConfig: {}\n", "  nodeConfig: ~ # c\n", "  nodeConfig:\n    # podDensity: {}\n",
            "  nodeConfig:\n    registryMirrors: []\n", "  nodeConfig:\n    registryMirrors:\n    a: 1\n", "",
            "  nodeConfig:\n    a: 1\n",
        ] {
            for tail in ["", "  profile: default\n"] {
                let text = head + config + tail
                #expect(try edit(edit(text, .spec, [mirror]), .spec, []) == text, "\(text)")
            }
        }
    }

    @Test func isYAMLToEveryReaderMeanwhile() throws {
        let after = try edit("registryMirrors: []\na: 1\n", .header, [mirror])
        #expect(after == "registryMirrors:    \n- endpoint: https://m.lan\n  hosts:\n  - a.io\na: 1\n")
        // Blanks that someone has taken away are no harm: then the key goes with the mirrors.
        #expect(try edit(after.replacing(":    \n", with: ":\n"), .header, []) == "a: 1\n")
    }
}
