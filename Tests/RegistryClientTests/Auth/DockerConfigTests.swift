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
        let rows: [(String, DockerConfig.Fault)] = [
            ("{}", .empty), (#"{"auth":""}"#, .empty), ("[]", .empty), ("7", .empty),
            (#"{"username":"","password":"x"}"#, .empty), (#"{"username":"x"}"#, .empty),
            (#"{"auth":"puller:secret"}"#, .badBase64), (#"{"auth":"cHVsbGVy"}"#, .badBase64),
            (#"{"auth":"OnNlY3JldA=="}"#, .badBase64), (#"{"auth":"/////w=="}"#, .badBase64),
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

    @Test func whatIsNoConfigIsRefused() {
        for text in ["", "{", "auths: {}", "{}x", "\u{0}", String(repeating: "[", count: 100_000)] {
            #expect(throws: DockerConfig.ParseError.notJSON, "\(text.prefix(9))") {
                try DockerConfig(parsing: Array(text.utf8))
            }
        }
        for text in ["[]", "\"x\"", "7", "null", #"{"auths":[]}"#, #"{"auths":"x"}"#] {
            #expect(throws: DockerConfig.ParseError.noObject, "\(text)") { try DockerConfig(parsing: Array(text.utf8)) }
        }
    }
}
