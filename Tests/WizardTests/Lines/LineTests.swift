import MirrorCore
import Testing
import Texts

@testable import Wizard

/// The wizard in lines, without its edge: each line goes through the screen's own transitions.
@Suite struct LineTests {
    private struct Talk {
        var state = WizardState(size: Size(columns: 80, rows: 24))
        var said: [String] = []
        var effects: [Effect] = []

        init() { effects = start(&state) }

        mutating func type(_ lines: String...) {
            for line in lines {
                let reply = state.take(line, .english)
                effects += reply.effects
                said += reply.said
                guard reply.isAnswer else { continue }
                let next = state.goOn(.english)
                effects += next.effects
                said += next.said
            }
        }

        var prompt: String { state.lineQuestion(.english).prompt }
    }

    @Test func linesAreWordsOrAnswers() {
        let table: [(String, LineWord.Read)] = [
            (":back", .word(.back)), (":QUIT", .word(.quit)), ("back", .answer("back")), ("", .answer("")),
            ("::back", .answer(":back")), (":", .unknown("")), (":bakc", .unknown("bakc")),
            (" :back", .answer(" :back")),
        ]
        for (line, read) in table { #expect(LineWord.read(line) == read, "\(line)") }
    }

    @Test func theQuestionsAreTheFieldsOfTheForm() {
        var talk = Talk()
        talk.type("", "")
        #expect(talk.state.step == .mirror)
        for (line, id) in [
            ("https://172.18.0.20:5000", FieldID.endpoint), ("team", .mirrorNamespace), ("docker.io, quay.io", .hosts),
            ("/root/ca.crt", .caCertPath), ("", .pullCredentialConfigPath), ("", .probeImage),
        ] {
            #expect(talk.state.currentField?.id == id)
            #expect(talk.prompt.hasPrefix(Catalogue.english("field.\(id).label")))
            talk.type(line)
        }
        #expect(talk.state.step == .mirrors)
        #expect(
            talk.state.answers.mirrors == [
                MirrorDraft(
                    endpoint: "https://172.18.0.20:5000",
                    mirrorNamespace: "team",
                    hosts: ["docker.io", "quay.io"],
                    caCertPath: "/root/ca.crt"
                )
            ]
        )
    }

    @Test func aRefusalKeepsTheQuestionAndAnEmptyLineTheAnswer() {
        var talk = Talk()
        talk.type("", "", "172.18.0.20")
        #expect(talk.state.currentField?.id == .endpoint && talk.said.contains { $0.hasPrefix("  → ") })
        talk.type("https://172.18.0.20", "team", ":back")
        #expect(talk.prompt.hasSuffix("[team]: "))
        talk.type("")
        #expect(talk.state.currentField?.id == .hosts && talk.state.mirror.mirrorNamespace == "team")
        talk.type(":back", ":none")
        #expect(talk.state.currentField?.id == .hosts && talk.state.mirror.mirrorNamespace.isEmpty)
        talk.type(":back", "::odd", ":undo")
        #expect(talk.state.mirror.mirrorNamespace != "::odd")
    }

    /// From the last question back to the first, by the word alone.
    @Test func theWayBackEndsAtTheFirstQuestion() {
        var talk = Talk()
        talk.type("", "", "https://172.18.0.20", "", "", "", "", "")
        #expect(talk.state.step == .mirrors)
        var count = 0
        while talk.state.currentField?.id != .clusterConfig, count < 12 {
            talk.type(":back")
            count += 1
        }
        #expect(talk.state.step == .cluster && count > 1)
    }

    @Test func theListHasItsWords() {
        var talk = Talk()
        talk.type("", "", "https://one", "", "", "", "", "", "add", "https://two", "", "", "", "", "")
        #expect(talk.state.answers.mirrors.map(\.endpoint) == ["https://one", "https://two"])
        talk.type("up 2")
        #expect(talk.state.answers.mirrors.map(\.endpoint) == ["https://two", "https://one"])
        talk.type("remove 1", "remove 7", "what")
        #expect(talk.state.answers.mirrors.map(\.endpoint) == ["https://one"])
        #expect(talk.said.filter { $0 == Catalogue.english("lines.listWords") }.count == 2)
        talk.type("1")
        #expect(talk.state.step == .mirror && talk.state.mirrorIndex == 0)
    }

    /// Whatever a password looks like, it is one; and no question and nothing said holds it.
    @Test func aPasswordIsNoWordAndIsSaidNowhere() {
        var talk = Talk()
        talk.type("", "", "https://172.18.0.20:5000", "", "", "", "/tmp/config.json", ":make", "me")
        #expect(talk.state.lineQuestion(.english).isSecret)
        talk.type(":quit")
        #expect(talk.state.passwordText == ":quit" && talk.state.currentField?.id == .makeLogin)
        talk.type("yes")
        #expect(talk.state.overlay?.page is LoginQuestion)
        let question = talk.state.lineQuestion(.english)
        #expect(!(question.before + [question.prompt] + talk.said).joined().contains(":quit"))
        talk.type("yes")
        #expect(talk.effects.contains { if case .writeLogin = $0 { true } else { false } })
    }
}
