import TestSupport
import Testing
import Texts

@testable import MirrorCore

@Suite struct TemplateEditTests {
    private func edit(_ text: String, _ drafts: MirrorDraft..., at place: MirrorPlace = .header) throws -> String {
        let mirrors = try #require(validate(drafts, for: place).mirrors)
        let bytes = try ClusterConfigEditor.edit(template: Array(text.utf8), place: place, mirrors: mirrors)
        return String(decoding: bytes, as: UTF8.self)
    }

    private let mirror = MirrorDraft(endpoint: "https://m.lan")

    @Test func masksWhatIsFilledInByteForByte() {
        let table = [
            ("a: {{ é }}/{{b}}\n", "a: ~~~~~~~~/~~~~~\n"), ("  {% for x %}\n", "  ###########\n"),
            ("{# a\n b #}\n", "####\n#####\n"), ("k: ${a({b = 1})}x\n", "k: ~~~~~~~~~~~~~x\n"),
            ("${BLOCK}\r\n", "########\r\n"),
            ("%{ for i in x }\n- %{ endfor }y\n", "###############\n- ~~~~~~~~~~~y\n"),
            ("a: {{ open\nb: ${ open\n", "a: {{ open\nb: ${ open\n"),
            ("a: {b: c}\n", "a: {b: c}\n"),
        ]
        for (text, masked) in table {
            #expect(String(decoding: TemplateMask(Array(text.utf8)).bytes, as: UTF8.self) == masked)
        }
    }

    @Test func editsRealTemplatesWithoutTouchingAnotherByte() throws {
        var (edited, refused) = (0, [String]())
        for file in try CorpusFile.all() where !file.isYAML {
            guard TemplateMask(file.bytes).isTemplate else { continue }
            for place in MirrorPlace.allCases {
                let drafts = [CorpusEditTests.draft(1, at: place), CorpusEditTests.draft(2, at: place)]
                let mirrors = try #require(validate(drafts, for: place).mirrors)
                let result = Result {
                    try ClusterConfigEditor.edit(template: file.bytes, place: place, mirrors: mirrors)
                }
                guard let after = try? result.get() else {
                    refused.append("\(file.name) \(place) \(result)")
                    continue
                }
                edited += 1
                #expect(EditOracle.isPureInsertion(file.bytes, after), "\(file.name)")
                #expect(try ClusterConfig(template: after).registryMirrors(at: place) == drafts, "\(file.name)")
                let back = try ClusterConfigEditor.edit(template: after, place: place, mirrors: [])
                #expect(back == file.bytes, "\(file.name)")
            }
        }
        #expect(edited >= 12, "\(edited) edited, \(refused)")
    }

    @Test func keepsOutOfWhatIsRepeatedOrLeftOut() throws {
        let head = "gcrKeyPath: {{ key }}\n"
        #expect(try edit(head, mirror) == head + "registryMirrors:\n- endpoint: https://m.lan\n")
        for text in [
            head + "{% if x %}\nsshPrivateKeyPath: k\n{% endif %}\n",
            head + "registryMirrors:\n- endpoint: {{ url }}\n",
            head + "registryMirrors:\n{% for m in mirrors %}\n- endpoint: https://a.lan\n{% endfor %}\n",
        ] {
            let error = #expect(throws: ClusterConfigEditError.self) { try edit(text, mirror) }
            guard case .template? = error else {
                Issue.record("\(text): \(String(describing: error))")
                continue
            }
        }
        let after = "{% if x %}\na: 1\n{% endif %}\nb: 2\n"
        #expect(try edit(after, mirror) == after + "registryMirrors:\n- endpoint: https://m.lan\n")
    }

    @Test func readsWhatIsKnownOfATemplate() throws {
        let text = """
            gcrKeyPath: {{ key }}
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata: {name: "{{ name }}", namespace: cluster-x}
            spec:
              type: {{ type }}
              anthosBareMetalVersion: 1.33.200-gke.70
            """
        let config = try ClusterConfig(template: Array(text.utf8))
        #expect(
            config.header?.gcrKeyPath != nil && config.cluster?.name == "" && config.cluster?.namespace == "cluster-x"
        )
        #expect(config.cluster?.type == nil && config.cluster?.version?.minor == 33)
        #expect(config.notes == [Phrase("cluster.note.template")])
    }
}
