import MirrorCore
import TestSupport
import Testing
import Texts

/// Every format, as an operator sees it.
@Suite struct OutputGoldenTests {
    static let configurations: [(name: String, drafts: [MirrorDraft])] = [
        ("root", [MirrorDraft(endpoint: "https://172.18.0.20:5000")]),
        (
            "everything",
            [
                MirrorDraft(
                    endpoint: "https://172.18.0.20:5000",
                    mirrorNamespace: "test-namespace",
                    hosts: ["docker.io", "quay.io"],
                    caCertPath: "/root/ca.crt",
                    pullCredentialConfigPath: "/root/.docker/config.json",
                    caCertSecret: "anthos-creds/ca-9dd74fd3",
                    pullCredentialSecret: "anthos-creds/pull-creds-9dd74fd3"
                ),
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
            BmctlCommand.pushImages(to: mirrors[0], version: "1.33.200-gke.70").description
                == "bmctl push images --source=./bmpackages_1.33.200-gke.70.tar.xz "
                + "--private-registry=172.18.0.20:5000/test-namespace --cacert=/root/ca.crt"
        )
        #expect(
            BmctlCommand.pushImages(to: mirrors[1], version: nil).description
                == "bmctl push images --source=./bmpackages_VERSION.tar.xz '--private-registry=[fd00::20]:5000' "
                + "--need-credential=false"
        )
        #expect(
            BmctlCommand.updateCluster("admin1").description
                == "bmctl update cluster -c admin1 --kubeconfig=ADMIN_KUBECONFIG"
        )
        #expect(BmctlCommand.createCluster("a b'c").description == "bmctl create cluster -c 'a b'\\''c'")
    }

    @Test func aCommandOverSeveralLinesIsStillOneForAShell() throws {
        let command = ShellCommand([
            "printf", "%s\\n", "a b", "it's", "", "-x=1", "$HOME", "long-word-that-fills-a-line",
        ])
        for width in [10, 20, 40, 200] {
            let script = command.lines(width: width).joined(separator: "\n")
            let result = try Tool.run("/bin/sh", ["-c", script])
            #expect(result.output == command.words.dropFirst(2).map { $0 + "\n" }.joined(), "\(script)")
        }
        #expect(ShellCommand(shown: command.description) == command)
    }
}
