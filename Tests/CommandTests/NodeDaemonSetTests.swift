import Foundation
import Glibc
import TestSupport
import Testing

extension NodeLabTests {
    /// docs/node-report-daemonset.yaml as docs/nodes.md says: applied, run, its logs brought back, judged.
    @Suite struct DaemonSet {
        private let lab: NodeLab
        private let folder: TemporaryFolder

        init() throws {
            lab = try NodeLab.running()
            folder = try TemporaryFolder()
        }

        /// Runs the container's own command on a node: a root of its own that holds a shell, read only; the node's tree
        /// at the mounts that the manifest names; no more capabilities than a container has, and those that it asks for.
        private func log(of address: String) throws -> String {
            let script = try Python.run(
                """
                import shlex, yaml
                documents = list(yaml.safe_load_all(open("\(repositoryRoot)/docs/node-report-daemonset.yaml")))
                pod = documents[1]["spec"]["template"]["spec"]
                container = pod["containers"][0]
                mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
                assert pod["hostPID"] and all(mount["readOnly"] for mount in container["volumeMounts"])
                usual = "chown dac_override fsetid fowner mknod net_raw setgid setuid setfcap setpcap net_bind_service kill audit_write".split()
                caps = usual + [c.lower() for c in container["securityContext"]["capabilities"]["add"]]
                print(f'''
                root=/run/container; mkdir -p $root && mount -t tmpfs none $root && cd $root
                mkdir -p bin lib lib64 usr proc dev ./{mounts["host"]} ./{mounts["script"]}
                for path in bin lib lib64 usr; do mount --bind /$path $path; done
                mount --bind /proc proc
                mount --rbind / ./{mounts["host"]} && mount -o remount,bind,ro ./{mounts["host"]}
                cp /run/collector.sh ./{mounts["script"]}/
                mount -o remount,ro $root
                exec setpriv --bounding-set -all,{",".join("+" + c for c in caps)} --inh-caps=-all \\
                    timeout 20 chroot $root {shlex.join(container["command"])} </dev/null
                ''')
                """
            )
            let collector = try folder.write("collector", CollectorText.read())
            let path = try folder.write("container", String(decoding: script, as: UTF8.self))
            let target = "ssh -F \(lab.sshConfig) root@\(address)"
            let put = "\(target) 'cat >/run/container.sh' <\(path) && \(target) 'cat >/run/collector.sh' <\(collector)"
            // The container goes on for ever, as a DaemonSet's has to.
            let run =
                "unshare --mount sh /run/container.sh >/run/log 2>&1 & p=$!; "
                + "for i in $(seq 150); do grep -q REPORT-END /run/log && break; sleep 0.1; done; kill $p; cat /run/log"
            let result = try Tool.run("/usr/bin/nsenter", [lab.network, "sh", "-c", "\(put) && \(target) '\(run)'"])
            #expect(
                result.output.hasSuffix("MIRRORCTL-NODE-REPORT-END\n"),
                "\(result.output.suffix(300)) \(result.errors)"
            )
            return result.output
        }

        /// The lines of docs/nodes.md between `kubectl apply` and `kubectl delete`.
        private var documented: String {
            get throws {
                let text = try String(contentsOfFile: repositoryRoot + "/docs/nodes.md", encoding: .utf8)
                let start = try #require(text.range(of: "kubectl apply"))
                let end = try #require(text.range(of: "```", range: start.upperBound..<text.endIndex))
                return String(text[start.lowerBound..<end.lowerBound])
            }
        }

        @Test(.enabled(if: access("/usr/bin/kubectl", X_OK) == 0, "needs kubectl"))
        func appliedAndReadAsDocumented() throws {
            let addresses = ["10.77.0.11", "10.77.0.12", "10.77.0.14"]
            try FileManager.default.createDirectory(atPath: folder("logs"), withIntermediateDirectories: true)
            for address in addresses { try folder.write("logs/" + address, try log(of: address)) }
            let api = try Tool.start(
                repositoryRoot + "/Tests/Lab/kube-api",
                [folder("port"), folder("logs"), "\(getpid())"]
            )
            defer {
                kill(api.process, SIGKILL)
                _ = try? api.wait()
            }
            var port = ""
            for _ in 0..<200 where port.isEmpty {
                usleep(20_000)
                port = (try? String(contentsOfFile: folder("port"), encoding: .utf8)) ?? ""
            }
            try folder.write(
                "kubeconfig",
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: lab, cluster: {server: "http://127.0.0.1:\(port)"}}]
                contexts: [{name: lab, context: {cluster: lab, user: lab}}]
                users: [{name: lab, user: {token: lab}}]
                current-context: lab
                """
            )
            try FileManager.default.createSymbolicLink(
                atPath: folder("docs"),
                withDestinationPath: repositoryRoot + "/docs"
            )
            // The stand-in has no schemas for kubectl to read; it refuses unknown fields itself.
            let lines = try documented.replacingOccurrences(of: "kubectl apply", with: "kubectl apply --validate=false")
            let script =
                "set -e; cd \(folder.path); export HOME=\(folder.path) KUBECONFIG=\(folder("kubeconfig"))\n" + lines
            let result = try Tool.run("/bin/sh", ["-c", script])
            #expect(result.status == 0, "\(result.output) \(result.errors)")
            for kind in ["namespace", "daemonset.apps", "configmap"] { #expect(result.output.contains(kind + "/")) }

            let selection = addresses.joined(separator: ",")
            let options = ["--cluster-config", lab.clusterConfig, "--nodes", selection, "--output", "json"]
            let judged = try Tool.run(Tool.mirrorctl, ["node", "--reports", folder("reports")] + options)
            let direct = try lab.mirrorctl(["node", "--ssh-config", lab.sshConfig] + options)
            #expect(try Self.summary(judged.output) == Self.summary(direct.output))
            #expect(!judged.output.contains("seeded-secret"))
        }

        private static func summary(_ text: String) throws -> [String] {
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            let nodes = try #require(object?["nodes"] as? [[String: Any]], "\(text)")
            #expect(nodes.count == 3)
            return nodes.map { node in
                let codes = ((node["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
                return
                    "\(node["node"] ?? "") \(node["pool"] ?? "") \(node["configuration"] ?? "") \(node["unit"] ?? "") \(codes)"
            }
            .sorted()
        }
    }
}

private enum CollectorText {
    static func read() throws -> String { try Tool.run(Tool.mirrorctl, ["node", "--report-script"]).output }
}
