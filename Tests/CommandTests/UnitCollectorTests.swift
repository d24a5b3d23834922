import Foundation
import TestSupport
import Testing

/// The collector on a node whose systemd says nothing: the unit's own files, in a mount namespace of their own.
@Suite(.enabled(if: geteuid() == 0, "needs root for a mount namespace"))
struct UnitCollectorTests {
    /// - Parameter command: of `ExecStart`.
    private func report(_ command: String, in folder: TemporaryFolder) throws -> Tool.Result {
        let script = try Tool.run(Tool.mirrorctl, ["node", "--report-script"]).output
        let steps = """
            set -e
            for folder in /etc/containerd /etc/systemd /opt; do mkdir -p $folder; mount -t tmpfs lab $folder; done
            mkdir -p /etc/systemd/system/containerd.service.d /etc/systemd/system.conf.d
            cd /etc/systemd
            printf '[Service]\\nExecStart=/usr/bin/containerd\\n' >system/containerd.service
            printf '[Service]\\nExecStart=\\nExecStart=%s\\nEnvironment=TOKEN=seeded-secret HTTP_PROXY=http://a:1\\n' \
                '\(command)' >system/containerd.service.d/10-a.conf
            echo EnvironmentFile=-/opt/env >>system/containerd.service.d/10-a.conf
            printf '[Manager]\\nDefaultEnvironment="NO_PROXY=10.0.0.0/8" A=seeded-secret\\n' >system.conf.d/a.conf
            printf 'TOKEN=seeded-secret\\nHTTPS_PROXY=http://u:seeded-secret@p:3128\\n' >/opt/env
            registry='plugins."io.containerd.grpc.v1.cri".registry.mirrors."gcr.io"'
            printf 'version = 2\\n[%s]\\nendpoint = ["https://10.1.1.1:5000"]\\n' "$registry" >/opt/c.toml
            PATH=\(folder("bin")):$PATH MIRRORCTL_CONTAINERD=0 sh \(folder("script")) >\(folder("reports/n1"))
            """
        for name in ["reports", "bin"] {
            try FileManager.default.createDirectory(atPath: folder(name), withIntermediateDirectories: true)
        }
        try folder.write("bin/systemctl", "#!/bin/sh\nexit 1\n", mode: 0o755)
        try folder.write("script", script)
        let namespaces = ["--mount", "--pid", "--fork", "--mount-proc", "sh", "-c", steps]
        let made = try Tool.run("/usr/bin/unshare", namespaces)
        #expect(made.status == 0, "\(made.errors)")
        return try Tool.run(
            Tool.mirrorctl,
            ["node", "--reports", folder("reports"), "--containerd-version", "1.7.34"]
        )
    }

    @Test func followsTheUnitsFiles() throws {
        let spellings = ["--config /opt/c.toml", "-c=/opt/c.toml", "-l debug --config=/opt/c.toml"]
        for command in spellings.map({ "/usr/bin/taskset -c 0-3 /usr/bin/containerd " + $0 }) {
            let folder = try TemporaryFolder()
            let result = try report(command, in: folder)
            #expect(result.output.contains("config: /opt/c.toml"), "\(command): \(result.output)")
            #expect(result.output.contains("https://10.1.1.1:5000/v2"))
            #expect(result.output.contains("HTTP_PROXY=http://a:1 HTTPS_PROXY=http://"))
            #expect(result.output.contains("@p:3128"))
        }
    }

    @Test func keepsSecretsOfTheUnitOnTheNode() throws {
        let folder = try TemporaryFolder()
        let result = try report("/usr/bin/containerd", in: folder)
        #expect(result.output.contains("MIR0715"))
        let lines = try folder.text("reports/n1").split(separator: "\n").dropFirst().dropLast()
        let encoded = try #require(Data(base64Encoded: lines.joined()))
        let text = String(decoding: encoded, as: UTF8.self)
        #expect(text.contains("NO_PROXY=10.0.0.0/8") && !text.contains("seeded-secret"), "\(text)")
    }
}
