import MirrorCore
import Testing
import Texts

@Suite struct ValidationTests {
    /// Endpoint as typed → issue id and, where there is one, the text to type instead.
    static let badEndpoints: [(typed: String, id: String, fixed: String?)] = [
        ("", "endpoint.empty", nil),
        ("172.18.0.20:5000", "endpoint.noScheme", "https://172.18.0.20:5000"),
        ("172.18.0.20:5000/mirror/", "endpoint.noScheme", "https://172.18.0.20:5000/v2/mirror"),
        ("HTTPS://h:5000/v2/a/", "endpoint.scheme", "https://h:5000/v2/a"),
        ("ftp://h:5000", "endpoint.scheme", "https://h:5000"),
        ("HTTPS://h:5000", "endpoint.scheme", "https://h:5000"),
        ("https://", "endpoint.noHost", nil),
        ("https://h h", "endpoint.whitespace", nil),
        ("  ", "endpoint.empty", nil),
        (" https://h:5000 ", "endpoint.blanks", "https://h:5000"),
        ("\t172.18.0.20:5000/mirror/ ", "endpoint.blanks", "https://172.18.0.20:5000/v2/mirror"),
        ("https://<REGISTRY_IP>:5000", "endpoint.placeholder", nil),
        ("https://$MIRROR", "endpoint.placeholder", nil),
        ("https://u:hunter2@h:5000", "endpoint.credentials", nil),
        ("https://172.18.0.256:5000", "endpoint.host", nil),
        ("https://fd00::20", "endpoint.ipv6Brackets", "https://[fd00::20]:5000"),
        ("https://fd00::20/v2/a", "endpoint.ipv6Brackets", "https://[fd00::20]:5000/v2/a"),
        ("https://fd00::20:5000/v2/a/", "endpoint.ipv6Brackets", "https://[fd00::20]:5000/v2/a"),
        ("https://a:b:c", "endpoint.host", nil),
        ("https://[fd00:::1]", "endpoint.host", nil),
        ("https://h:70000", "endpoint.port", nil),
        ("https://h:PORT", "endpoint.port", nil),
        ("https://h:", "endpoint.noPort", nil),
        ("https://h:5000/", "endpoint.trailingSlash", "https://h:5000"),
        ("https://h:5000/mirror", "endpoint.noV2", "https://h:5000/v2/mirror"),
        ("https://h:5000/mirror/v2", "endpoint.noV2", "https://h:5000/v2/mirror"),
        ("https://h:5000/v2", "endpoint.bareV2", "https://h:5000"),
        ("https://h:5000/v2/", "endpoint.bareV2", "https://h:5000"),
        ("https://h:5000/v2/a/v2", "endpoint.doubledV2", "https://h:5000/v2/a"),
        ("https://h:5000/v2/a/", "endpoint.trailingSlash", "https://h:5000/v2/a"),
        ("https://h:5000//v2/a", "endpoint.trailingSlash", "https://h:5000/v2/a"),
        ("https://h:5000/v2/A", "namespace.upperCase", "https://h:5000/v2/a"),
        (" https://h:5000/v2/a ", "endpoint.blanks", "https://h:5000/v2/a"),
        ("https://::1:22503", "endpoint.ipv6Port", "https://[::1]:22503"),
        // What is wrong behind it comes first, where nobody can say what to type.
        ("172.18.0.20:70000", "endpoint.port", nil), ("h/v2/Ä", "namespace.characters", nil),
        ("https://h:5000?x=1", "endpoint.query", "https://h:5000"),
    ]

    @Test func everyBadEndpointIsNamedWithWhatToType() {
        for (typed, id, fixed) in Self.badEndpoints {
            let issues = validate([MirrorDraft(endpoint: typed)], for: .header).issues
            #expect(issues.map(\.id) == [id], "\(typed)")
            #expect(issues.first?.arguments["fixed"] == fixed, "\(typed)")
        }
    }

    @Test func whatAFixSaysToTypeIsAccepted() {
        for (_, id, fixed) in Self.badEndpoints {
            guard let fixed, id.hasPrefix("endpoint.") else { continue }
            #expect(validate([MirrorDraft(endpoint: fixed)], for: .header).issues.isEmpty, "\(fixed)")
        }
    }

    @Test func goodEndpoints() throws {
        let table: [(String, MirrorEndpoint)] = [
            ("https://172.18.0.20:5000", MirrorEndpoint(scheme: .https, host: "172.18.0.20", port: 5000)),
            ("http://reg.lab", MirrorEndpoint(scheme: .http, host: "reg.lab")),
            (
                "https://[fd00::20]:443/v2/a/b",
                MirrorEndpoint(scheme: .https, host: "[fd00::20]", port: 443, mirrorNamespace: "a/b")
            ),
        ]
        for (typed, endpoint) in table {
            let mirrors = try #require(validate([MirrorDraft(endpoint: typed)], for: .header).mirrors)
            #expect(mirrors.map(\.endpoint) == [endpoint])
            #expect(mirrors[0].endpoint.url == typed)
        }
    }

    @Test func aPasswordInTheEndpointIsNotRepeated() {
        let issues = validate([MirrorDraft(endpoint: "https://u:hunter2@h:5000")], for: .header).issues
        #expect(!issues.isEmpty)
        for issue in issues {
            #expect(!Catalogue.english(issue.problem).contains("hunter2"))
            #expect(!Catalogue.english(issue.fix).contains("hunter2"))
        }
    }

    @Test func allIssuesOfAllMirrorsComeAtOnce() {
        let drafts = [
            MirrorDraft(
                endpoint: "h:5000",
                mirrorNamespace: "/x/",
                hosts: ["https://quay.io/v2", "a b"],
                caCertPath: "~/ca.crt",
                pullCredentialConfigPath: "$HOME/config.json"
            ),
            MirrorDraft(endpoint: ""),
        ]
        let issues = validate(drafts, for: .header).issues
        #expect(
            issues.map { "\($0.mirror) \($0.field.rawValue) \($0.id)" } == [
                "0 mirrorNamespace namespace.slashes", "0 endpoint endpoint.noScheme", "0 hosts host.urlOrPath",
                "0 hosts host.name", "0 caCertPath path.notExpanded", "0 pullCredentialConfigPath path.notExpanded",
                "1 endpoint endpoint.empty",
            ]
        )
    }

    @Test func namespaceMayStandInEndpointOrInItsOwnField() throws {
        for draft in [
            MirrorDraft(endpoint: "https://h:5000/v2/a"), MirrorDraft(endpoint: "https://h:5000", mirrorNamespace: "a"),
            MirrorDraft(endpoint: "https://h:5000/v2/a", mirrorNamespace: "a"),
        ] {
            #expect(validate([draft], for: .header).mirrors?.first?.endpoint.url == "https://h:5000/v2/a")
        }
        let conflict = MirrorDraft(endpoint: "https://h:5000/v2/a", mirrorNamespace: "b")
        #expect(validate([conflict], for: .header).issues.map(\.id) == ["namespace.conflict"])
    }

    @Test func onlyTheFieldsOfThePlaceCount() {
        let draft = MirrorDraft(endpoint: "https://h", caCertPath: "~/x", caCertSecret: "bad name")
        #expect(validate([draft], for: .header).issues.map(\.field) == [.caCertPath])
        #expect(validate([draft], for: .spec).issues.map(\.field) == [.caCertSecret])
    }

    @Test func everyIssueHasItsTexts() {
        let ids = Set(Catalogue.english.keys.filter { $0.hasPrefix("issue.") && !$0.hasSuffix(".fix") })
        #expect(ids.count > 30)
        for id in ids { #expect(Catalogue.english.keys.contains("\(id).fix"), "\(id)") }
        for (_, id, _) in Self.badEndpoints { #expect(ids.contains("issue.\(id)"), "\(id)") }
    }
}
