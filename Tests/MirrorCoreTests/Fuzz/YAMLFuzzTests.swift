import TestSupport
import Testing

@testable import MirrorCore

/// No cluster config file, template or answer of kubectl ends the process, and an edit that is made is the one that was meant.
@Suite struct YAMLFuzzTests {
    private static let words = [
        "? ", "? a\n:\n", ": ", "- ", "---\n", "...\n", "&a ", "*a", "!t ", "|\n", ">-\n", "|+\n", "{{ ", " }}",
        "{% if x %}", "{#",
        "${", "%{", "registryMirrors:\n", "- endpoint: https://h\n", "hosts:\n", "spec:\n", "nodeConfig:\n",
        "kind: Cluster\n", "null",
        "[]", "{}", "%YAML 1.2\n", "  ", "\n\n",
    ]

    private static func samples() throws -> [[UInt8]] {
        try CorpusFile.all().map(\.bytes).filter { $0.count < 6000 }
            + ["? a\n:\n- x\n", "? a\n: b\n"].map { Array($0.utf8) }
    }

    private static let drafts: [[MirrorDraft]] = {
        var one = MirrorDraft()
        one.endpoint = "https://10.0.0.5:5000"
        var two = one
        two.endpoint = "https://10.0.0.6:5000/ns"
        two.hosts = ["docker.io", "quay.io"]
        return [[], [one], [two, one]]
    }()

    private static func edit(_ bytes: [UInt8], _ mirrors: [RegistryMirror], _ place: MirrorPlace, isTemplate: Bool) {
        let after =
            isTemplate
            ? try? ClusterConfigEditor.edit(template: bytes, place: place, mirrors: mirrors)
            : try? ClusterConfigEditor.edit(bytes, place: place, mirrors: mirrors)
        guard let after, after != bytes, !isTemplate else { return }
        #expect((try? ClusterConfig(yaml: after))?.registryMirrors(at: place).count == mirrors.count)
    }

    @Test(arguments: 0..<4 as Range<UInt64>) func readingAndEditing(seed: UInt64) throws {
        var mutation = Mutation(seed: seed, bytes: try Self.samples(), words: Self.words)
        let lists = Self.drafts.compactMap { validate($0, for: .header).mirrors }
        var turn = 0
        mutation.search { bytes in
            turn += 1
            if (try? ClusterConfig(yaml: bytes)) == nil { _ = UnreadableConfig(bytes).pointer(path: "a.yaml") }
            for place in MirrorPlace.allCases {
                Self.edit(bytes, lists[turn % lists.count], place, isTemplate: turn % 5 == 0)
            }
        }
    }

    @Test func answersOfKubectl() throws {
        let sample = """
            {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "baremetal.cluster.gke.io/v1", "kind": "Cluster",
             "metadata": {"name": "a", "namespace": "cluster-a", "resourceVersion": "12"}, "spec": {"nodeConfig":
             {"registryMirrors": [{"endpoint": "https://h:5000", "hosts": ["docker.io"], "caCertSecretRef": {"name": "c"}}]}}},
             {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "c"}, "type": "Opaque"}]}
            """
        var mutation = Mutation(seed: 9, samples: [sample], words: Self.words)
        mutation.search { bytes in
            _ = try? LiveCluster(kubectl: bytes)
            _ = try? LiveCluster(kubectl: bytes, name: "a", namespace: "cluster-a")
        }
    }

    /// Found by hand: the place of a value lay to the left of its key.
    @Test func anExplicitKeyIsNoIndentation() throws {
        for text in [
            "? a\n:\n- x\n", "  ? a\n  :\n- x\n", "? a\n:\n", "? |\n a\n:\n  - x\n", "{? a : [b]}\n", "? - a\n: b\n",
        ] {
            for mirrors in Self.drafts.compactMap({ validate($0, for: .header).mirrors }) {
                for place in MirrorPlace.allCases { Self.edit(Array(text.utf8), mirrors, place, isTemplate: false) }
            }
        }
    }
}
