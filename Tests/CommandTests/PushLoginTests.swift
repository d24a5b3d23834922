import Foundation
import TestSupport
import Testing

/// Where a push has its login from, and where it never goes.
@Suite(.serialized) struct PushLoginTests {
    static let layouts = Result { try PushPlace.layouts(2, mebibytes: 1) }

    private func place(_ registry: String, _ namespace: String) throws -> PushPlace {
        try PushPlace(PushWayTests.lab.get(), registry, namespace, package: Self.layouts.get()("package"))
    }

    @Test func thePasswordComesFromAFileOrTheEnvironmentToo() throws {
        let place = try place("basic", "sources")
        let file = try place.state.write("password", place.lab.password + "\n", mode: 0o600)
        let user = ["--cacert", place.lab.caPath, "--username", place.lab.user]
        let fromFile = try place.runBare(user + ["--password-file", file])
        #expect(fromFile.status == 0 && !fromFile.errors.contains("warning"), "\(fromFile.errors)")
        let variable = ["MIRRORCTL_PASSWORD": place.lab.password]
        let inherited = try place.runBare(user + ["--verify-only"], variable)
        #expect(inherited.status == 0 && !inherited.errors.contains("warning"), "\(inherited.errors)")
        // It is nobody's without a user name.
        #expect(try place.runBare(["--cacert", place.lab.caPath], variable).status == 64)
        #expect(try place.runBare(user + ["--password-file", file, "--password-stdin"]).status == 64)
        for result in [fromFile, inherited] {
            #expect(!(result.output + result.errors).contains(place.lab.password))
        }
    }

    /// A stand-in for the helpers of `docker login`: it is told the registry on standard input only.
    private func helper(_ place: PushPlace, _ answer: String) throws -> [String: String] {
        try FileManager.default.createDirectory(atPath: place.state("bin"), withIntermediateDirectories: true)
        let script = try place.state.write(
            "helper",
            """
            #!/bin/sh
            read -r registry
            echo "$# $1 $registry ${MIRRORCTL_PASSWORD:-none}" >>'\(place.state("asked"))'
            [ "$registry" = '\(place.lab.address(place.registry))' ] || { echo "credentials not found in native keychain"; exit 1; }
            \(answer)
            """
        )
        // By another process: what this one has open for writing while a test beside it starts a program cannot be run.
        let copied = try Tool.run(
            "/usr/bin/install",
            ["-m", "755", script, place.state("bin/docker-credential-lab")]
        )
        try #require(copied.status == 0, "\(copied.errors)")
        return ["PATH": place.state("bin") + ":/usr/bin:/bin", "MIRRORCTL_PASSWORD": "unused-secret"]
    }

    private func answer(_ user: String, _ secret: String) -> String {
        #"echo '{"ServerURL":"","Username":"\#(user)","Secret":"\#(secret)"}'"#
    }

    @Test(arguments: ["credHelpers", "credsStore"])
    func aCredentialHelperIsAsked(setting: String) throws {
        let place = try place("basic", "helper-\(setting.lowercased())")
        let address = place.lab.address("basic")
        let config = try place.state.write(
            "config.json",
            setting == "credHelpers"
                ? #"{"credHelpers":{"\#(address)":"lab"}}"# : #"{"auths":{"\#(address)":{}},"credsStore":"lab"}"#
        )
        let login = ["--cacert", place.lab.caPath, "--docker-config", config]
        let path = try helper(place, answer(place.lab.user, place.lab.password))
        let result = try place.runBare(login + ["--output", "jsonl"], path)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(!(result.output + result.errors).contains(place.lab.password))
        // Nothing of ours is handed on but the registry's name.
        #expect(try place.state.text("asked") == "1 get \(address) none\n")
    }

    @Test func aHelpersIdentityTokenIsExchanged() throws {
        let place = try place("token", "helper-token")
        let config = try place.state.write("config.json", #"{"credsStore":"lab"}"#)
        let login = ["--cacert", place.lab.caPath, "--docker-config", config]
        let result = try place.runBare(login, helper(place, answer("<token>", place.lab.refreshToken)))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test func aHelperWithoutALoginIsNamed() throws {
        let place = try place("basic", "helper-none")
        let config = try place.state.write("config.json", #"{"credsStore":"lab"}"#)
        let login = ["--cacert", place.lab.caPath, "--docker-config", config, "--output", "jsonl"]
        let missing = try place.runBare(login)
        #expect(missing.status == 65 && missing.errors.contains("docker-credential-lab"), "\(missing.errors)")
        let silent = try place.runBare(login, helper(place, "exit 0"))
        #expect(silent.status == 65 && silent.errors.contains("knows no login"), "\(silent.errors)")
        // What it prints when it fails may hold anything.
        let broken = try place.runBare(login, helper(place, "echo half-a-secret; echo half-a-secret >&2; exit 3"))
        #expect(broken.status == 65 && broken.errors.contains("gave no login"), "\(broken.errors)")
        #expect(!(broken.output + broken.errors).contains("half-a-secret"))
        for result in [missing, silent, broken] {
            let summary = try PushPlace.summary(result)
            #expect(summary["isComplete"] as? Bool == false)
            #expect((summary["problem"] as? String)?.contains("docker-credential-lab") == true, "\(summary)")
        }
        // No name for a program at all.
        let odd = try place.state.write("odd.json", #"{"credsStore":"../../bin/sh"}"#)
        #expect(try place.runBare(["--cacert", place.lab.caPath, "--docker-config", odd]).status == 65)
    }

    /// The other host has every blob, and wants to know who asks.
    @Test func whatARegistryKeepsElsewhereIsAskedForWithoutTheLogin() throws {
        let place = try place("away", "redirected")
        let arguments = ["--cacert", place.lab.caPath, "--docker-config", try place.login()]
        let result = try place.runBare(arguments)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try place.runBare(arguments + ["--verify-only"]).status == 0)
        let asked = place.lab.requests("away", "kept HEAD", place.namespace)
        #expect(asked.count >= 7, "\(asked)")
        #expect(asked.allSatisfy { $0.contains("authorization=False") }, "\(asked)")
    }

    @Test func anUploadElsewhereIsSentWithoutTheLogin() throws {
        let place = try place("away", "placed-x")
        let result = try place.runBare(["--cacert", place.lab.caPath, "--docker-config", try place.login()])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let sent = place.lab.requests("away", "kept P", place.namespace)
        #expect(!sent.isEmpty && sent.allSatisfy { $0.contains("authorization=False") }, "\(sent)")
        // An upload that is only redirected is not followed.
        let moved = try self.place("away", "moved-x")
        let refused = try moved.runBare(["--cacert", moved.lab.caPath, "--docker-config", try moved.login()])
        #expect(refused.status == 1 && refused.output.contains("307"), "\(refused.output)")
        #expect(moved.lab.requests("away", "kept POST", "moved-x").isEmpty)
    }

    @Test func aTokenServerWithoutTLSGetsNothing() throws {
        let place = try place("clear", "clear")
        func asked() -> Int { place.lab.requests("token-server", "connection=").count }
        let before = asked()
        let login = try place.login()
        let result = try place.runBare(["--cacert", place.lab.caPath, "--docker-config", login, "--output", "jsonl"])
        #expect(result.status == 1, "\(result.output)\(result.errors)")
        let summary = try PushPlace.summary(result)
        let codes = (summary["findings"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        #expect(codes == ["MIR0924"], "\(summary)")
        #expect(asked() == before)
    }
}
