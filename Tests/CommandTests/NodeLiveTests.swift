import Foundation
import Glibc
import TestSupport
import Testing

extension NodeLabTests {
    /// The attempts through a node: its proxy, its trust, its certificates; what the real daemon does beside it.
    @Suite struct Live {
        private let lab: NodeLab

        init() throws { lab = try NodeLab.running() }

        private func why(_ image: String, _ target: String) throws -> (Tool.Result, [String: Any]) {
            let asked = ["why", image, "--node", target, "--live", "--ssh-config", lab.sshConfig, "--output", "json"]
            let result = try lab.mirrorctl(asked)
            return (result, try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:])
        }

        private func codes(_ object: [String: Any]) -> [String] {
            ((object["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
        }

        private var proxyLog: String { (try? String(contentsOfFile: lab.folder + "/proxy.log", encoding: .utf8)) ?? "" }

        /// CONNECT lines of the node, by tinyproxy's log.
        private func tunnels() -> Int {
            proxyLog.split(separator: "\n").filter { $0.contains("CONNECT 10.77.0.1:5000") }.count
        }

        @Test func theNodesProxyIsGoneThrough() throws {
            let pull = try lab.ssh("10.77.0.33", "cri-pull gcr.io/library/app:1")
            #expect(pull.status == 0, "\(pull.output)")
            let before = tunnels()
            #expect(before > 0)
            let (result, object) = try why("gcr.io/library/app:1", "ops@10.77.0.33")
            #expect(object["servedBy"] as? String == "https://10.77.0.1:5000/v2", "\(result.output) \(result.errors)")
            // The proxy's login was the node's own, and the node is whom the proxy saw.
            #expect(tunnels() > before)
            #expect(codes(object) == ["MIR0821"], "\(result.output)")
            #expect(!(result.output + result.errors).contains("seeded-secret"))
        }

        /// The proxy's port is shut, or its login wrong: the daemon fails, and so do the attempts.
        @Test(arguments: [
            ("http://robot:seeded-secret-of-proxy@10.77.0.1:3129", "MIR0122"),
            ("http://robot:seeded-secret-wrong@10.77.0.1:3128", "MIR0123"),
            ("http://nosuch.lab.test:3128", "MIR0122"),
        ])
        func whatTheProxyDoesIsNamed(proxy: String, code: String) throws {
            let drop = "/etc/systemd/system/containerd.service.d/10-proxy.conf"
            let change =
                "cp \(drop) /run/kept && sed -i 's|=http[^\"]*|=\(proxy)|' \(drop) && systemctl restart containerd"
            #expect(try lab.ssh("10.77.0.33", change).status == 0)
            defer { _ = try? lab.ssh("10.77.0.33", "cp /run/kept \(drop); systemctl restart containerd") }
            #expect(try lab.ssh("10.77.0.33", "cri-pull gcr.io/library/app:1").status != 0)
            let (result, object) = try why("gcr.io/library/app:1", "root@10.77.0.33")
            #expect(object["servedBy"] == nil && object["liveError"] != nil, "\(result.output)")
            #expect(codes(object).contains(code), "\(result.output)")
            #expect(!(result.output + result.errors).contains("seeded-secret"))
        }

        /// Several CA files; no verification, with a login; a client certificate: the daemon pulls, and the probe finds
        /// nothing.
        @Test(arguments: [("many.test", 5000), ("skip.test", 5003), ("mutual.test", 5004)])
        func everyKindOfTrustIsTheNodes(host: String, port: Int) throws {
            let image = "\(host)/library/app:1"
            let pull = try lab.ssh("10.77.0.34", "cri-pull \(image)")
            #expect(pull.status == 0, "\(pull.output)")
            let (result, object) = try why(image, "ops@10.77.0.34")
            #expect(object["servedBy"] as? String == "https://10.77.0.1:\(port)/v2", "\(result.output)")
            #expect(codes(object) == [], "\(result.output)")
            #expect(!(result.output + result.errors).contains("seeded-secret"))
            #expect(!result.output.contains("PRIVATE KEY"))
        }

        /// Without a client certificate the same registry lets nobody in, and the probe says so.
        @Test func aCertificateThatIsWantedIsNamed() throws {
            let file = "/etc/containerd/certs.d/mutual.test/hosts.toml"
            #expect(try lab.ssh("10.77.0.34", "cp \(file) /run/kept && sed -i /client/d \(file)").status == 0)
            defer { _ = try? lab.ssh("10.77.0.34", "cp /run/kept \(file)") }
            #expect(try lab.ssh("10.77.0.34", "cri-pull mutual.test/library/tool:1").status != 0)
            let (result, object) = try why("mutual.test/library/tool:1", "root@10.77.0.34")
            #expect(codes(object).contains("MIR0212"), "\(result.output)")
            #expect(object["servedBy"] == nil)
        }

        @Test func whatSSHDForbidsIsNoAnswerOfTheMirror() throws {
            let (result, object) = try why("gcr.io/library/app:1", "root@10.77.0.32")
            #expect(codes(object) == ["MIR0826"], "\(result.output)")
            #expect(!result.output.contains("other(") && !result.output.contains("administratively"))
            #expect(object["liveError"] == nil && object["servedBy"] == nil)
        }

        // MARK: Interrupted

        /// Nothing of ours runs on, neither here nor on the node.
        @Test(arguments: ["node", "why", "live"], [SIGINT, SIGTERM])
        func anInterruptEndsEveryClient(command: String, number: Int32) throws {
            let words: [String] =
                switch command {
                case "node": ["node", "--node", "hang@10.77.0.31", "--node", "root@10.77.0.11", "--deadline", "60"]
                case "why": ["why", "gcr.io/a:1", "--node", "hang@10.77.0.31"]
                // The node's own mirror never answers.
                default: ["why", "slow.test/library/app:1", "--node", "ops@10.77.0.12", "--live"]
                }
            let running = try lab.start(words + ["--ssh-config", lab.sshConfig])
            for _ in 0..<200 where try running.clients().count < (command == "live" ? 2 : 1) { usleep(20_000) }
            usleep(700_000)
            #expect(try !running.clients().isEmpty, "\(command)")
            running.signal(number)
            let result = try running.wait(seconds: 20)
            #expect(result.status == 130, "\(command): \(result.output) \(result.errors)")
            #expect(try running.clientsLeft() == [], "\(command)")
        }

        // MARK: Hostile

        /// Memory beyond that of an idle run, whatever comes: 100 MiB of noise, a report without an end.
        @Test(arguments: ["flood@10.77.0.31", "huge@10.77.0.31"])
        func memoryIsBounded(target: String) throws {
            func peak(_ target: String) throws -> (kibibytes: Int, text: String) {
                let script = """
                    import os, resource, subprocess, sys
                    done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)
                    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
                    print(done.stdout.decode())
                    """
                let words = ["node", "--node", target, "--ssh-config", lab.sshConfig, "--deadline", "60"]
                let result = try Tool.run(
                    "/usr/bin/nsenter",
                    [lab.network, "python3", "-c", script, Tool.mirrorctl] + words
                )
                let first = result.output.split(separator: "\n").first.flatMap { Int($0) }
                return (try #require(first, "\(result.errors)"), result.output)
            }
            let idle = try peak("root@keyless")
            let hostile = try peak(target)
            #expect(hostile.text.contains("MIR0808"), "\(hostile.text)")
            #expect(
                hostile.kibibytes - idle.kibibytes < 64 << 10,
                "\(hostile.kibibytes) KiB, idle \(idle.kibibytes) KiB"
            )
        }
    }
}
