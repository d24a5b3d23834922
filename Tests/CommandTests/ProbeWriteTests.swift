import Foundation
import TestSupport
import Testing

/// What `probe` writes when it is asked to, and only then.
@Suite struct ProbeWriteTests {
    @Test func aBundleMakesTheChainVerify() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let anchors = ["front-good": "leaf", "front-chain": "intermediate", "front-self-signed": "root"]
        for (server, anchor) in anchors {
            let file = folder.path + "/\(server).crt"
            let written = try Tool.run(
                Tool.mirrorctl,
                ["probe", lab.url(server), "--write-ca-bundle", file, "--output", "json"]
            )
            #expect(written.status == 1, "\(server)")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(written.output.utf8)) as? [String: Any]
            )
            let bundle = try #require(object["caBundle"] as? [String: Any], "\(server): \(written.errors)")
            #expect(bundle["anchor"] as? String == anchor)
            let certificates = try #require(bundle["certificates"] as? [[String: Any]])
            let fingerprint = try #require(certificates.first?["sha256"] as? String)
            // Shown before it was written, with what to do before it is trusted.
            #expect(written.errors.contains(fingerprint) && written.errors.contains("Compare"))
            let openssl = try Tool.run(
                "/usr/bin/openssl",
                ["x509", "-in", file, "-noout", "-fingerprint", "-sha256"]
            )
            #expect(openssl.output.contains(fingerprint), "\(server)")
            let again = try Tool.run(Tool.mirrorctl, ["probe", lab.url(server), "--ca-cert", file])
            #expect(again.status == 0, "\(server): \(again.output)")
        }
    }

    @Test func whatNoCACanMendIsNotWritten() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let file = folder.path + "/none.crt"
        for (server, ca) in [
            ("front-expired", nil), ("front-wrong-name", lab.caPath), ("front-chain-alone", lab.caPath),
            ("front-good", lab.caPath), ("http", nil),
        ] {
            let given = ca.map { ["--ca-cert", $0] } ?? []
            let result = try Tool.run(
                Tool.mirrorctl,
                ["probe", lab.url(server), "--write-ca-bundle", file] + given
            )
            #expect(result.errors.contains("no CA bundle was written"), "\(server): \(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: file), "\(server)")
        }
    }

    @Test func anExistingFileStaysWithoutConsent() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let file = folder.path + "/ca.crt"
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        let command = ["probe", lab.url("front-good"), "--write-ca-bundle", file]
        let refused = try Tool.run(Tool.mirrorctl, command)
        #expect(refused.status == 73)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        let agreed = try Tool.run(Tool.mirrorctl, command + ["--yes"])
        #expect(agreed.status == 1)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("BEGIN CERTIFICATE"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.contains { $0.hasPrefix("ca.crt.bak-") })
    }

    @Test func theLoginOfOneRegistryIsTakenFromALargerFile() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let place = "127.0.0.1:\(lab.port("basic"))"
        let auth = Data("puller:lab-secret".utf8).base64EncodedString()
        for (name, key) in [("plain", place), ("scheme", "https://\(place)"), ("path", "\(place)/v2/")] {
            let large = folder.path + "/\(name).json"
            let text = #"{"auths":{"other:5000":{"auth":"eDp5"},"\#(key)":{"auth":"\#(auth)"}},"HttpHeaders":{}}"#
            try text.write(toFile: large, atomically: true, encoding: .utf8)
            let small = folder.path + "/\(name)-small.json"
            let result = try Tool.run(
                Tool.mirrorctl,
                [
                    "probe", lab.url("basic"), "--ca-cert", lab.caPath, "--docker-config", large,
                    "--write-docker-config", small,
                ]
            )
            #expect(result.status == 0, "\(name): \(result.output) \(result.errors)")
            let written = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: small))) as? [String: Any]
            )
            let auths = try #require(written["auths"] as? [String: [String: String]])
            #expect(auths == [place: ["auth": auth]])
            let mode = try FileManager.default.attributesOfItem(atPath: small)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(!(result.output + result.errors).contains("lab-secret"))
            #expect(!(result.output + result.errors).contains(auth))
        }
    }

    @Test func theReasonWhyNothingWasTakenIsSaid() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let place = "127.0.0.1:\(lab.port("basic"))"
        let cases = [
            (#"{"auths":{"127.0.0.1:1":{"auth":"eDp5"}}}"#, "another port"),
            (#"{"auths":{},"credsStore":"desktop"}"#, "credsStore: desktop"),
            (#"{"auths":{},"credHelpers":{"\#(place)":"ecr"}}"#, "credHelpers: ecr"),
            (#"{"auths":{"\#(place)":{"auth":"puller:x"}}}"#, "not base64"),
            (#"{"auths":{"\#(place)":{}}}"#, "neither auth nor"),
            (#"{"auths":[]}"#, "cannot unmarshal array into auths"),
        ]
        for (index, (text, words)) in cases.enumerated() {
            let large = folder.path + "/\(index).json"
            try text.write(toFile: large, atomically: true, encoding: .utf8)
            let small = folder.path + "/\(index)-small.json"
            let command = ["probe", lab.url("basic"), "--ca-cert", lab.caPath, "--docker-config", large]
            let result = try Tool.run(Tool.mirrorctl, command + ["--write-docker-config", small])
            #expect(result.status == 65, "\(words)")
            #expect(result.errors.contains(words), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: small))
            // The probe itself says the same, for people and for programs.
            #expect(try Tool.run(Tool.mirrorctl, command).output.contains(words), "\(words)")
            let json = try Tool.run(Tool.mirrorctl, command + ["--output", "json"]).output
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            let used = try #require(object["dockerConfig"] as? [String: Any])
            #expect((used["detail"] as? String)?.contains(words) == true)
            #expect(used["reason"] as? String != "used")
        }
    }

    @Test func aPasswordComesFromStandardInputOrAFile() throws {
        let lab = try Lab.running()
        let folder = try TemporaryFolder()
        let password = folder.path + "/password"
        try "lab-secret\n".write(toFile: password, atomically: true, encoding: .utf8)
        let command = "\(Tool.mirrorctl) probe \(lab.url("basic")) --ca-cert \(lab.caPath) --username puller"
        let file = folder.path + "/a.json"
        let byFile = try Tool.run(
            "/bin/sh",
            ["-c", "\(command) --write-docker-config \(file) --password-file \(password)"]
        )
        #expect(byFile.status == 0, "\(byFile.errors)")
        let byInput = try Tool.run(
            "/bin/sh",
            ["-c", "\(command) --write-docker-config \(folder.path)/b.json --password-stdin <\(password)"]
        )
        #expect(byInput.status == 0, "\(byInput.errors)")
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("cHVsbGVyOmxhYi1zZWNyZXQ="))
        let nobody = try Tool.run(
            "/bin/sh",
            ["-c", "\(command) --write-docker-config \(folder.path)/c.json </dev/null"]
        )
        #expect(nobody.status == 64)
        for result in [byFile, byInput, nobody] { #expect(!(result.output + result.errors).contains("lab-secret")) }
    }
}
