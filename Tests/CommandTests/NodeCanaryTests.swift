import Foundation
import Glibc
import TestSupport
import Testing

extension NodeLabTests {
    /// `canary --node`: pushed here, pulled there, and nothing left on either side, however it ends.
    ///
    /// Debian has no crictl: Tests/Lab/node-crictl stands in for it, word for word, in front of the real containerd.
    @Suite struct Canary {
        private let lab: NodeLab

        init() throws { lab = try NodeLab.running() }

        private func words(_ target: String, _ port: Int = 5000, _ more: [String] = []) -> [String] {
            ["canary", "https://10.77.0.1:\(port)", "--ca-cert", lab.folder + "/ca.crt", "--node", target]
                + ["--ssh-config", lab.sshConfig, "--output", "json"] + more
        }

        private func canary(_ target: String, _ port: Int = 5000, _ more: [String] = []) throws -> (
            Tool.Result, [String: Any]
        ) {
            let result = try lab.mirrorctl(words(target, port, more))
            let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            return (result, object ?? [:])
        }

        /// What `canary --help` shows, with the lab's addresses.
        @Test func itsExamplesWork() throws {
            let examples = try HelpExamples.of("canary")
            for example in examples {
                let words = example.split { " \\\n".contains($0) }.dropFirst().map { word -> String in
                    switch word {
                    case "https://10.0.0.5:5000": return "https://10.77.0.1:5000"
                    case "ca.crt": return lab.folder + "/ca.crt"
                    default: return String(word).replacing("10.0.0.11", with: "10.77.0.12")
                    }
                }
                let result = try lab.mirrorctl(words + ["--ssh-config", lab.sshConfig])
                #expect(result.status == 0, "\(example): \(result.output)\(result.errors)")
            }
        }

        private func codes(_ object: [String: Any]) -> [String] {
            ((object["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
        }

        private func onNode(_ address: String) throws -> String {
            let list = try lab.ssh(address, "ctr -n k8s.io images list -q; ps ax -o args")
            return list.output.split(separator: "\n").filter { $0.contains("mirrorctl-canary") }.joined(separator: "\n")
        }

        /// Status of the manifest and the two blobs of every canary that the registry has ever had.
        private func left(_ port: Int) throws -> [String] {
            let script = """
                import json, ssl, urllib.request, urllib.error
                context = ssl.create_default_context(cafile="\(lab.folder)/ca.crt")
                def ask(path):
                    request = urllib.request.Request("https://10.77.0.1:\(port)/v2/" + path)
                    request.add_header("Accept", "application/vnd.oci.image.manifest.v1+json")
                    return urllib.request.urlopen(request, context=context).read()
                for name in json.loads(ask("_catalog?n=1000"))["repositories"]:
                    if not name.startswith("mirrorctl-canary/"): continue
                    try: ask(name + "/manifests/proof"); print(name)
                    except urllib.error.HTTPError as error: assert error.code == 404, error.code
                    try: print(*(json.loads(ask(name + "/tags/list"))["tags"] or []))
                    except urllib.error.HTTPError as error: assert error.code == 404, error.code
                """
            let result = try Tool.run("/usr/bin/nsenter", [lab.network, "python3", "-c", script])
            #expect(result.status == 0, "\(result.errors)")
            return result.output.split(whereSeparator: \.isWhitespace).map(String.init)
        }

        /// By crictl as `ops` and as root; by CRI's socket through SSH where there is no crictl and the mirrors stand in
        /// config.toml, which ctr cannot read.
        @Test(arguments: [
            ("ops@10.77.0.12", "crictl"), ("root@10.77.0.12", "crictl"), ("root@10.77.0.11", "socket"),
            ("root@10.77.0.16", "socket"),
        ])
        func provenOnTheNode(target: String, means: String) throws {
            let (result, object) = try canary(target)
            #expect(result.status == 0, "\(result.output) \(result.errors)")
            #expect(object["isProven"] as? Bool == true)
            #expect(object["puller"] as? String == means)
            #expect(object["pulledDigest"] as? String == object["configDigest"] as? String)
            #expect(codes(object) == [])
            let address = String(target.split(separator: "@")[1])
            #expect(object["node"] as? String == address)
            // The mirror was asked by containerd, from the node's address.
            let image = try #require(object["image"] as? String)
            let path = "/v2/" + image.split(separator: "/", maxSplits: 1)[1].split(separator: ":")[0] + "/manifests"
            #expect(
                lab.mirrorLog.split(separator: "\n").contains {
                    $0.contains(path) && $0.contains("\(address):") && $0.contains("containerd/")
                }
            )
            #expect(try onNode(address) == "")
            #expect(try left(5000) == [])
            let text = try lab.mirrorctl(words(target).filter { $0 != "--output" && $0 != "json" })
            #expect(text.status == 0 && text.output.contains("128 random bits"), "\(text.output)")
            #expect(!(result.output + result.errors + text.output + text.errors).contains("seeded-secret"))
        }

        @Test func ctrSaysWhatItCannotSay() throws {
            let (proven, byCtr) = try canary("ops@10.77.0.12", 5000, ["--via", "ctr"])
            #expect(proven.status == 0, "\(proven.output) \(proven.errors)")
            #expect((byCtr["verdict"] as? String)?.contains("config.toml") == true)
            #expect(try onNode("10.77.0.12") == "")
            // Not root, no crictl: ctr is what is left, and the mirrors of this node are in config.toml.
            let (result, object) = try canary("ops@10.77.0.11")
            #expect(result.status == 1 && object["puller"] as? String == "ctr")
            #expect((object["verdict"] as? String)?.contains("config.toml") == true)
            #expect(codes(object) == ["MIR0872"])
            #expect(try left(5000) == [])
        }

        /// The wrong CA, and a registry whose mirror is another one.
        @Test func aNodeThatDoesNotUseTheMirrorIsToldSo() throws {
            let (result, object) = try canary("root@10.77.0.14")
            #expect(result.status == 1 && codes(object) == ["MIR0872"], "\(result.output)")
            #expect(result.output.contains("x509"))
            let (other, elsewhere) = try canary("ops@10.77.0.12", 5000, ["--host", "keep.test"])
            #expect(other.status == 1 && codes(elsewhere) == ["MIR0872"], "\(other.output)")
            #expect(try onNode("10.77.0.12") == "" && onNode("10.77.0.14") == "")
            #expect(try left(5000) == [])
        }

        @Test func aRegistryThatKeepsEverythingIsNamed() throws {
            let (result, object) = try canary("ops@10.77.0.12", 5001, ["--host", "keep.test"])
            #expect(result.status == 0 && object["isProven"] as? Bool == true, "\(result.output)")
            #expect(codes(object) == ["MIR0875"])
            #expect(try left(5001).contains("proof"))
            #expect(try onNode("10.77.0.12") == "")
        }

        @Test func nothingIsPushedWhenThereIsNoNode() throws {
            let before = try left(5001)
            let result = try lab.mirrorctl(words("root@unknown", 5001))
            #expect(result.status == 69 && result.output.contains("MIR0803"), "\(result.output)")
            #expect(try left(5001) == before)
        }

        /// Ctrl-C and SIGTERM while the node waits for a server that never answers.
        @Test(arguments: [
            "ops@10.77.0.12 crictl \(SIGINT)", "ops@10.77.0.12 crictl \(SIGTERM)", "root@10.77.0.12 socket \(SIGINT)",
        ])
        func anInterruptLeavesNothing(line: String) throws {
            let parts = line.split(separator: " ").map(String.init)
            let running = try lab.start(words(parts[0], 5000, ["--host", "slow.test", "--via", parts[1]]))
            for _ in 0..<200 {
                if try !left(5000).isEmpty { break }
                usleep(20_000)
            }
            #expect(try left(5000).count == 2)
            // The node is at it.
            usleep(600_000)
            running.signal(Int32(parts[2]) ?? SIGINT)
            let result = try running.wait(seconds: 30)
            #expect(result.status == 130, "\(result.output) \(result.errors)")
            #expect(try left(5000) == [])
            #expect(try onNode("10.77.0.12") == "")
            #expect(try running.clientsLeft() == [])
        }
    }
}
