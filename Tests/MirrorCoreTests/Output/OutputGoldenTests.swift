import MirrorCore
import TestSupport
import Testing

/// Every format, as an operator sees it.
@Suite struct OutputGoldenTests {
    static let configurations: [(name: String, drafts: [MirrorDraft])] = [
        ("root", [MirrorDraft(endpoint: "https://172.18.0.20:5000")]),
        (
            "everything",
            [
                MirrorDraft(
                    endpoint: "https://172.18.0.20:5000", mirrorNamespace: "test-namespace",
                    hosts: ["docker.io", "quay.io"], caCertPath: "/root/ca.crt",
                    pullCredentialConfigPath: "/root/.docker/config.json", caCertSecret: "anthos-creds/ca-9dd74fd3",
                    pullCredentialSecret: "anthos-creds/pull-creds-9dd74fd3"),
                MirrorDraft(endpoint: "http://[fd00::20]:5000", hosts: ["quay.io"]),
            ]
        ),
    ]

    @Test func everyFormat() throws {
        for (name, drafts) in Self.configurations {
            for format in OutputFormats.all {
                let mirrors = try #require(validate(drafts, for: format.place ?? .header).mirrors)
                let files = format.render(MirrorConfiguration(mirrors: mirrors))
                let text = files.map { file in
                    "# \(file.path)\n" + file.inferred.map { "# \(Catalogue.english($0))\n" }.joined() + file.text
                }
                expectGolden(text.joined(separator: "\n"), "MirrorCoreTests/Golden/\(name).\(format.id).txt")
            }
        }
    }

    @Test func bmctlLines() throws {
        let mirrors = try #require(validate(Self.configurations[1].drafts, for: .header).mirrors)
        #expect(
            BmctlCommand.pushImages(to: mirrors[0], version: "1.33.200-gke.70")
                == "bmctl push images --source=./bmpackages_1.33.200-gke.70.tar.xz "
                + "--private-registry=172.18.0.20:5000/test-namespace --cacert=/root/ca.crt")
        #expect(
            BmctlCommand.pushImages(to: mirrors[1], version: nil)
                == "bmctl push images --source=./bmpackages_VERSION.tar.xz '--private-registry=[fd00::20]:5000' "
                + "--need-credential=false")
        #expect(BmctlCommand.updateCluster("admin1") == "bmctl update cluster -c admin1 --kubeconfig=ADMIN_KUBECONFIG")
        #expect(BmctlCommand.createCluster("a b'c") == "bmctl create cluster -c 'a b'\\''c'")
    }
}
