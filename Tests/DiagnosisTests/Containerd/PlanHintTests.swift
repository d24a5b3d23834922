import Testing

@testable import Diagnosis

/// Hints about a pull that works otherwise than its settings look.
@Suite struct PlanHintTests {
    private func findings(_ hosts: String, _ more: [String: String] = [:]) throws -> [Finding] {
        let files = more.merging([DeadSettingTests.certsD + "docker.io/hosts.toml": hosts]) { $1 }
        return try DeadSettingTests.explain("1.7.34", DeadSettingTests.folders, files, image: "nginx").findings
    }

    @Test(arguments: ["https://docker.io", "https://hub.docker.com", "https://www.docker.com", "https://docker.io:443"])
    func aWebSiteIsNoRegistry(_ url: String) throws {
        let mirror = "[host.\"https://m\"]\n"
        #expect(try findings("server = \"\(url)\"\n" + mirror).map(\.code) == ["MIR0731"])
        #expect(
            try findings("server = \"https://registry-1.docker.io\"\n[host.\"\(url)\"]\n").map(\.code).contains(
                "MIR0731"
            )
        )
        let legacy = DeadSettingTests.mirrors.replacing("gcr.io", with: "docker.io")
            .replacing("https://10.0.0.5:5000", with: url)
        let codes = try DeadSettingTests.explain("1.7.34", legacy, image: "nginx").findings.map(\.code)
        #expect(codes.contains("MIR0731"))
        #expect(try findings("server = \"https://registry-1.docker.io\"\n" + mirror).isEmpty)
    }

    @Test func aPathThatMayBeAProjectIsShownInBothForms() throws {
        let found = try findings("server = \"https://registry-1.docker.io\"\n[host.\"https://m/proxy\"]\n")
        #expect(found.map(\.code) == ["MIR0732"])
        #expect(found[0].severity == .info && found[0].arguments["fixed"] == "https://m/v2/proxy")
        #expect(found[0].arguments["asked"] == "https://m/proxy/v2")
        for good in ["https://m", "https://m/v2"] {
            #expect(try findings("server = \"https://registry-1.docker.io\"\n[host.\"\(good)\"]\n").isEmpty)
        }
        let whole = "[host.\"https://m/v2/proxy\"]\noverride_path = true\n"
        #expect(try findings("server = \"https://registry-1.docker.io\"\n" + whole).isEmpty)
    }

    @Test func twoFilesAreNoPair() throws {
        let pair = "server = \"https://registry-1.docker.io\"\n[host.\"https://m\"]\nclient = "
        let files = [
            "/c.pem": "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
            "/k.pem": "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
        ]
        let found = try findings(pair + "[\"/c.pem\", \"/k.pem\"]\n", files)
        #expect(found.map(\.code) == ["MIR0730"])
        #expect(found[0].arguments["fixed"] == "client = [[\"/c.pem\", \"/k.pem\"]]")
        // containerd reads the first and finds no key in it, before it misses the second.
        let keyless = try findings(pair + "[\"/c.pem\", \"/k.pem\"]\n", files.filter { $0.key == "/c.pem" })
        #expect(keyless.map(\.code) == ["MIR0730"])
        // It misses the first; with it in place the list would still be none that works.
        let bare = try findings(pair + "[\"/c.pem\", \"/k.pem\"]\n", files.filter { $0.key == "/k.pem" })
        #expect(Set(bare.map(\.code)) == ["MIR0704", "MIR0730"])
        #expect(bare.first { $0.code == "MIR0704" }?.arguments["text"]?.contains("/c.pem") == true)
        // Nothing shows that the two are no files that hold both.
        #expect(try findings(pair + "[\"/c.pem\", \"/k.pem\"]\n").map(\.code) == ["MIR0704"])
    }

    /// An entry whose only endpoint is the registry itself lacks no host.
    @Test func settingsForTheRegistryItselfAreNoReasonToAddIt() throws {
        let own = DeadSettingTests.mirrors.replacing("10.0.0.5:5000", with: "gcr.io")
        let finding = try DeadSettingTests.explain("1.7.34", own).findings.first { $0.code == "MIR0711" }
        #expect(finding?.parts["next"]?.key == "dead.advice.itself")
        let none = try DeadSettingTests.explain("1.7.34", DeadSettingTests.mirrors, image: "quay.io/a").findings
        #expect(none.map { $0.nextStep.key } == ["MIR0711.next"])
    }
}
