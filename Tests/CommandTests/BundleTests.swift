import Foundation
import TestSupport
import Testing

/// `why --bundle` as two operators use it: one writes, the other opens.
@Suite struct BundleTests {
    private static let secrets = [
        "Pa55w0rd-Zx9", "tok-identity-77Qz", "QmFzaWMtU2VjcmV0LUhlYWRlcg", "MIIEvSECRETKEYBODY",
    ]

    private func run(_ arguments: [String]) throws -> Tool.Result { try Tool.run(Tool.mirrorctl, arguments) }

    /// A node with a secret in every place that can hold one.
    private func node() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for path in ["etc/containerd/certs.d/docker.io", "etc/pki", "etc/containerd/certs.d/gcr.io"] {
            try FileManager.default.createDirectory(atPath: folder(path), withIntermediateDirectories: true)
        }
        let auth = Data("robot:\(Self.secrets[0])".utf8).base64EncodedString()
        try folder.write(
            "etc/containerd/config.toml",
            """
            version = 2
            [plugins."io.containerd.grpc.v1.cri".registry]
              config_path = "/etc/containerd/certs.d"
            [plugins."io.containerd.grpc.v1.cri".registry.configs."172.18.0.20:5000".auth]
              username = "robot"
              password = "\(Self.secrets[0])"
            [plugins."io.containerd.grpc.v1.cri".registry.configs."other:5000".auth]
              auth = "\(auth)"
            [plugins."io.containerd.grpc.v1.cri".registry.configs."third:5000".auth]
              identitytoken = '\(Self.secrets[1])'
            """
        )
        try folder.write(
            "etc/containerd/certs.d/docker.io/hosts.toml",
            """
            server = "https://registry-1.docker.io"
            [host."https://172.18.0.20:5000/v2/ns"]
              override_path = true
              client = [["/etc/pki/client.crt", "/etc/pki/client.key"]]
              [host."https://172.18.0.20:5000/v2/ns".header]
                Authorization = ["Basic \(Self.secrets[2])"]
            """
        )
        try folder.write("etc/containerd/certs.d/gcr.io/hosts.toml", "[host.\"https://172.18.0.20:5000\"]\n")
        try folder.write("etc/pki/client.crt", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")
        try folder.write(
            "etc/pki/client.key",
            "-----BEGIN PRIVATE KEY-----\n\(Self.secrets[3])\n-----END PRIVATE KEY-----\n"
        )
        return folder
    }

    private func unpacked(_ path: String) throws -> String {
        let result = try Tool.run("/bin/sh", ["-c", "tar -xzOf \(path)"])
        #expect(result.status == 0)
        return result.output
    }

    @Test func anotherMachineGivesTheSameVerdict() throws {
        let node = try node()
        let out = try TemporaryFolder()
        let options = ["--root", node.path, "--containerd-version", "1.7.34", "--output", "json"]
        let first = try run(["why", "nginx:1.25", "--bundle", out("b.tar.gz")] + options)
        #expect(first.status == 0, "\(first.errors)")
        let attributes = try FileManager.default.attributesOfItem(atPath: out("b.tar.gz"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let plain = try unpacked(out("b.tar.gz"))
        for secret in Self.secrets {
            #expect(!plain.contains(secret), "\(secret)")
            #expect(!(first.output + first.errors).contains(secret))
            #expect(!plain.contains(Data("robot:\(secret)".utf8).base64EncodedString()))
        }
        let again = try run(["why", "--bundle", out("b.tar.gz"), "--output", "json"])
        #expect(again.output == first.output)
        #expect(again.status == first.status)
        // The other images of the node are in it too.
        let other = try run(["why", "gcr.io/pause:3.9"] + options)
        let otherAgain = try run(["why", "gcr.io/pause:3.9", "--bundle", out("b.tar.gz"), "--output", "json"])
        #expect(otherAgain.output == other.output)
        #expect(otherAgain.output.contains("172.18.0.20:5000"))
    }

    @Test func whatMakesContainerdNotStartIsJudgedAgainToo() throws {
        let node = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: node("etc/containerd"), withIntermediateDirectories: true)
        try node.write("etc/containerd/config.toml", "version = 2\nroot = \"/var/lib/containerd\"\n...\n")
        let first = try run([
            "why", "nginx", "--root", node.path, "--containerd-version", "1.7.34", "--bundle", node("b.tgz"),
        ])
        let again = try run(["why", "--bundle", node("b.tgz")])
        #expect(first.status == 1)
        #expect(again.status == 1)
        #expect(again.output == first.output)
    }

    @Test func aLogGoesAlong() throws {
        let node = try node()
        let log = try node.write(
            "journal.txt",
            """
            level=info msg="trying next host" error="failed to do request: Head \\"https://robot:\(Self.secrets[0])@172.18.0.20:5000/v2/ns/library/nginx/manifests/1.25?ns=docker.io\\": EOF" host="172.18.0.20:5000"
            Warning Failed kubelet Failed to pull image "nginx:1.25": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/nginx:1.25": failed to resolve image: docker.io/library/nginx:1.25: not found
            """
        )
        let options = ["--root", node.path, "--containerd-version", "2.0.11", "--output", "json"]
        let first = try run(["why", "nginx:1.25", "--log", log, "--bundle", node("b.tar.gz")] + options)
        #expect(first.status == 1, "\(first.errors)")
        let again = try run(["why", "--bundle", node("b.tar.gz"), "--output", "json"])
        #expect(again.output == first.output)
        #expect(again.status == 1)
        for secret in Self.secrets { #expect(!(try unpacked(node("b.tar.gz")) + first.output).contains(secret)) }
    }

    @Test func aBundleIsNeverOverwrittenAndNothingElseIsOne() throws {
        let node = try node()
        let file = try node.write("b.tar.gz", "no bundle")
        #expect(try run(["why", "nginx", "--bundle", file]).status == 65)
        #expect(try run(["why", "nginx", "--bundle", file, "--live"]).status == 64)
        #expect(try run(["why", "nginx", "--bundle", file, "--root", node.path]).status == 64)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "no bundle")
        let options = ["--root", node.path, "--containerd-version", "1.7.34"]
        #expect(try run(["why", "nginx", "--bundle", node("missing/b.tar.gz")] + options).status == 73)
    }
}
