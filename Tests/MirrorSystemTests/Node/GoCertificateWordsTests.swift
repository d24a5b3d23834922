import Containerd
import Foundation
import MirrorCore
import MirrorSystem
import TestSupport
import Testing

/// What a live attempt says of a bad certificate is what Go says, word by word: skopeo is Go, and looks at the same servers.
@Suite struct GoCertificateWordsTests {
    @Test(
        .enabled(if: access("/usr/bin/skopeo", X_OK) == 0, "needs skopeo"),
        arguments: [
            "127.0.0.1 expired", "127.0.0.1 not-yet", "127.0.0.1 wrong-name", "127.0.0.1 names-only",
            "127.0.0.1 cn-only", "127.0.0.1 chain-alone", "127.0.0.1 self-signed", "127.0.0.1 not-server",
            "localhost wrong-name", "localhost cn-only", "localhost expired",
        ]
    )
    func goSaysTheSame(of place: String) throws {
        let lab = try Lab.running()
        let (host, certificate) = (place.prefix { $0 != " " }, place.drop { $0 != " " }.dropFirst())
        let front = "\(host):\(lab.port("front-\(certificate)"))"
        let folder = try TemporaryFolder()
        let root = folder("root")
        try FileManager.default.createDirectory(
            atPath: "\(root)/etc/containerd/certs.d/\(front)",
            withIntermediateDirectories: true
        )
        try folder.write(
            "root/etc/containerd/config.toml",
            "version = 2\n[plugins.\"io.containerd.grpc.v1.cri\".registry]\nconfig_path = \"/etc/containerd/certs.d\"\n"
        )
        let hosts = "server = \"https://\(front)\"\n[host.\"https://\(front)\"]\nca = \"ca.crt\"\n"
        try folder.write("root/etc/containerd/certs.d/\(front)/hosts.toml", hosts)
        try FileManager.default.copyItem(atPath: lab.caPath, toPath: "\(root)/etc/containerd/certs.d/\(front)/ca.crt")

        let files = DiskNodeFiles(root: root)
        var explainer = try PullExplainer(version: try #require(ContainerdVersion("1.7.27")), files: files)
        let plan = try explainer.explain("\(front)/library/app:1")
        let live = LivePull(plan: plan, files: files).run(credentials: explainer.credentials)
        guard case .failure(.x509(let ours)) = try #require(live.exchanges.first).answer else {
            Issue.record("\(live.exchanges)")
            return
        }
        let theirs = try Tool.run(
            "/usr/bin/skopeo",
            ["inspect", "--cert-dir", "\(root)/etc/containerd/certs.d/\(front)", "docker://\(front)/library/app:1"]
        ).errors
        let text = try #require(theirs.firstMatch(of: /x509: ([^"\\]*)/), "\(theirs)").output.1
        #expect(Self.plain(ours) == Self.plain(String(text)), "\(theirs)")
    }

    /// Without the moment of the attempt.
    private static func plain(_ text: String) -> String {
        text.replacing(/current time \S+/, with: "current time").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
