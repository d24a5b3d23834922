import MirrorCore
import Testing

@testable import Operations

/// What `--mirrors FILE` takes a list from.
@Suite struct MirrorListTests {
    private static func list(_ host: String) -> String { "registryMirrors:\n- endpoint: https://\(host):5000\n" }

    private static func spec(_ list: String) -> String {
        "---\napiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata:\n  name: u\nspec:\n  type: user\n"
            + "  nodeConfig:\n"
            + list.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    private func urls(_ text: String, _ place: MirrorPlace?) throws(MirrorList.Problem) -> [String] {
        try MirrorList.drafts(in: Array(text.utf8), preferring: place).map(\.url)
    }

    @Test func ofTwoListsTheOneThatIsMeant() throws {
        let both = Self.list("h") + Self.spec(Self.list("s"))
        #expect(try urls(both, nil) == ["https://h:5000"])
        #expect(try urls(both, .header) == ["https://h:5000"])
        #expect(try urls(both, .spec) == ["https://s:5000"])
        #expect(try urls(Self.list("h"), .spec) == ["https://h:5000"])
        #expect(try urls(Self.spec(Self.list("s")), .header) == ["https://s:5000"])
    }

    @Test func aListWithoutItsKey() throws {
        #expect(try urls("- endpoint: https://h:5000\n", nil) == ["https://h:5000"])
    }

    @Test func whatCannotBeTaken() {
        #expect(throws: MirrorList.Problem.none) { try urls("a: b\n", nil) }
        #expect(throws: MirrorList.Problem.privateRegistries) {
            try urls(Self.spec("privateRegistries:\n- host: h:5000\n"), nil)
        }
        #expect {
            try urls("- endpoint: https://h:5000\n  colour: red\n", nil)
        } throws: { error in
            guard case .unusable(let keys)? = error as? MirrorList.Problem else { return false }
            return keys.map(\.key) == ["colour"] && keys.map(\.line) == [2]
        }
        #expect {
            try urls("a: [\n", nil)
        } throws: { error in
            if case .notYAML? = error as? MirrorList.Problem { true } else { false }
        }
    }
}
