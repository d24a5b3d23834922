import MirrorCore
import Testing

/// The running cluster beside a file: a header's paths stay paths.
@Suite struct LiveComparisonTests {
    private func text(_ running: MirrorDraft) -> String {
        var file = MirrorDraft(endpoint: "https://m:5000", hosts: ["docker.io"])
        (file.caCertPath, file.pullCredentialConfigPath) = ("/root/ca.crt", "/root/config.json")
        let comparison = LiveComparison(running: [running], file: [file], at: .header)
        return String(decoding: comparison.change(path: "x").after, as: UTF8.self)
    }

    @Test func aPathThatTheClusterHasNoSecretForIsNamedAsThePathItIs() {
        let bare = MirrorDraft(endpoint: "https://m:5000", hosts: ["docker.io"])
        let without = text(bare)
        #expect(without.contains("caCertPath: /root/ca.crt") && !without.contains("SecretRef"), "\(without)")
        #expect(without.contains("pullCredentialConfigPath: /root/config.json"))
        var with = bare
        (with.caCertSecret, with.pullCredentialSecret) = ("anthos-creds/ca", "anthos-creds/pull")
        // Where there are Secrets they are taken for those files.
        #expect(!text(with).contains("/root/") && text(with).contains("caCertSecretRef: anthos-creds/ca"))
    }
}
