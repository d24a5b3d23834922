import Diagnosis
import MirrorCore
import Testing
import Texts

@testable import Wizard

/// F5 puts in what is known, and what a refusal says is accepted when it is typed.
@Suite struct MendTests {
    /// What somebody typed into the fields of a mirror.
    static let wrong: [(field: DraftField, texts: [String])] = [
        (
            .endpoint,
            [
                "10.0.0.5:5000", "h", "h/v2/Foo", "oci://h:5000", "HTTPS://h", "https://h:5000/", "https://h/ns",
                "https://h/v2", "https://h/v2/", "https://h/v2/v2/ns", "https://h/v2/ns/", "https://h/?x",
                "https://h/a?b",
                " https://h:5000 ", "\thttps://h/v2/ns", " h:5000", "https://::1:22503", "https://fd00::20",
                "::1:22503",
                "https://h/v2/Foo", "https://h/Foo/", "oci://h/Foo#x", "https://h/v2/ns/V2/v2", " oci://H:5/A/ ",
            ]
        ),
        (.mirrorNamespace, ["v2/ns", "/ns", "ns/", "Foo", "/v2/Foo/", "v2", "/", "a//b", "v2/Ä"]),
        (.hosts, ["https://quay.io", "quay.io/x", "Quay.io", "index.docker.io", "oci://QUAY.io/a"]),
        (.caCertPath, [" /root/ca.crt", "/root/ca.crt "]),
    ]

    private func draft(_ field: DraftField, _ text: String) -> MirrorDraft {
        var draft = MirrorDraft(endpoint: "https://good:5000")
        switch field {
        case .endpoint: draft.endpoint = text
        case .mirrorNamespace: draft.mirrorNamespace = text
        case .hosts: draft.hosts = ["docker.io", text]
        default: draft.caCertPath = text
        }
        return draft
    }

    @Test func whatARefusalSaysIsAcceptedWhenF5PutsItIn() throws {
        var said: Set<String> = []
        for (field, texts) in Self.wrong {
            for text in texts {
                var walk = Walk()
                try walk.open("a.yaml", Samples.admin)
                var answers = walk.state.answers
                answers.mirrors = [draft(field, text)]
                var state = WizardState(size: walk.state.size, answers: answers)
                state.step = .mirror
                guard let issue = state.issuesOfCurrentMirror.first else {
                    Issue.record("\(text) is accepted")
                    continue
                }
                said.insert(issue.id)
                guard let remedy = issue.remedy else { continue }
                if !remedy.isEmpty { #expect(Catalogue.english(issue.fix).contains(remedy), "\(text)") }
                _ = reduce(&state, .key(.function(5)))
                #expect(state.validated.issues == [], "\(text.debugDescription): \(state.mirror)")
                _ = reduce(&state, .key(.control("z")))
                #expect(state.answers == answers, "\(text.debugDescription) does not come back")
            }
        }
        // Every refusal that says what to type has been tried.
        for key in Catalogue.english.keys where key.hasPrefix("issue.") && key.hasSuffix(".fix") {
            let text = Catalogue.english(key)
            guard text.wholeMatch(of: #/Type \{\w+\}/#) != nil else { continue }
            #expect(said.contains(String(key.dropFirst(6).dropLast(4))), "\(key)")
        }
    }

    /// Examples are to be typed, too.
    @Test(arguments: [
        (DraftField.endpoint, "endpoint.empty", "https://172.18.0.20:5000"),
        (.endpoint, "endpoint.whitespace", "https://172.18.0.20:5000"),
        (.endpoint, "endpoint.placeholder", "https://172.18.0.20:5000"),
        (.endpoint, "endpoint.noHost", "https://172.18.0.20:5000"),
        (.mirrorNamespace, "namespace.characters", "team/mirror"), (.hosts, "host.empty", "docker.io"),
        (.hosts, "host.name", "quay.io"), (.hosts, "host.name", "registry.example:5000"),
    ])
    func examplesAreAccepted(field: DraftField, id: String, example: String) {
        #expect(Catalogue.english("issue.\(id).fix").contains(example))
        var draft = draft(field, example)
        if field == .hosts { draft.hosts = [example] }
        #expect(validate([draft], for: .header).issues == [])
    }

    /// The one file with certificates where the CA's is not; of several none is guessed.
    @Test func aCAFileThatIsNotThereIsTheOneThatIs() throws {
        var walk = Walk(columns: 80, rows: 40)
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.focus(.caCertPath)
        walk.type("/root/c.crt")
        func found(_ near: [String]) -> @Sendable (ProbePlan) -> ProbeReport {
            { plan in
                var report = Samples.unknownCA(plan)
                report.caFile = .unreadable(.notFound)
                report.caFilesNear = near
                return report
            }
        }
        walk.probe(found(["/root/old-ca.crt", "/root/plant-ca.crt"]))
        #expect(walk.screen.text.contains("/root/old-ca.crt"))
        walk.press(.function(5))
        #expect(walk.state.mirror.caCertPath == "/root/c.crt")
        walk.type("t")
        walk.probe(found(["/root/plant-ca.crt"]))
        walk.press(.function(5))
        #expect(walk.state.mirror.caCertPath == "/root/plant-ca.crt")
    }

    @Test func aFindingThatHoldsTheValue() throws {
        func mended(_ code: String, _ draft: MirrorDraft, _ arguments: [String: String] = [:]) -> MirrorDraft? {
            Finding(code: code, severity: .error, evidence: [], arguments: arguments, field: .endpoint).mended(draft)
        }
        let draft = MirrorDraft(endpoint: "http://h:5000/v2/a")
        #expect(mended("MIR0108", draft)?.endpoint == "https://h:5000/v2/a")
        #expect(mended("MIR0107", MirrorDraft(endpoint: "https://h"))?.endpoint == "http://h")
        #expect(mended("MIR0107", draft) == nil && mended("MIR0201", draft) == nil)
        let elsewhere = mended("MIR0408", draft, ["found": "b/c"])
        #expect(elsewhere?.endpoint == "http://h:5000" && elsewhere?.mirrorNamespace == "b/c")
        #expect(mended("MIR0408", draft, ["found": "–"])?.mirrorNamespace == "")
    }

    @Test func whereNoValueIsKnownItGoesToTheField() throws {
        var walk = Walk()
        walk.go(to: .mirror)
        walk.type("https://172.18.0.20:5000")
        walk.probe(Samples.unknownCA)
        walk.press(.function(5))
        #expect(walk.state.currentField?.id == .caCertPath)
        #expect(walk.state.mirror == MirrorDraft(endpoint: "https://172.18.0.20:5000"))
    }
}
