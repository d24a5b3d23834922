import Testing

@testable import MirrorCore

/// Mirrors as validation makes them.
func mirrors(_ drafts: MirrorDraft..., at place: MirrorPlace = .header) throws -> [RegistryMirror] {
    try #require(validate(drafts, for: place).mirrors)
}

@Suite struct ClusterConfigEditorTests {
    static let one = MirrorDraft(endpoint: "https://10.0.0.1:5000", hosts: ["docker.io"], caCertPath: "/root/ca.crt")
    static let two = MirrorDraft(endpoint: "https://m.lan", mirrorNamespace: "a/b")
    static let secret = MirrorDraft(endpoint: "https://m.lan", hosts: ["quay.io"], caCertSecret: "anthos-creds/ca")

    private func edit(
        _ text: String,
        _ drafts: MirrorDraft...,
        at place: MirrorPlace = .header
    ) throws -> String {
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        let bytes = try ClusterConfigEditor.edit(Array(text.utf8), place: place, mirrors: mirrors)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func refusal(_ text: String, _ drafts: MirrorDraft..., at place: MirrorPlace = .header) throws
        -> ClusterConfigEditError?
    {
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        do throws(ClusterConfigEditError) {
            _ = try ClusterConfigEditor.edit(Array(text.utf8), place: place, mirrors: mirrors)
            return nil
        } catch {
            return error
        }
    }

    static let block = """
        registryMirrors:
        - endpoint: https://10.0.0.1:5000
          caCertPath: /root/ca.crt
          hosts:
          - docker.io

        """

    @Test func spellsAMirrorAsTheRenderersDo() throws {
        for (draft, place) in [(Self.one, MirrorPlace.header), (Self.two, .header), (Self.secret, .spec)] {
            let mirror = try #require(validate([draft], for: place).mirrors?.first)
            let lines =
                place == .header ? ClusterHeaderYAML().lines(for: mirror) : ClusterSpecYAML().lines(for: mirror)
            #expect(MirrorFields(mirror, at: place)?.lines(listIndent: 0) == lines)
        }
    }

    @Test func insertsIntoAHeader() throws {
        let before = "gcrKeyPath: a # key\n# end\n---\napiVersion: v1\n"
        let after = "gcrKeyPath: a # key\n\(Self.block)# end\n---\napiVersion: v1\n"
        #expect(try edit(before, Self.one) == after)
        #expect(try edit(after) == before)
        #expect(try edit(after, Self.one) == after)
    }

    @Test func makesAHeaderWhereThereIsNone() throws {
        let cluster = "apiVersion: v1\nkind: Namespace\n"
        let table = [
            ("---\n\(cluster)", "\(Self.block)---\n\(cluster)"),
            ("# c\n---\n\(cluster)", "# c\n\(Self.block)---\n\(cluster)"),
            (cluster, "---\n\(Self.block)---\n\(cluster)"),
            ("# license\n\n# c\n\(cluster)", "# license\n\n---\n\(Self.block)---\n# c\n\(cluster)"),
            ("\u{FEFF}# c\n\(cluster)", "\u{FEFF}---\n\(Self.block)---\n# c\n\(cluster)"),
            ("", Self.block), ("# only", "# only\n" + Self.block.dropLast()),
        ]
        for (before, after) in table {
            #expect(try edit(before, Self.one) == after)
            #expect(try edit(after) == before)
        }
    }

    @Test func makesNodeConfigWhereThereIsNone() throws {
        let head =
            "apiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\nmetadata:\n    name: u\nspec:\n    type: user\n"
        let pool = "    addressPools:\n      - a\n"
        let block = """
                nodeConfig:
                    registryMirrors:
                      - endpoint: https://m.lan
                        caCertSecretRef:
                          name: ca
                          namespace: anthos-creds
                        hosts:
                          - quay.io

            """
        let tail = "# c\n...\n"
        #expect(try edit(head + pool + tail, Self.secret, at: .spec) == head + pool + block + tail)
        #expect(try edit(head + pool + block + tail, at: .spec) == head + pool + tail)
        let nodeConfig = "    nodeConfig:\n        podDensity:\n            maxPodsPerNode: 250\n"
        let inserted =
            "        registryMirrors:\n        - endpoint: https://m.lan\n          hosts:\n          - quay.io\n"
        var draft = Self.secret
        draft.caCertSecret = ""
        #expect(try edit(head + nodeConfig, draft, at: .spec) == head + nodeConfig + inserted)
    }

    @Test func changesOnlyTheFieldsThatChange() throws {
        let before = """
            registryMirrors: # mine
              # first
              -   endpoint: 'https://10.0.0.1:5000' # rack 1
                  # until 2027
                  caCertPath: "/root/ca.crt"
                  future: {x: 1}
                  hosts: # public
                    - docker.io   # hub

                    - quay.io
            # end
            gcrKeyPath: k
            """
        var changed = Self.one
        changed.endpoint = "https://10.0.0.2:5000"
        changed.hosts = ["quay.io", "docker.io", "ghcr.io"]
        changed.caCertPath = ""
        changed.pullCredentialConfigPath = "/root/c.json"
        let after = """
            registryMirrors: # mine
              # first
              -   endpoint: 'https://10.0.0.2:5000' # rack 1
                  pullCredentialConfigPath: /root/c.json
                  # until 2027
                  future: {x: 1}
                  hosts: # public

                    - quay.io
                    - docker.io   # hub
                    - ghcr.io
            # end
            gcrKeyPath: k
            """
        #expect(try edit(before, changed) == after)
    }

    @Test func keepsMirrorsThatOnlyMove() throws {
        let a = "- endpoint: https://a.lan # a\n  # in a\n  hosts: [ docker.io ]\n"
        let b = "# above b\n\n- {endpoint: \"https://b.lan\"}\n"
        let (draftA, draftB) = (
            MirrorDraft(endpoint: "https://a.lan", hosts: ["docker.io"]), MirrorDraft(endpoint: "https://b.lan")
        )
        let new = "- endpoint: https://m.lan/v2/a/b\n"
        let replacedA = "- endpoint: https://m.lan/v2/a/b # a\n  # in a\n"
        func file(_ items: String...) -> String { "registryMirrors:\n\(items.joined())# end\nz: 1\n" }
        #expect(try edit(file(a, b), draftB, draftA) == file(b, a))
        #expect(try edit(file(b, a), draftA, draftB) == file(a, b))
        #expect(try edit(file(a, b), draftA, Self.two, draftB) == file(a, new, b))
        #expect(try edit(file(a, new, b), draftA, draftB) == file(a, b))
        #expect(try edit(file(a, b), Self.two, draftA, draftB) == file(new, a, b))
        #expect(try edit(file(a, b), draftA) == file(a, "# above b\n\n"))
        #expect(try edit(file(a, b), draftB) == file(b))
        // A comment above a mirror that goes stays in its place.
        #expect(try edit(file("# above a\n", a, b), draftB) == file("# above a\n", b))
        #expect(try edit(file("# above a\n", a, b), Self.two, draftB) == file("# above a\n", replacedA, b))
    }

    @Test func writesFlowStyleWhereTheFileDoes() throws {
        let before = "{gcrKeyPath: k, registryMirrors: [ {endpoint: \"https://a.lan\", hosts: [a.io , b.io]} ]} # c\n"
        var draft = MirrorDraft(endpoint: "https://a.lan", hosts: ["b.io", "c.io"], caCertPath: "/ca")
        #expect(
            try edit(before, draft, Self.two)
                == "{gcrKeyPath: k, registryMirrors: [ {endpoint: \"https://a.lan\", caCertPath: /ca, hosts: [b.io, c.io]}, {endpoint: https://m.lan/v2/a/b} ]} # c\n"
        )
        draft = MirrorDraft(endpoint: "https://a.lan")
        #expect(try edit(before, draft).contains("[ {endpoint: \"https://a.lan\"} ]"))
        #expect(try edit(before) == "{gcrKeyPath: k} # c\n")
        #expect(
            try edit("registryMirrors: [] # none\n", Self.two)
                == "registryMirrors: # none    \n- endpoint: https://m.lan/v2/a/b\n"
        )
    }

    @Test func keepsLineEndsAndTheEndOfTheFile() throws {
        let before = "\u{FEFF}gcrKeyPath: k\r\nssh: s"
        let after = "\u{FEFF}gcrKeyPath: k\r\nssh: s\r\nregistryMirrors:\r\n- endpoint: https://m.lan/v2/a/b"
        #expect(try edit(before, Self.two) == after)
        #expect(try edit(after) == before)
        let literal = "gcrKeyPath: k\nnote: |\n  more"
        #expect(try edit(literal, Self.two) == "registryMirrors:\n- endpoint: https://m.lan/v2/a/b\n" + literal)
    }

    @Test func isNotFooledByWhatOnlyLooksLikeMirrors() throws {
        let text =
            "a: |\n  registryMirrors:\n  - endpoint: https://x\n# registryMirrors:\nb: 'registryMirrors: []'\n---\nkind: X\nregistryMirrors: []\n"
        #expect(
            try edit(text, Self.two).contains("b: 'registryMirrors: []'\nregistryMirrors:\n- endpoint: https://m.lan")
        )
    }

    @Test func refusesWithTheLine() throws {
        let cluster = "apiVersion: baremetal.cluster.gke.io/v1\nkind: Cluster\n"
        let table: [(String, MirrorPlace, ClusterConfigEditError)] = [
            ("a: 1\n---\nb: 2\n", .header, .severalHeaders(lines: [1, 3])),
            (cluster + "spec: {type: user}\n---\n" + cluster, .spec, .severalClusters(lines: [1, 5])),
            ("a: 1\n", .spec, .noCluster),
            (cluster + "spec:\ntype: user\n", .spec, .noSpec(line: 1)),
            (cluster + "spec: [a]\n", .spec, .otherType(key: "spec", line: 3)),
            (cluster + "x: &x {type: user}\nspec: *x\n", .spec, .alias(line: 4)),
            (
                "registryMirrors: []\na: 1\nregistryMirrors: []\n", .header,
                .repeatedKey("registryMirrors", line: 3, firstLine: 1)
            ),
            ("registryMirrors: none\n", .header, .otherType(key: "registryMirrors", line: 1)),
            ("registryMirrors: &m\n- endpoint: https://a.lan\nb: *m\n", .header, .notAsIntended),
            ("a: &m\n- endpoint: https://a.lan\nregistryMirrors: *m\n", .header, .alias(line: 3)),
            ("%YAML 1.1\n---\nkind: X\n", .header, .directives),
            (
                "registryMirrors:\n- endpoint: https://a.lan\n  endpoint: b\n", .header,
                .repeatedKey("endpoint", line: 3, firstLine: 2)
            ),
        ]
        for (text, place, expected) in table {
            let draft = place == .header ? Self.one : Self.secret
            #expect(try refusal(text, draft, at: place) == expected, "\(text)")
        }
        let header = try #require(validate([Self.one], for: .header).mirrors)
        #expect(throws: ClusterConfigEditError.otherPlace(mirror: 0)) {
            try ClusterConfigEditor.edit(Array((cluster + "spec: {a: 1}").utf8), place: .spec, mirrors: header)
        }
    }

    @Test func hasTextsForEveryRefusal() throws {
        let yaml = YAMLError(line: 1, column: 2, reason: .notUTF8)
        let errors: [ClusterConfigEditError] = [
            .notYAML(yaml), .noCluster, .severalClusters(lines: [1]), .severalHeaders(lines: [1]), .noSpec(line: 1),
            .repeatedKey("a", line: 2, firstLine: 1), .otherType(key: "a", line: 1), .unusualLayout(line: 1),
            .alias(line: 1), .directives, .template(line: 1), .otherPlace(mirror: 0), .notAsIntended,
        ]
        for error in errors {
            #expect(try clusterConfigText(error.problem) != nil, "\(error)")
            #expect(try clusterConfigText(error.fix) != nil, "\(error)")
        }
    }
}
