import Foundation
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard

/// The answers file: what is written is read back, and what is wrong has its line and a way out.
@Suite struct AnswersFileTests {
    /// Something else than the default in every answer.
    static let full: Answers = {
        var answers = Answers()
        answers.clusterConfigPath = "bmctl-workspace/a \"b\"/é\\.yaml"
        answers.newHeaderPath = "header.yaml"
        answers.operation = .create
        answers.place = .header
        answers.probeImage = "gcr.io/pause:3.9"
        answers.mirrors = [
            MirrorDraft(
                endpoint: "https://172.18.0.20:5000",
                mirrorNamespace: "a/b",
                hosts: ["docker.io", "quay.io"],
                caCertPath: "/root/the ca.crt",
                pullCredentialConfigPath: "/root/config.json",
                caCertSecret: "ns/ca",
                pullCredentialSecret: "ns/pull"
            ), MirrorDraft(endpoint: "http://second"),
        ]
        answers.push.source = "p.tar"
        answers.push.signature = "p.sig"
        answers.push.publicKey = "key.pem"
        answers.push.registry = "h:5000/ns"
        answers.push.caCertPath = ""
        answers.push.dockerConfigPath = "d.json"
        answers.push.isHTTP = false
        answers.push.username = "me"
        answers.push.isZstd = true
        answers.push.threads = "8"
        answers.push.limitRate = "20M"
        answers.upgrade.target = "1.34"
        answers.upgrade.package = "p"
        answers.upgrade.between = "b"
        answers.upgrade.live = "l"
        answers.upgrade.reports = "r"
        answers.upgrade.within = "30d"
        answers.upgrade.caCertPath = "ca"
        answers.upgrade.dockerConfigPath = "d"
        return answers
    }()

    @Test func whatIsWrittenIsReadBack() throws {
        let file = AnswersFile(Self.full)
        let text = file.text(comments: ["one", "two\nthree"])
        #expect(try AnswersFile(reading: text) == file, "\(text)")
        // Each name once, and the full answers have them all.
        for answer in AnswerNames.all { #expect(answer.value(Self.full) != nil, "\(answer.name)") }
        for answer in AnswerNames.mirror { #expect(answer.value(Self.full.mirrors[0]) != nil, "\(answer.name)") }
        #expect(text.hasPrefix("# one\n# two three\n"))
    }

    @Test func anEmptyListIsAnAnswerAndNoListIsNone() throws {
        var answers = Answers()
        answers.clusterConfigPath = "c.yaml"
        let none = AnswersFile(answers, hasMirrors: false)
        let empty = AnswersFile(answers)
        #expect(try AnswersFile(reading: none.text(comments: [])) == none)
        #expect(try AnswersFile(reading: empty.text(comments: [])) == empty)
        #expect(none != empty)
    }

    @Test func everyMistakeHasItsLineAndAWayOut() throws {
        let table: [(String, Int, String)] = [
            ("clusterConfigpath = \"x\"", 1, "“clusterConfigPath”"), ("\nmirror = []", 2, "“mirrors”"),
            ("[[mirrors]]\nendpiont = \"x\"", 2, "“endpoint”"), ("[push]\nsorce = \"x\"", 2, "“push.source”"),
            ("[pushh]\nsource = \"x\"", 1, "docs/answers.md"), ("xyzzy = 1", 1, "docs/answers.md"),
            ("operation = \"upgrade\"", 1, "\"create\" or \"update\""), ("place = 1", 1, "\"header\" or \"spec\""),
            ("mirrors = 1", 1, "[[mirrors]]"), ("mirrors = [\"https://x\"]", 1, "[[mirrors]]"),
            ("[[mirrors]]\nendpoint = \"x\"\nhosts = \"docker.io\"", 3, "docker.io"),
            ("[[mirrors]]\nhosts = [1]", 2, "list of texts"), ("[push]\nisHTTP = \"yes\"", 2, "true or false"),
            ("probeImage = 1", 1, "text in quotes"), ("a = \n", 1, "value"),
        ]
        for (text, line, words) in table {
            #expect("\(text)") {
                _ = try AnswersFile(reading: text)
            } throws: { error in
                guard let error = error as? AnswersError else { return false }
                let said = Catalogue.english(error.problem) + (error.fix.map { Catalogue.english($0) } ?? "")
                return error.line == line && said.contains(words)
            }
        }
    }

    @Test func whatIsMissingIsNamed() throws {
        func names(_ text: String, _ path: String = "") throws -> [String] {
            try AnswersFile(reading: text).missing(besides: path).map { Catalogue.english($0) }
        }
        #expect(try names("").count == 2)
        #expect(try names("", "c.yaml").allSatisfy { $0.hasPrefix("mirrors") })
        #expect(try names("mirrors = []", "c.yaml") == [])
        #expect(
            try names("newHeaderPath = \"h\"\n[[mirrors]]\nendpoint = \"x\"\n[[mirrors]]") == ["endpoint of mirror 2"]
        )
    }

    /// An address may have been typed with a login: it is in no file.
    @Test func aLoginInAnAddressIsNotWritten() {
        var answers = Answers()
        answers.mirrors = [MirrorDraft(endpoint: "https://me:s3cret@172.18.0.20:5000")]
        let text = AnswersFile(answers).text(comments: [])
        #expect(!text.contains("s3cret") && text.contains("172.18.0.20:5000"), "\(text)")
    }

    @Test func thePageListsEveryAnswer() throws {
        let page = try String(contentsOfFile: repositoryRoot + "/docs/answers.md", encoding: .utf8)
        for name in AnswerNames.all.map(\.name) + AnswerNames.mirror.map(\.name) + LineWord.allCases.map({ ":\($0)" }) {
            #expect(page.contains("`\(name)`"), "\(name)")
        }
    }
}
