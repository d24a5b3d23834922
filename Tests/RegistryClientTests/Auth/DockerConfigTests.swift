import RegistryClient
import Testing

@Suite struct DockerConfigTests {
    private static func lookup(_ json: String, _ key: String = "10.0.0.1:5000") throws -> DockerConfig.Lookup {
        try DockerConfig(parsing: Array(json.utf8)).lookup(key)
    }

    /// base64 of `puller:s:ecret`
    private static let auth = "cHVsbGVyOnM6ZWNyZXQ="
    private static let credential = Credential(username: "puller", password: "s:ecret")

    @Test func credentialsInEachSpelling() throws {
        let found = DockerConfig.Lookup.found(key: "10.0.0.1:5000", Self.credential)
        for entry in [
            #"{"auth":"\#(Self.auth)"}"#,
            #"{"auth":"\#(Self.auth)\n"}"#,
            #"{"username":"puller","password":"s:ecret","email":"x"}"#,
            #"{"auth":"","username":"puller","password":"s:ecret"}"#,
            #"{"auth":"\#(Self.auth)","identitytoken":"x","extra":[1,null,{"a":true}]}"#,
        ] {
            #expect(try Self.lookup(#"{"auths":{"10.0.0.1:5000":\#(entry)}}"#) == found, "\(entry)")
        }
    }

    @Test func entriesThatCannotBeSent() throws {
        let rows: [(String, DockerConfigEntryFault)] = [
            ("{}", .empty), (#"{"auth":""}"#, .empty), ("null", .empty), (#"{"auth":null}"#, .empty),
            (#"{"username":"","password":"x"}"#, .empty), (#"{"username":"x"}"#, .noPassword),
            (#"{"auth":"puller:secret"}"#, .plain), (#"{"auth":"cHVsbGVy"}"#, .noColon),
            (#"{"auth":"OnNlY3JldA=="}"#, .noUser), (#"{"auth":"/////w=="}"#, .noColon),
            (#"{"auth":"cHVsbGVyOg=="}"#, .noPassword), (#"{"auth":"cHVsbGVyOgAA"}"#, .noPassword),
            (#"{"auth":"cHVsbGVyOnM6ZWNyZXQ"}"#, .unpadded), (#"{"auth":"cHVsbGVyOnM/Pz8_"}"#, .urlAlphabet),
            (#"{"auth":"Y0hWc2JHVnlPbk02WldOeVpYUT0="}"#, .twice), (#"{"auth":"cHVsbGVyOv8="}"#, .notUTF8),
            (#"{"auth":"cHVsbGVyOnM6ZWNyZXQ=="}"#, .badBase64), (#"{"auth":"cHVs bGVyOnM6ZWNyZXQ="}"#, .badBase64),
            (#"{"auth":"!!!"}"#, .badBase64),
            (#"{"identitytoken":"x"}"#, .identityToken),
        ]
        for (entry, fault) in rows {
            let json = #"{"auths":{"10.0.0.1:5000":\#(entry)}}"#
            #expect(try Self.lookup(json) == .unusable(key: "10.0.0.1:5000", fault), "\(entry)")
        }
    }

    @Test func nearMissesSayWhatKeepsThemFromMatching() throws {
        let rows: [(String, DockerConfig.NearMiss.Reason?)] = [
            ("https://10.0.0.1:5000", .scheme), ("http://10.0.0.1:5000", .scheme),
            ("https://10.0.0.1:5000/v2/", .scheme),
            ("10.0.0.1:5000/v2/", .path), ("10.0.0.1:5000/", .path), ("10.0.0.1", .port), ("10.0.0.1:443", .port),
            ("https://10.0.0.1", .scheme), ("10.0.0.2:5000", nil), ("https://index.docker.io/v1/", nil), ("", nil),
        ]
        for (key, reason) in rows {
            let expected = reason.map { [DockerConfig.NearMiss(key: key, reason: $0)] } ?? []
            let json = #"{"auths":{"\#(key)":{"auth":"\#(Self.auth)"}}}"#
            #expect(try Self.lookup(json) == .none(nearMisses: expected), "\(key)")
        }
        let upper = #"{"auths":{"Registry.example:5000":{"auth":"\#(Self.auth)"}}}"#
        #expect(
            try Self.lookup(upper, "registry.example:5000")
                == .none(nearMisses: [.init(key: "Registry.example:5000", reason: .letterCase)])
        )
        let six = #"{"auths":{"[fd00::1]":{"auth":"\#(Self.auth)"}}}"#
        #expect(try Self.lookup(six, "[fd00::1]:5000") == .none(nearMisses: [.init(key: "[fd00::1]", reason: .port)]))
    }

    @Test func helpersAreNamed() throws {
        let rows = [
            #"{"credsStore":"desktop"}"#, #"{"auths":{},"credsStore":"desktop"}"#,
            #"{"auths":{"10.0.0.1:5000":{}},"credsStore":"desktop"}"#,
            #"{"credHelpers":{"10.0.0.1:5000":"desktop"},"auths":{"10.0.0.1:5000":{"auth":"\#(Self.auth)"}}}"#,
        ]
        for json in rows.dropLast() { #expect(try Self.lookup(json) == .helper("desktop", .credsStore), "\(json)") }
        #expect(try Self.lookup(rows[3]) == .helper("desktop", .credHelpers))
        // A credential in the file counts although there is a store.
        let both = #"{"auths":{"10.0.0.1:5000":{"auth":"\#(Self.auth)"}},"credsStore":"desktop"}"#
        #expect(try Self.lookup(both) == .found(key: "10.0.0.1:5000", Self.credential))
    }

    /// Go's reading, case by case, is held by GoDataTests.
    @Test func whatGoRefusesIsRefused() {
        let good = #"{"auths":{"10.0.0.1:5000":{"auth":"\#(Self.auth)"}}"#
        for text in [
            "", "{", "auths: {}", "{}x", "\u{0}", String(repeating: "[", count: 100_000), "\u{FEFF}\(good)}",
            "\(good),}",
            "\(good)}{}", "// login\n\(good)}", good, "[]", "\"x\"", "7", #"{"auths":[]}"#, #"{"auths":"x"}"#,
            #"{"auths":{"10.0.0.1:5000":"\#(Self.auth)"}}"#, #"{"auths":{"other":{"password":1234}}}"#,
            #"{"auths":{"other":[]}}"#, #"{"credsStore":{}}"#, #"{"credHelpers":{"other":1}}"#,
        ] {
            do throws(DockerConfig.ParseError) {
                _ = try DockerConfig(parsing: Array(text.utf8))
                Issue.record("\(text.prefix(80))")
            } catch {
                if case .refused = error { continue }
                Issue.record("\(error)")
            }
        }
        let secret = #"{"kind":"Secret","data":{".dockerconfigjson":"e30="}}"#
        #expect(throws: DockerConfig.ParseError.secret) { try DockerConfig(parsing: Array(secret.utf8)) }
    }

    @Test func whatGoTakesIsTaken() throws {
        let found = DockerConfig.Lookup.found(key: "10.0.0.1:5000", Self.credential)
        let entry = #"{"auth":"\#(Self.auth)"}"#
        for text in [
            #"{"AUTHS":{"10.0.0.1:5000":{"Auth":"\#(Self.auth)"}}}"#,
            "{\"auth\u{17F}\":{\"10.0.0.1:5000\":\(entry)}}",
            #"{"auths":{"10.0.0.1:5000":{"auth":"bm8="}},"auths":{"10.0.0.1:5000":\#(entry)}}"#,
            #"{"auths":{"10.0.0.1:5000":{"auth":"bm8="},"10.0.0.1:5000":\#(entry)}}"#,
            #"{"auths":{"10.0.0.1:5000":\#(entry)},"auths":{"other":{}}}"#,
            #"{"auths":{"10.0.0.1:5000":{"auth":"bm8=","auth":"\#(Self.auth)"}}}"#,
            #"{"auths":{"\u0031\u0030.0.0.1:5000":\#(entry)},"x":[[[{"y":null}]]]}"#,
            #"{"auths":{"10.0.0.1:5000":{"auth":"bm8=","auth":null,"AUTH":"\#(Self.auth)"}}}"#,
        ] {
            #expect(try Self.lookup(text) == found, "\(text)")
        }
        // The second entry is another one, and nothing of the first is left.
        let second = #"{"auths":{"10.0.0.1:5000":\#(entry),"10.0.0.1:5000":{}}}"#
        #expect(try Self.lookup(second) == .unusable(key: "10.0.0.1:5000", .empty))
        for text in ["null", "{}", #"{"auths":null}"#, #"{"auths":{"10.0.0.1:5000":\#(entry)},"auths":null}"#] {
            #expect(try Self.lookup(text) == .none(nearMisses: []), "\(text)")
        }
    }

    @Test func anEntryOutsideOfAuthsIsNamed() throws {
        let miss = DockerConfig.NearMiss(key: "10.0.0.1:5000", reason: .outside)
        for text in [
            #"{"10.0.0.1:5000":{"auth":"\#(Self.auth)","email":"a@b"}}"#,
            #"{"auths":{},"10.0.0.1:5000":{"auth":"\#(Self.auth)"}}"#,
        ] {
            #expect(try Self.lookup(text) == .none(nearMisses: [miss]), "\(text)")
        }
    }

    @Test func entriesThatSpoilTheFileAreNamed() throws {
        let text = #"""
            {"auths":{"a":{"auth":"cHVsbGVy"},"b":{"auth":"\#(Self.auth)"},"c":{},"d":{"auth":"x:y"},
             "e":{"auth":"cHVsbGVyOnM6ZWNyZXQ"}}}
            """#
        #expect(try DockerConfig(parsing: Array(text.utf8)).brokenKeys == ["a", "d"])
    }
}
