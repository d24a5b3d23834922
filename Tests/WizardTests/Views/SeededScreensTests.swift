import Diagnosis
import MirrorCore
import TestSupport
import Testing
import Texts
import Wizard

/// A login in an address that is typed into any field, or comes out of a file, a registry or a draft, stands on no screen.
@Suite struct SeededScreensTests {
    private static let addresses = [
        "https://u:SEEDSECRET@h:5000", "ftp://u:SEEDSECRET@h", "https://u:SEEDSECRET/@x", "u:SEEDSECRET@h",
        "https://SEEDSECRET@h", "https://u:a bSEEDSECRET@h", "https://u:p?SEEDSECRET@h/v2/ns",
        "//u:SEEDSECRET@h:1/x.crt",
        "https://u:SEEDSECRET@a-very-long-name-of-a-registry.that.does.not.fit.into.any.field.of.eighty.columns.test:5000",
    ]

    private func expectClean(_ walk: Walk, _ place: String) {
        let text = walk.frame.text
        // Lines may be cut anywhere.
        let joined = text.filter { !$0.isWhitespace && !"│┃".contains($0) }
        #expect(!text.contains("SEEDSECRET") && !joined.contains("SEEDSECRET"), "\(place)\n\(text)")
    }

    /// Every step, its preview, help, the command that does the same, and what is asked before something is wrong.
    private func look(_ walk: Walk, _ address: String) {
        // A width and a language for each address, and a look aside for each step, in turn.
        let turn = Self.addresses.firstIndex(of: address) ?? 0
        let asides: [[Key]] = [[.function(2)], [.function(2), .function(2)], [.function(4)], [.control("c")]]
        var walk = walk
        walk.speak(Catalogue.all[turn % Catalogue.all.count])
        let size = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)][turn % 3]
        walk.send(.resized(size))
        for (index, step) in Steps.all.enumerated() {
            walk.go(to: step.id)
            expectClean(walk, "\(address) \(step.id)")
            let keys = asides[(turn + index) % asides.count]
            var aside = walk
            for key in keys { aside.press(key) }
            expectClean(aside, "\(address) \(step.id) \(keys)")
        }
    }

    private func answers(_ address: String) -> Answers {
        var answers = Answers()
        var draft = MirrorDraft()
        draft.endpoint = address
        draft.mirrorNamespace = address
        draft.hosts = [address, "docker.io"]
        draft.caCertPath = address
        draft.pullCredentialConfigPath = address
        draft.caCertSecret = address
        draft.pullCredentialSecret = address
        answers.mirrors = [draft]
        answers.newHeaderPath = address
        answers.probeImage = address
        answers.push.source = address
        answers.push.signature = address
        answers.push.publicKey = address
        answers.push.registry = address
        answers.push.caCertPath = address
        answers.push.dockerConfigPath = address
        answers.push.username = address
        answers.push.threads = address
        answers.push.limitRate = address
        return answers
    }

    @Test(arguments: addresses) func answersOfADraft(address: String) throws {
        look(Walk(answers: answers(address)), address)
        var suggested = Walk(suggestions: answers(address))
        suggested.go(to: .mirror)
        look(suggested, address)
        var opened = Walk(answers: answers(address))
        opened.go(to: .cluster)
        try opened.open("admin1.yaml", Samples.admin)
        look(opened, address)
    }

    /// The field itself shows as many characters, and not those.
    @Test(arguments: addresses) func eachFieldWhileItIsTyped(address: String) {
        for step in Steps.all {
            var walk = Walk()
            walk.go(to: step.id)
            for index in walk.state.currentStep.fields(walk.state).indices {
                var field = walk
                for _ in 0..<index { field.press(.tab) }
                guard field.state.currentField?.binding != nil else { continue }
                field.press(.paste(address))
                expectClean(field, "\(address) \(step.id) \(index)")
                field.press(.left, .enter)
                expectClean(field, "\(address) \(step.id) \(index) taken")
            }
        }
    }

    /// What a file says and what a registry answers.
    @Test func whatOthersSay() throws {
        for address in Self.addresses where !address.contains(" ") {
            var walk = Walk()
            let list =
                "registryMirrors:\n- endpoint: \(address)\n  caCertPath: \(address)\n  hosts: [\(address)]\n---\n"
            try walk.open("admin1.yaml", list + Samples.admin)
            look(walk, address)
            var probed = Walk()
            probed.go(to: .mirror)
            probed.type("https://172.18.0.20:5000")
            probed.probe { plan in
                var report = Samples.unknownCA(plan)
                report.failure = .other("parse \"\(address)\": invalid port")
                report.ping = HTTPFacts(url: address, status: 302, location: address)
                return report
            }
            look(probed, address)
        }
    }
}
