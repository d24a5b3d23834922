import MirrorCore
import Testing
import Texts

/// Secrets in a file are not shown, and a change of one still is.
@Suite struct SecretMaskTests {
    @Test(arguments: [
        ("  url: http://user:s3cret@proxy:3128", "  url: http://••••#1@proxy:3128"),
        ("password: s3cret", "password: ••••#1"),
        ("- password: 's3cret' # note", "- password: ••••#1 # note"),
        ("{\"auths\":{\"h\":{\"auth\":\"czNjcmV0\"}}}", "{\"auths\":{\"h\":{\"auth\":••••#1}}}"),
        ("  a: {password: s3cret, user: me}", "  a: {password: ••••#1, user: me}"),
        ("  .dockerconfigjson: czNjcmV0", "  .dockerconfigjson: ••••#1"),
        ("token: s3cret\r", "token: ••••#1\r"),
    ])
    func isHidden(line: String, shown: String) { #expect(SecretMask.line(line) == shown) }

    @Test(arguments: [
        "- endpoint: https://172.18.0.20:5000/v2/ns", "  pullCredentialConfigPath: /root/.docker/config.json",
        "    name: pull-creds-9dd74fd3", "sshPrivateKeyPath: /root/.ssh/id_rsa", "auth:", "  token: {}",
        "  mail: me@example.org", "  # a@b", "secretRef: x", "  authentication: oidc", "noProxy: a:1,b@c",
    ])
    func staysAsItIs(line: String) { #expect(SecretMask.line(line) == line) }

    private func masked(_ old: String, _ new: String) -> String {
        let diff = UnifiedDiff(old: Array(old.utf8), new: Array(new.utf8))
        return String(decoding: diff.masked.rendered(oldName: "a", newName: "b"), as: UTF8.self)
    }

    @Test func aChangeShows() {
        let text = masked("a: 1\npassword: one\ntoken: one\n", "a: 1\npassword: two\ntoken: one\n")
        #expect(text.contains("-password: ••••#1\n+password: ••••#2\n token: ••••#1\n"))
    }

    @Test func keysOfSeveralLinesAreHiddenWherever() {
        let key = "key: |\n  -----BEGIN RSA PRIVATE KEY-----\n  AAAA\n  BBBB\n  -----END RSA PRIVATE KEY-----\nx: 1\n"
        let text = masked(key, key.replacing("BBBB", with: "CCCC").replacing("x: 1", with: "x: 2"))
        for secret in ["AAAA", "BBBB", "CCCC"] { #expect(!text.contains(secret)) }
        #expect(text.contains("+x: 2"))
        // A hunk that begins in the midst of one.
        let long =
            "  -----BEGIN PRIVATE KEY-----\n" + (1...9).map { "  KEY\($0)\n" }.joined()
            + "  -----END PRIVATE KEY-----\nx: 1\n"
        let tail = masked(long, long.replacing("x: 1", with: "x: 2"))
        #expect(!tail.contains("KEY9"))
        #expect(tail.contains("+x: 2"))
    }

    @Test func blocksBelowASecretsKeyAreHidden() {
        let text = masked("password: |\n  one\nx: 1\n", "password: |\n  two\nx: 1\n")
        #expect(!text.contains("one") && !text.contains("two"))
        #expect(text.contains("-  ••••#1\n+  ••••#2\n"))
    }

    @Test func theListsChangeHidesALoginInAnEndpoint() {
        let old = MirrorDraft(endpoint: "https://me:s3cret@h:5000")
        let new = MirrorDraft(endpoint: "https://h:5000")
        for change in MirrorChange.changes(from: [old], to: [new], at: .header) {
            #expect(!Catalogue.english(change.phrase).contains("s3cret"))
        }
    }
}
