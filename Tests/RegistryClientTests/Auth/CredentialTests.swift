import RegistryClient
import Testing

@Suite struct CredentialTests {
    @Test func nothingPrintsThePassword() throws {
        let credential = Credential(username: "puller", password: "hunter2")
        let bearer = try #require(Authorization(bearer: "hunter2"))
        var dumped = ""
        dump(credential, to: &dumped)
        dump(credential.basic, to: &dumped)
        dump(bearer, to: &dumped)
        let texts = [
            "\(credential)", String(reflecting: credential), "\(credential.basic)",
            String(reflecting: credential.basic),
            "\(bearer)", String(reflecting: bearer), "\([credential])", "\(Optional(bearer) as Any)", dumped,
        ]
        // base64 of puller:hunter2
        for text in texts {
            #expect(!text.contains("hunter2") && !text.contains("cHVsbGVyOmh1bnRlcjI="), "\(text.count)")
        }
    }

    @Test func aTokenIsOneLineOfVisibleCharacters() {
        for token in ["", "a b", "a\r\nX-Evil: 1", "a\u{0}", "é", String(repeating: "a", count: 100_000)] {
            #expect(Authorization(bearer: token) == nil)
        }
        #expect(Authorization(bearer: "eyJ0.e-_~+/=") != nil)
    }
}
