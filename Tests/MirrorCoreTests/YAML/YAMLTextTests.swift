import TestSupport
import Testing
import Yams

@testable import MirrorCore

@Suite struct YAMLTextTests {
    @Test func leavesUsualValuesPlain() {
        for text in [
            "https://172.18.0.20:5000/v2/test-namespace", "/root/.docker/config.json", "docker.io", "gcr.io",
            "registry.example:5000", "ca-9dd74fd308bac6df562c7a7b220590b5", "bmctl-workspace/.sa-keys/a b.json",
            "https://[fd00::1]:5000", "10.0.0.1:5000", "3rd.registry.io", "9dd74fd3",
        ] {
            #expect(YAMLText.scalar(text) == text)
        }
        for text in ["", "yes", "1.10", "10", "0x1F", "~", "- a", "a: b", "a #b", " a", "é", "12:30", "{x}", "<path>"] {
            #expect(YAMLText.scalar(text) != text)
        }
        #expect(YAMLText.scalar("it's", like: .singleQuoted) == "'it''s'")
        #expect(YAMLText.scalar("a", like: .doubleQuoted) == "\"a\"")
        #expect(YAMLText.scalar("a\nb", like: .singleQuoted) == "\"a\\nb\"")
    }

    @Test func isReadBackByYams() throws {
        var random = SeededGenerator(seed: 7)
        let alphabet: [Unicode.Scalar] = Array(
            "aZ019:/-_.#'\"\\ \t\n{}[],&*!|>%@`=~?<yesnoé日\u{1F600}\u{85}\u{2028}\u{7F}\u{1}\r".unicodeScalars
        )
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
            }
            for style in [YAMLScalar.Style.plain, .singleQuoted, .doubleQuoted] {
                let block = "key: \(YAMLText.scalar(text, like: style)) # c\n"
                let flow = "key: [\(YAMLText.scalar(text, like: style, inFlow: true)), b]\n"
                let node = try Yams.compose(yaml: block)
                #expect(node?["key"]?.string == text, "\(block.debugDescription)")
                #expect(node?["key"]?.tag == Yams.Tag(.str), "\(block.debugDescription)")
                #expect(try Yams.compose(yaml: flow)?["key"]?[0]?.string == text, "\(flow.debugDescription)")
                #expect(try readYAML(Array(block.utf8)).first?.root["key"]?.scalar?.text == text)
            }
        }
    }
}
