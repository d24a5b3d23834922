import Foundation
import TestSupport
import Testing

/// A push goes in by OpenSSL's word; what nodes' Go says of the certificates goes along with it.
@Suite struct PushCertificateTests {
    private func dryRun(_ server: String) throws -> Tool.Result {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let script = repositoryRoot + "/Tests/Lab/odd-package.py"
        let made = try Tool.run("/usr/bin/python3", [script, "layers=right", folder("p.tar")])
        try #require(made.status == 0, "\(made.errors)")
        return try Tool.run(
            Tool.mirrorctl,
            [
                "push", "images", "--source", folder("p.tar"), "--private-registry", "127.0.0.1:\(lab.port(server))",
                "--cacert", lab.caPath, "--need-credential=false", "--dry-run",
            ],
            environment: ["XDG_STATE_HOME": folder.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        )
    }

    @Test func whatNodesRefuseIsAWarning() throws {
        let pushed = try dryRun("front-negative")
        #expect(pushed.status == 0, "\(pushed.output)\(pushed.errors)")
        #expect(pushed.output.contains("! MIR0221"), "\(pushed.output)")
    }

    @Test func whatNodesTakeIsNone() throws {
        let pushed = try dryRun("tls")
        #expect(pushed.status == 0 && !pushed.output.contains("MIR02"), "\(pushed.output)\(pushed.errors)")
    }
}
