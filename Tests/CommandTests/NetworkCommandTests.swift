import Foundation
import Glibc
import TestSupport
import Testing

/// The way to the mirror: proxies, names, several mirrors at once, and servers that want to harm, as a script sees them.
@Suite struct NetworkCommandTests {
    typealias Object = [String: Any]

    static func object(_ text: String) throws -> Object {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    }

    static func codes(_ object: Object) -> [String] {
        (object["findings"] as? [Object] ?? []).compactMap { $0["code"] as? String }
    }

    static func routes(_ object: Object) -> [String: String] {
        let routes = (object["network"] as? Object)?["routes"] as? [Object] ?? []
        return Dictionary(
            uniqueKeysWithValues: routes.map { ($0["party"] as? String ?? "", $0["proxy"] as? String ?? "direct") }
        )
    }

    private static var canMakeNetworks: Bool {
        geteuid() == 0
            && ["/usr/bin/unshare", "/usr/bin/tinyproxy", "/usr/bin/docker-registry"].allSatisfy { (path: String) in
                access(path, X_OK) == 0
            }
    }

    @Test(.enabled(if: canMakeNetworks, "needs root, unshare, tinyproxy and docker-registry"))
    func namesAndProxiesOfTheEnvironment() throws {
        let folder = try TemporaryFolder()
        let script = "\(repositoryRoot)/Tests/Lab/names-lab"
        let run = try Tool.run(script, [folder.path, Tool.mirrorctl])
        try #require(run.status == 0, "\(run.errors)")
        let proxy = "http://10.99.0.1:3128"
        let through = ["workstation": proxy, "nodes": "direct", "probe": proxy]
        let direct = ["workstation": "direct", "nodes": "direct", "probe": "direct"]
        let expected: [(String, [String], [String: String])] = [
            ("one", [], direct), ("two", ["MIR0130"], direct), ("six", ["MIR0130"], direct),
            ("dead", ["MIR0103"], direct),
            ("through", ["MIR0120"], through), ("private-ca", ["MIR0201", "MIR0120"], through),
            ("listed", [], direct), ("range-and-name", ["MIR0120"], through), ("range", [], direct),
            ("none", ["MIR0120"], ["workstation": proxy, "nodes": "direct", "probe": "direct"]),
            ("cgi", ["MIR0108", "MIR0127"], direct),
            ("cluster", ["MIR0121"], ["workstation": "direct", "nodes": proxy, "probe": "direct"]),
        ]
        for (name, codes, routes) in expected {
            let text = try String(contentsOfFile: "\(folder.path)/\(name).json", encoding: .utf8)
            var object = try Self.object(text)
            if let mirrors = object["mirrors"] as? [Object] { object = try #require(mirrors.first) }
            #expect(Self.codes(object) == codes, "\(name): \(text)")
            #expect(Self.routes(object) == routes, "\(name)")
            let status = try String(contentsOfFile: "\(folder.path)/\(name).status", encoding: .utf8)
            let isError = codes.contains { ["MIR0103", "MIR0201", "MIR0108"].contains($0) }
            #expect(status == (isError ? "1\n" : "0\n"), "\(name)")
            #expect(!text.contains("lab-proxy-secret"), "\(name)")
        }
        try expectPushes(folder)
        func evidence(_ name: String) throws -> [String] {
            let text = try String(contentsOfFile: "\(folder.path)/\(name).json", encoding: .utf8)
            return (try Self.object(text)["findings"] as? [Object])?.first?["evidence"] as? [String] ?? []
        }
        #expect(try evidence("two").contains("10.97.0.9 (IPv4) timedOut"))
        #expect(try evidence("six").contains("fd00:99::1 (IPv6) refused"))
        #expect(try evidence("dead") == ["10.97.0.9 (IPv4) timedOut", "10.97.0.10 (IPv4) timedOut"])
        #expect(try evidence("through") == ["HTTPS_PROXY=http://…@10.99.0.1:3128"])
        let log = try String(contentsOfFile: "\(folder.path)/proxy.log", encoding: .utf8)
        #expect(log.components(separatedBy: "CONNECT one.lab.test:5000").count - 1 == 3)
    }

    /// Pushes take the same way; what a proxy wants to know stays between it and us.
    private func expectPushes(_ folder: TemporaryFolder) throws {
        let expected = [
            ("through", "0\n", nil), ("listed", "0\n", nil), ("wrong-login", "69\n", "MIR0923"),
            ("dead", "69\n", "MIR0923"), ("over-tls", "69\n", "MIR0923"),
        ]
        for (name, status, code) in expected {
            let (text, errors) = (try folder.text("push-\(name).json"), try folder.text("push-\(name).errors"))
            #expect(try folder.text("push-\(name).status") == status, "\(name): \(text)\(errors)")
            #expect(code.map { text.contains($0) } ?? text.contains(#""isComplete":true"#), "\(name): \(text)")
            #expect(!(text + errors).contains("lab-proxy-secret") && !(text + errors).contains("lab-wrong-secret"))
        }
        let connects = try ["through", "listed"].map { name in
            try folder.text("push-\(name).log").components(separatedBy: "CONNECT push.lab.test:5000").count - 1
        }
        #expect(connects[0] > 0 && connects[1] == connects[0], "\(connects)")
    }

    @Test func theProxyOptionTakesItsThreeForms() throws {
        let lab = try Lab.running()
        let proxy = "http://127.0.0.1:\(lab.port("proxy-plain"))"
        let probe = ["probe", lab.url("tls"), "--ca-cert", lab.caPath, "--output", "json", "--proxy"]
        let through = try Tool.run(Tool.mirrorctl, probe + [proxy])
        #expect(through.status == 0, "\(through.output)")
        #expect(Self.routes(try Self.object(through.output))["probe"] == proxy)
        for direct in ["none", "env"] {
            let result = try Tool.run(Tool.mirrorctl, probe + [direct], environment: ["HTTPS_PROXY": proxy])
            #expect(result.status == 0)
            #expect(Self.routes(try Self.object(result.output))["probe"] == "direct", "\(direct)")
        }
        for wrong in ["", "ftp://h:1", "proxy:3128", "http://u:hunter2@h:1"] {
            let result = try Tool.run(Tool.mirrorctl, probe + [wrong])
            #expect(result.status == 64, "\(wrong)")
            #expect(!result.errors.contains("hunter2"))
        }
    }

    /// They are answered only when all three are there at the same time.
    @Test func severalMirrorsAreProbedAtTheSameTime() throws {
        let lab = try Lab.running()
        let url = lab.url("raw-together")
        let login = ["--ca-cert", lab.caPath, "--output", "json"]
        let result = try Tool.run(Tool.mirrorctl, ["probe", url, url, url] + login)
        #expect(result.status == 0, "\(result.output)")
        let mirrors = try #require(try Self.object(result.output)["mirrors"] as? [Object])
        #expect(mirrors.map(Self.codes) == [[], [], []])
    }

    @Test func everyMirrorOfAClusterConfigIsProbedWithItsOwnFiles() throws {
        let lab = try Lab.running()
        let list = lab.url("raw-together-list")
        let items = ["a", "b", "c"].map { "- endpoint: \(list)/v2/\($0)\n  caCertPath: \(lab.caPath)\n" }.joined()
        let file = try lab.write(
            "mirrors.yaml",
            """
            registryMirrors:
            \(items)- endpoint: \(lab.url("basic"))
              caCertPath: \(lab.caPath)
              pullCredentialConfigPath: \(lab.dockerConfigPath)
            - endpoint: \(lab.url("tls"))
            ---
            apiVersion: baremetal.cluster.gke.io/v1
            kind: Cluster
            metadata: {name: a, namespace: cluster-a}
            spec: {type: admin}
            """
        )
        let result = try Tool.run(Tool.mirrorctl, ["probe", "--cluster-config", file, "--output", "json"])
        #expect(result.status == 1)
        let mirrors = try #require(try Self.object(result.output)["mirrors"] as? [Object])
        #expect(mirrors.map(Self.codes) == [[], [], [], [], ["MIR0201"]], "\(result.output)")
        let junit = try Tool.run(Tool.mirrorctl, ["probe", "--cluster-config", file, "--output", "junit"])
        #expect(junit.status == 1)
        #expect(junit.output.components(separatedBy: "<testsuite ").count - 1 == 5)
        let sarif = try Tool.run(Tool.mirrorctl, ["probe", "--cluster-config", file, "--output", "sarif"])
        let runs = try #require(try Self.object(sarif.output)["runs"] as? [Object])
        #expect((runs.first?["results"] as? [Object])?.count == 1)
        #expect(try Tool.run(Tool.mirrorctl, ["probe"]).status == 64)
        #expect(try Tool.run(Tool.mirrorctl, ["probe", list, "--cluster-config", file]).status == 64)
    }

    /// Ctrl-C while all of them wait.
    @Test func anInterruptEndsAllOfThem() throws {
        let lab = try Lab.running()
        let words = ["--preserve-status", "--signal=INT", "1", Tool.mirrorctl, "probe"]
        let silent = ["raw-silent", "raw-silent-tls", "raw-black-hole", "raw-drip"].map(lab.url)
        let result = try Tool.run("/usr/bin/timeout", words + silent + ["--ca-cert", lab.caPath, "--deadline", "3000"])
        #expect(result.status == 130)
        #expect(result.output.isEmpty)
    }

    /// The verdict says how many handshakes it took, and the servers saw no more.
    @Test func aFullVerdictTakesOneHandshakeEach() throws {
        let lab = try Lab.running()
        let login = ["--ca-cert", lab.caPath, "--docker-config", lab.dockerConfigPath]
        let image = ["--namespace", "mirror", "--image", "gcr.io/anthos-baremetal-release/pause:3.9"]
        let result = try Tool.run(
            Tool.mirrorctl,
            ["probe", lab.url("token"), "--output", "json"] + login + image
        )
        #expect(result.status == 0, "\(result.output)")
        let network = try #require(try Self.object(result.output)["network"] as? Object)
        let counts = try #require(network["handshakes"] as? [Object])
        #expect(counts.map { $0["count"] as? Int } == [1, 1])
        #expect(counts.map { $0["origin"] as? String } == [lab.url("token"), lab.url("token-server")])
    }

    /// Verified by a public CA only, the token server could be anybody's.
    @Test func theLoginStaysHereWhenTheTokenServerIsNotTheOperators() throws {
        let lab = try Lab.running()
        let system = ["SSL_CERT_FILE": lab.caPath, "PATH": "/usr/bin"]
        let probe = ["probe", lab.url("token-elsewhere"), "--output", "json", "--docker-config"]
        // Asked for once the login is accepted, and the token server notes it.
        let image = ["--image", "gcr.io/foreign/tool:1"]
        let result = try Tool.run(Tool.mirrorctl, probe + [lab.dockerConfigPath] + image, environment: system)
        #expect(result.status == 1)
        #expect(Self.codes(try Self.object(result.output)) == ["MIR0144"], "\(result.output)")
        let challenges = try #require(try Self.object(result.output)["challenges"] as? [Object])
        #expect(challenges.first?["realm"] as? String == "https://localhost:\(lab.port("token-server"))/token")
        #expect(!lab.log("token-server").contains("foreign"))
        // An entry for the token server says that it is.
        let text = try String(contentsOfFile: lab.dockerConfigPath, encoding: .utf8)
        let own = #"{"auths":{"localhost:\#(lab.port("token-server"))":{"auth":"YTpi"},"#
        let file = try lab.write("own.json", text.replacingOccurrences(of: #"{"auths":{"#, with: own))
        let known = try Tool.run(Tool.mirrorctl, probe + [file] + image, environment: system)
        #expect(Self.codes(try Self.object(known.output)) == ["MIR0501"], "\(known.output)")
        #expect(lab.log("token-server").contains("foreign"))
    }

    /// Whatever a server writes into whichever field, nothing of it steers a terminal.
    @Test func noControlCharacterGetsOut() throws {
        let lab = try Lab.running()
        let servers = [
            "front-escapes", "raw-escapes", "raw-escapes-challenge", "raw-escapes-location", "raw-escapes-errors",
            "raw-escapes-retry", "raw-escapes-manifest", "raw-escapes-encoding", "raw-realm-garbage", "raw-ssh",
        ]
        let proxy = ["--proxy", "http://127.0.0.1:\(lab.port("raw-escapes-proxy"))"]
        let probes = servers.map { [lab.url($0)] } + [[lab.url("tls")] + proxy]
        for probe in probes {
            for format in ["text", "json", "junit", "sarif"] {
                let result = try Tool.run(
                    Tool.mirrorctl,
                    ["probe"] + probe + ["--ca-cert", lab.caPath, "--docker-config", lab.dockerConfigPath]
                        + ["--image", "a/b:1", "--output", format]
                )
                let shown = result.output + result.errors
                let unsafe = shown.unicodeScalars.filter { scalar in
                    scalar != "\n" && scalar.properties.generalCategory == .control
                        || (0x202A...0x202E).contains(scalar.value)
                }
                #expect(unsafe.isEmpty, "\(probe) \(format): \(unsafe.map(\.value))")
                // JSON may hold them as escapes, and a reader would unpack those.
                #expect(!shown.contains("\\u001b") && !shown.contains("\\u009b"), "\(probe) \(format)")
                #expect(shown.count > 200, "\(probe) \(format)")
            }
        }
    }

    /// What a server sends without end costs no more memory than a good answer and the limit.
    @Test func memoryIsBounded() throws {
        let lab = try Lab.running()
        let script = """
            import json, resource, subprocess, sys
            subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            """
        func kilobytes(_ server: String) throws -> Int {
            let words = [Tool.mirrorctl, "probe", lab.url(server), "--ca-cert", lab.caPath, "--phase-deadline", "3"]
            let login = ["--docker-config", lab.dockerConfigPath]
            let result = try Tool.run("/usr/bin/python3", ["-c", script] + words + login)
            return try #require(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
        let good = try kilobytes("tls")
        #expect(good > 1_000)
        for server in [
            "raw-endless-body", "raw-endless-header", "raw-endless-line", "raw-bomb", "raw-realm-bomb",
            "raw-realm-endless", "raw-deep-json", "raw-excess-body",
        ] {
            #expect(try kilobytes(server) < good + 24_000, "\(server)")
        }
    }
}
