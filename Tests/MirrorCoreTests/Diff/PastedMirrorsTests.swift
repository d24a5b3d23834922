import TestSupport
import Testing

@testable import MirrorCore

@Suite struct PastedMirrorsTests {
    private let mirror = MirrorDraft(
        endpoint: "https://172.18.0.20:5000",
        hosts: ["somehost.io", "otherhost.io"],
        caCertSecret: "anthos-creds/the-secret-created-for-the-admin-cluster",
        pullCredentialSecret: "anthos-creds/the-image-pull-creds-created-for-the-admin-cluster"
    )

    @Test func recognisesThePagesSampleWholeAndInParts() throws {
        let file = try #require(try CorpusFile.all().first { $0.name.contains("BROKEN-INDENT") })
        let text = String(decoding: file.bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.contains("registryMirrors:") })
        for part in [text, lines[start...].joined(separator: "\n"), lines[(start - 1)...].joined(separator: "\n")] {
            let pasted = try #require(PastedMirrors(part), "\(part)")
            #expect(pasted.drafts == [mirror])
            #expect(pasted.repair?.addedCount == 1 && pasted.repair?.removedCount == 1)
        }
    }

    @Test func takesGoodTextAsItIsAndNothingElse() {
        let list = "registryMirrors:\n- endpoint: https://a.lan/v2/n\n  caCertPath: /ca\n"
        let draft = MirrorDraft(endpoint: "https://a.lan", mirrorNamespace: "n", caCertPath: "/ca")
        for text in [list, "gcrKeyPath: k\n" + list, "- endpoint: https://a.lan/v2/n\n  caCertPath: /ca\n"] {
            #expect(PastedMirrors(text)?.drafts == [draft] && PastedMirrors(text)?.repair == nil, "\(text)")
        }
        for text in [
            "https://a.lan", "https://a.lan\n", "a: 1\nb: 2\n", "registryMirrors: []\n", "- a\n- b\n", "\n\n", "a: [\n",
        ] {
            #expect(PastedMirrors(text) == nil, "\(text)")
        }
    }
}
