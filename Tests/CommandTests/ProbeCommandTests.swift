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
        for format in ["text", "json"] {
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
}
