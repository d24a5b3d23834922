import Diagnosis
import MirrorCore
import Testing

@Suite struct PullPreviewTests {
    private let image = "docker.io/library/nginx:1.25"

    /// The endpoint mistakes of the field, as each kind of node takes them.
    @Test func whereAnEndpointLeadsAsItIsTyped() {
        let cases: [(endpoint: String, configTOML: String, hostsTOML: String)] = [
            ("https://h:5000", "https://h:5000/v2/library", "https://h:5000/v2/library"),
            ("h:5000", "https://h:5000/v2/library", "https://h:5000/v2/library"),
            ("https://h:5000/", "https://h:5000/library", "https://h:5000/v2/library"),
            ("https://h:5000/ns", "https://h:5000/ns/library", "https://h:5000/ns/v2/library"),
            ("https://h:5000/v2/ns", "https://h:5000/v2/ns/library", "https://h:5000/v2/ns/v2/library"),
        ]
        for (endpoint, configTOML, hostsTOML) in cases {
            let rest = "/nginx/manifests/1.25?ns=docker.io"
            for line in ReleaseTable.current.lines {
                let wanted = line.form == .configTOML ? configTOML : hostsTOML
                #expect(PullPreview.manifestURL(endpoint: endpoint, image: image, on: line) == wanted + rest)
            }
        }
    }

    @Test func bothKindsOfNodesAskTheSameForAValidMirror() throws {
        let drafts = [
            MirrorDraft(endpoint: "https://a:5000", mirrorNamespace: "ns", hosts: ["docker.io"], caCertPath: "/ca.crt"),
            MirrorDraft(endpoint: "https://b:5000"),
        ]
        let mirrors = try #require(validate(drafts, for: .header).mirrors)
        let configuration = MirrorConfiguration(mirrors: mirrors)
        for line in ReleaseTable.current.lines {
            let plans = PullPreview.plans(configuration, images: [image, "gcr.io/x:1", "quay.io/x:1"], on: line)
            #expect(
                plans.map { $0.resolving.map(\.resolveURL) } == [
                    [
                        "https://a:5000/v2/ns/library/nginx/manifests/1.25?ns=docker.io",
                        "https://registry-1.docker.io/v2/library/nginx/manifests/1.25",
                    ],
                    [
                        "https://a:5000/v2/ns/x/manifests/1?ns=gcr.io", "https://b:5000/v2/x/manifests/1?ns=gcr.io",
                        "https://gcr.io/v2/x/manifests/1",
                    ], ["https://quay.io/v2/x/manifests/1"],
                ],
                "\(line)"
            )
        }
    }
}
