import Foundation
import MirrorSystem
import TestSupport
import Testing

/// What docs/nodes.md tells operators to run.
@Suite struct NodeDocumentsTests {
    private static let manifestHead = """
        # Runs mirrorctl's collector once on every node and prints its report in the Pod's log; see nodes.md.
        # The image needs a shell and chroot, and has to be one that the nodes can pull; what runs is the node's own shell.
        apiVersion: v1
        kind: Namespace
        metadata:
          name: mirrorctl-report
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: report
          namespace: mirrorctl-report
        spec:
          selector:
            matchLabels: {app: mirrorctl-report}
          template:
            metadata:
              labels: {app: mirrorctl-report}
            spec:
              automountServiceAccountToken: false
              hostPID: true
              terminationGracePeriodSeconds: 1
              tolerations:
              - operator: Exists
              containers:
              - name: report
                image: docker.io/library/busybox:1.36
                command: [/bin/sh, -c, "chroot /host /bin/sh </script/collector.sh; while :; do sleep 3600; done"]
                resources:
                  requests: {cpu: 10m, memory: 32Mi}
                securityContext:
                  runAsUser: 0
                  readOnlyRootFilesystem: true
                  capabilities: {add: [SYS_CHROOT, SYS_PTRACE]}
                volumeMounts:
                - {name: host, mountPath: /host, readOnly: true}
                - {name: script, mountPath: /script, readOnly: true}
              volumes:
              - name: host
                hostPath: {path: /}
              - name: script
                configMap: {name: collector}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: collector
          namespace: mirrorctl-report
        data:
          collector.sh: |

        """

    /// `RECORD=1` writes it; it holds the collector as it is.
    @Test func theDaemonSetHoldsTheCollector() throws {
        let script = CollectorScript.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
        expectGolden(Self.manifestHead + script, "../docs/node-report-daemonset.yaml")
        let check = """
            import sys, yaml
            documents = list(yaml.safe_load_all(open("\(repositoryRoot)/docs/node-report-daemonset.yaml")))
            assert [d["kind"] for d in documents] == ["Namespace", "DaemonSet", "ConfigMap"]
            pod = documents[1]["spec"]["template"]
            assert pod["metadata"]["labels"] == documents[1]["spec"]["selector"]["matchLabels"]
            names = {v["name"] for v in pod["spec"]["volumes"]}
            assert {m["name"] for m in pod["spec"]["containers"][0]["volumeMounts"]} == names
            assert pod["spec"]["volumes"][1]["configMap"]["name"] == documents[2]["metadata"]["name"]
            sys.stdout.write(documents[2]["data"]["collector.sh"])
            """
        #expect(String(decoding: try Python.run(check), as: UTF8.self) == CollectorScript.text)
    }

    @Test(.enabled(if: access("/usr/bin/ansible-playbook", X_OK) == 0, "needs ansible-core"))
    func thePlayIsOne() throws {
        let folder = try TemporaryFolder()
        try folder.write("collector.sh", CollectorScript.text)
        let play = try String(contentsOfFile: repositoryRoot + "/docs/node-report-play.yml", encoding: .utf8)
        let path = try folder.write("play.yml", play)
        let check = try Tool.run("/usr/bin/ansible-playbook", ["--syntax-check", "-i", "localhost,", path])
        #expect(check.status == 0, "\(check.output)\(check.errors)")
        // And it brings a report of this machine that is one.
        let run = ["-i", "localhost,", "-c", "local", "-e", "ansible_become=false", path]
        let command = "cd \(folder.path) && ansible-playbook \(run.joined(separator: " "))"
        let done = try Tool.run("/bin/sh", ["-c", command])
        #expect(done.status == 0, "\(done.output)\(done.errors)")
        let judged = try Tool.run(Tool.mirrorctl, ["node", "--reports", folder("reports"), "--output", "json"])
        #expect(judged.output.contains("\"isReachable\" : true"), "\(judged.output)")
    }

    /// Debian's own shells read it; nothing of it is bash's.
    @Test(arguments: ["/bin/dash", "/bin/bash"]) func theCollectorIsPOSIX(shell: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("collector.sh", CollectorScript.text)
        #expect(try Tool.run(shell, ["-n", path]).status == 0)
        let report = try Tool.run(shell, shell == "/bin/bash" ? ["--posix", path] : [path])
        #expect(report.output.hasPrefix("MIRRORCTL-NODE-REPORT-BEGIN 1 base64\n"), "\(report.errors)")
        #expect(report.output.hasSuffix("\nMIRRORCTL-NODE-REPORT-END\n"))
        #expect(report.errors == "")
    }

    private static let secrets = [
        "config.toml": """
        version = 2
        [plugins."io.containerd.grpc.v1.cri".registry.configs."h:5000".auth]
          username = "node"
          password = "SEED"
          auth = 'SEED' # SEED
          identitytoken = \"""
        SEED
        \"""
        [plugins."io.containerd.grpc.v1.cri".registry.headers]
          X-A = ["SEED", "SEED"]
          "X-B" = [
            "SEED",
          ]
        [plugins."io.containerd.grpc.v1.cri".registry.configs]
          "a:1" = { auth = { username = "u", password = "SEED" } }
          "b:1".auth.password = "SEED"
        [plugins."io.containerd.grpc.v1.cri".registry.mirrors."x"]
          endpoint = ["https://u:SEED@h:5000/v2", "https://plain"]
        # password = "SEED"
        """,
        "certs.d/h/hosts.toml": """
        server = "https://h"
        [host."https://m:5000"]
          ca = "ca.crt"
          [host."https://m:5000".header]
            Authorization = "Basic SEED"
            x = ["SEED"]
        [host."https://n"]
          header = { Cookie = "SEED" }
        [host."https://o".header]
          y = '''
        SEED'''
        [host."https://p"]
          capabilities = ["pull"]
        """,
        "certs.d/h/client.key":
            "-----BEGIN EC PRIVATE KEY-----\nSEED\n-----END EC PRIVATE KEY-----\n",
    ]

    /// However TOML spells it; what is no secret stays, and what is asked for comes along.
    @Test(.enabled(if: geteuid() == 0, "needs root")) func secretsAreMaskedBeforeTheyLeaveANode() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("etc/certs.d/h"), withIntermediateDirectories: true)
        for (name, text) in Self.secrets { try folder.write("etc/" + name, text + "\n") }
        let script = try folder.write("collector.sh", CollectorScript.text)
        func report(_ settings: String) throws -> String {
            let command = "mount --bind \(folder("etc")) /etc/containerd && \(settings) sh \(script)"
            let sent = try Tool.run("/usr/bin/unshare", ["--mount", "sh", "-c", command]).output
            let body = sent.split(separator: "\n").dropFirst().dropLast().joined()
            return String(decoding: try #require(Data(base64Encoded: body)), as: UTF8.self)
        }
        let masked = try report("MIRRORCTL_SECRETS=mask")
        #expect(!masked.contains("SEED"), "\(masked)")
        for plain in [
            "https://masked@h:5000/v2", "\"https://plain\"", "ca = \"ca.crt\"", "capabilities",
        ] {
            #expect(masked.contains(plain), "\(plain)")
        }
        // What the attempts need comes along when it is asked for: logins, and the key of a client certificate.
        let kept = try report("MIRRORCTL_SECRETS=keep MIRRORCTL_CONTAINERD=0")
        #expect(kept.split(separator: "SEED", omittingEmptySubsequences: false).count > 10)
        let key = try #require(kept.split(separator: "client.key\n ").last?.split(separator: "file ").first)
        #expect(key.contains("SEED"), "\(key)")
    }
}
