import Foundation
import TestSupport
import Testing

/// `diff --plan-out` and `apply PLAN`, with a real registry behind the endpoint.
@Suite(.serialized) struct PlanCommandTests {
    private struct Setting {
        let folder: TemporaryFolder
        let file: String
        let ca: String
        let login: String
        let plan: String
        let mirror: [String]

        init(endpoint: String) throws {
            let lab = try Lab.running()
            folder = try TemporaryFolder()
            file = try folder.write("a.yaml", EditCommandTests.admin)
            ca = try folder.write("ca.crt", try String(contentsOfFile: lab.caPath, encoding: .utf8))
            login = try folder.write("login.json", "{\"auths\":{\"127.0.0.1:1\":{\"auth\":\"dTpzM2NyZXQ=\"}}}")
            plan = folder.path + "/plan.json"
            mirror = ["--endpoint", endpoint, "--ca-cert-path", ca, "--pull-credential-config-path", login]
        }

        func diff() throws -> Tool.Result {
            try Tool.run(Tool.mirrorctl, ["diff", "--cluster-config", file, "--plan-out", plan] + mirror)
        }

        func apply() throws -> Tool.Result { try Tool.run(Tool.mirrorctl, ["apply", plan, "--yes"]) }

        var text: String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
    }

    private func setting() throws -> Setting { try Setting(endpoint: try Lab.running().url("tls")) }

    @Test func aPlanIsKeptForItsOwnerAndDoesWhatItSays() throws {
        let setting = try setting()
        let made = try setting.diff()
        #expect(made.status == 2, "\(made.errors)")
        #expect(setting.text == EditCommandTests.admin)
        let attributes = try FileManager.default.attributesOfItem(atPath: setting.plan)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let plan = try String(contentsOfFile: setting.plan, encoding: .utf8)
        for secret in ["s3cret", "dTpzM2NyZXQ="] { #expect(!(plan + made.output + made.errors).contains(secret)) }
        // Never over a file that is there.
        #expect(try setting.diff().status == 73)
        let applied = try setting.apply()
        #expect(applied.status == 0, "\(applied.errors)")
        #expect(setting.text.contains("- endpoint: https://127.0.0.1:"))
        // Carried out once; its file is another one now.
        let again = try setting.apply()
        #expect(again.status == 75)
        #expect(again.errors.contains("already"))
    }

    @Test func aPlanIsStaleWhenTheFileMoved() throws {
        let setting = try setting()
        #expect(try setting.diff().status == 2)
        _ = try setting.folder.write("a.yaml", EditCommandTests.admin + "# a note\n")
        let applied = try setting.apply()
        #expect(applied.status == 75)
        #expect(applied.errors.contains("a.yaml is another file"))
        #expect(setting.text == EditCommandTests.admin + "# a note\n")
    }

    @Test func aPlanIsStaleWhenTheCAMoved() throws {
        let setting = try setting()
        #expect(try setting.diff().status == 2)
        _ = try setting.folder.write("ca.crt", "another")
        let applied = try setting.apply()
        #expect(applied.status == 75)
        #expect(applied.errors.contains("ca.crt is another one"))
        try FileManager.default.removeItem(atPath: setting.ca)
        let gone = try setting.apply()
        #expect(gone.status == 75)
        #expect(gone.errors.contains("cannot be read any more"))
        #expect(setting.text == EditCommandTests.admin)
    }

    @Test func aPlanIsStaleWhenTheCredentialsMoved() throws {
        let setting = try setting()
        #expect(try setting.diff().status == 2)
        _ = try setting.folder.write("login.json", "{\"auths\":{\"127.0.0.1:1\":{\"auth\":\"dTpvdGhlcg==\"}}}")
        let applied = try setting.apply()
        #expect(applied.status == 75)
        #expect(applied.errors.contains("login.json are others"))
        #expect(!(applied.errors + applied.output).contains("dTpvdGhlcg=="))
        #expect(setting.text == EditCommandTests.admin)
    }

    @Test func aPlanIsStaleWhenTheMirrorAnswersOtherwise() throws {
        let lab = try Lab.running()
        let setting = try setting()
        #expect(try setting.diff().status == 2)
        // The same plan, made when another registry answered there: what the probe found then is not what it finds now.
        let plan = try String(contentsOfFile: setting.plan, encoding: .utf8)
        let (good, expired) = (lab.url("tls"), lab.url("front-expired"))
        #expect(plan.contains(good))
        _ = try setting.folder.write("plan.json", plan.replacingOccurrences(of: good, with: expired))
        let applied = try setting.apply()
        #expect(applied.status == 75)
        #expect(applied.errors.contains("new finding: MIR0"), "\(applied.errors)")
        #expect(setting.text == EditCommandTests.admin)
    }

    @Test func aPlanWithoutProbesAsksNobody() throws {
        let setting = try Setting(endpoint: "https://127.0.0.1:1")
        let made = try Tool.run(
            Tool.mirrorctl,
            ["diff", "--cluster-config", setting.file, "--plan-out", setting.plan, "--no-probe"] + setting.mirror
        )
        #expect(made.status == 2)
        #expect(try !String(contentsOfFile: setting.plan, encoding: .utf8).contains("probes"))
        #expect(try setting.apply().status == 0)
    }

    @Test func whatIsNoPlanIsRefused() throws {
        let folder = try TemporaryFolder()
        let other = try folder.write("p.json", "{\"mirrorctlPlan\": 99}")
        #expect(try Tool.run(Tool.mirrorctl, ["apply", other, "--yes"]).status == 65)
        #expect(try Tool.run(Tool.mirrorctl, ["apply", folder.path + "/none", "--yes"]).status == 66)
        #expect(try Tool.run(Tool.mirrorctl, ["apply", other, "--undo", other]).status == 64)
        #expect(try Tool.run(Tool.mirrorctl, ["apply"]).status == 64)
    }

    @Test func nothingToChangeMakesNoPlan() throws {
        let setting = try setting()
        #expect(
            try Tool.run(
                Tool.mirrorctl,
                ["diff", "--cluster-config", setting.file, "--plan-out", setting.plan, "--remove"]
            ).status == 0
        )
        #expect(!FileManager.default.fileExists(atPath: setting.plan))
    }
}
