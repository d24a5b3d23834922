import Foundation
import TestSupport
import Testing

/// `probe` against the lab's real registries, as a script uses it.
@Suite struct ProbeCommandTests {
    @Test func aGoodMirrorGivesZeroAndNoFindings() throws {
        let lab = try Lab.running()
        let login = ["--ca-cert", lab.caPath, "--docker-config", lab.dockerConfigPath]
        for name in ["basic", "token"] {
            let result = try Tool.run(Tool.mirrorctl, ["probe", lab.url(name), "--output", "json"] + login)
            #expect(result.status == 0, "\(name): \(result.output)")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            )
            #expect((object["findings"] as? [Any])?.isEmpty == true)
            #expect(object["endpoint"] as? String == lab.url(name))
            #expect(!(result.output + result.errors).contains("lab-secret"))
        }
    }

    @Test func aFindingOfSeverityErrorGivesOneInEveryFormat() throws {
        let lab = try Lab.running()
        for format in ["text", "json", "junit", "sarif"] {
            let result = try Tool.run(Tool.mirrorctl, ["probe", lab.url("tls"), "--output", format])
            #expect(result.status == 1)
            #expect(result.output.contains("MIR0201"))
        }
    }

    @Test func everyCodeIsExplainedOffline() throws {
        let list = try Tool.run(Tool.mirrorctl, ["explain"]).output.split(separator: "\n")
        #expect(list.count > 30)
        for line in list {
            let code = String(line.prefix(7))
            let result = try Tool.run(Tool.mirrorctl, ["explain", code.lowercased()])
            #expect(result.status == 0)
            #expect(result.output.hasPrefix(code) && result.output.contains("→"))
            // Nothing is there yet to fill a placeholder from, and none is shown raw.
            #expect(!result.output.contains("{"))
        }
    }

    @Test func withoutATerminalTheWizardSaysSo() throws {
        let result = try Tool.run(Tool.mirrorctl, [])
        #expect(result.status == 64)
        #expect(result.errors.contains("terminal"))
    }

    @Test func aSuppressedFindingIsListedAndDoesNotCount() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let file = folder.path + "/suppressed"
        let endpoint = try #require(URL(string: lab.url("tls")))
        let place = "\(endpoint.host ?? ""):\(endpoint.port ?? 0)"
        try "MIR0201 \(place) the lab's own".write(toFile: file, atomically: true, encoding: .utf8)
        for format in ["text", "json", "junit", "sarif"] {
            let result = try Tool.run(
                Tool.mirrorctl,
                ["probe", lab.url("tls"), "--output", format, "--suppress", file]
            )
            #expect(result.status == 0, "\(format): \(result.errors)")
            #expect(result.output.contains("MIR0201") && result.output.contains("the lab's own"), "\(format)")
        }
        try "MIR0201 \(place)".write(toFile: file, atomically: true, encoding: .utf8)
        let result = try Tool.run(Tool.mirrorctl, ["probe", lab.url("tls"), "--suppress", file])
        #expect(result.status == 65)
        #expect(result.errors.contains("reason"))
    }

    @Test func theReportsAreWellFormed() throws {
        let lab = try Lab.running()
        let junit = try Tool.run(Tool.mirrorctl, ["probe", lab.url("tls"), "--output", "junit"]).output
        let script =
            "import sys, xml.dom.minidom as d; s = d.parseString(sys.argv[1]).documentElement; "
            + "print(s.getAttribute('failures'), len(s.getElementsByTagName('failure')))"
        #expect(try Tool.run("/usr/bin/python3", ["-c", script, junit]).output == "1 1\n")
        let sarif = try Tool.run(Tool.mirrorctl, ["probe", lab.url("tls"), "--output", "sarif"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
        let run = try #require((object["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["MIR0201"])
        #expect(results.map { $0["level"] as? String } == ["error"])
    }

    @Test func theChainIsShownInBothForms() throws {
        let lab = try Lab.running()
        let login = ["--ca-cert", lab.caPath, "--docker-config", lab.dockerConfigPath]
        let json = try Tool.run(Tool.mirrorctl, ["probe", lab.url("token"), "--output", "json"] + login).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let chain = try #require(object["chain"] as? [[String: Any]])
        #expect(chain.first?["origin"] as? String == "given")
        #expect(chain.last?["origin"] as? String == "sent")
        let challenge = (object["challenges"] as? [[String: Any]])?.first
        #expect(challenge?["scheme"] as? String == "bearer")
        let text = try Tool.run(Tool.mirrorctl, ["probe", lab.url("token")] + login).output
        let fingerprint = try #require(chain.first?["sha256"] as? String)
        #expect(text.contains(fingerprint) && text.contains("└─ "))
        #expect(text.contains("bearer realm="))
        // Asked for as a node asks.
        let image = ["--namespace", "mirror", "--image", "gcr.io/anthos-baremetal-release/pause:3.9"]
        let scope = "repository:mirror/anthos-baremetal-release/pause:pull"
        let asked = try Tool.run(Tool.mirrorctl, ["probe", lab.url("token")] + login + image).output
        #expect(asked.contains("→ scope=\(scope)"))
        #expect(lab.log("token-server").contains("scope=repository%3Amirror%2Fanthos-baremetal-release%2Fpause%3Apull"))
    }

    /// A path that is wrong in a known way is probed as it was meant; any other mistake is refused as before.
    @Test func aWrongPathHasAFinding() throws {
        let lab = try Lab.running()
        let ca = ["--ca-cert", lab.caPath, "--image", "gcr.io/anthos-baremetal-release/pause:3.9"]
        let codes = ["/mirror": "MIR0410", "/v2/v2/mirror": "MIR0411", "/v2/mirror/": "MIR0412"]
        for (path, code) in codes {
            let result = try Tool.run(Tool.mirrorctl, ["probe", lab.url("tls") + path] + ca)
            #expect(result.status == 1, "\(path)")
            #expect(result.output.contains(code) && result.output.contains("→ \(lab.url("tls"))/v2/mirror"), "\(path)")
            #expect(result.output.contains("1 of 1 found"), "\(path): \(result.output)")
        }
        #expect(try Tool.run(Tool.mirrorctl, ["probe", "ftp://h/x"]).status == 65)
    }

    @Test func theProductIsNamedInBothForms() throws {
        let lab = try Lab.running()
        let command = ["probe", lab.url("raw-harbor"), "--ca-cert", lab.caPath]
        let text = try Tool.run(Tool.mirrorctl, command).output
        #expect(text.contains("Harbor") && text.contains("service harbor-registry"))
        let json = try Tool.run(Tool.mirrorctl, command + ["--output", "json"]).output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((object["registry"] as? [String: Any])?["product"] as? String == "harbor")
    }

    @Test func sarifKeepsToItsRules() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let file = folder.path + "/suppressed"
        let place = "127.0.0.1:\(lab.port("front-good"))"
        try "MIR0610 \(place) known\n".write(toFile: file, atomically: true, encoding: .utf8)
        let command = ["probe", lab.url("front-good"), "--ca-cert", lab.caPath, "--rehearse-push", "--output", "sarif"]
        for arguments in [command, command + ["--suppress", file], command + ["--lang", "ja"]] {
            let result = try Tool.run(Tool.mirrorctl, arguments)
            // Warnings: a push gets through.
            #expect(result.status == 0)
            #expect(SARIFRules.breaches(in: result.output) == [])
        }
        // The checker itself can fail.
        #expect(SARIFRules.breaches(in: #"{"version":"2.0.0","runs":[{"tool":{"driver":{"name":""}}}]}"#).count > 2)
    }
}
