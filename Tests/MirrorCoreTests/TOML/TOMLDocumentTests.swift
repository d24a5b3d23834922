import MirrorCore
import TOML
import TestSupport
import Testing
import Texts

@Suite struct TOMLDocumentTests {
    @Test func readsEveryValidDocument() throws {
        for (document, notation) in validTOML {
            do throws(TOMLError) {
                let found = TOMLNotation.of(try TOMLDocument(document).root)
                #expect(
                    found.unicodeScalars.elementsEqual(notation.unicodeScalars),
                    "\(document.debugDescription): \(found)"
                )
            } catch {
                Issue.record("\(document.debugDescription): \(error)")
            }
        }
    }

    @Test func refusesEveryInvalidDocument() {
        for document in invalidTOML {
            #expect(throws: TOMLError.self, "\(document.debugDescription)") { try TOMLDocument(document) }
        }
        for bytes in invalidUTF8 {
            #expect(throws: TOMLError.self, "\(bytes)") { try TOMLDocument(bytes: bytes) }
        }
    }

    @Test func saysWhereAndWhy() {
        let cases: [(String, Int, Int, String)] = [
            ("a = 1\nb = é\n", 2, 5, "\"é\" is no value; a text needs quotes"),
            ("é = 1", 1, 1, "expected a key, found \"é\""),
            ("a = \"é\" x", 1, 9, "expected the end of the line, found \"x\""),
            ("[a]\n[b]\n[a]", 3, 2, "table [a] is already defined in line 1"),
            ("a = 1\n  a = 2", 2, 3, "\"a\" is already set in line 1"),
            ("a = \"b\nc\"", 1, 7, "the line ends inside a string"),
            ("\n\na = '''b\n\n", 3, 5, "this string is never closed"),
            ("a = [1\n2]", 2, 1, "expected \",\" or \"]\" in the array, found \"2\""),
            ("# \u{1}", 1, 3, "control character U+0001 is not allowed here"),
        ]
        for (document, line, column, text) in cases {
            do throws(TOMLError) {
                _ = try TOMLDocument(document)
                Issue.record("\(document.debugDescription) was read")
            } catch {
                #expect(error.line == line && error.column == column, "\(document.debugDescription): \(error)")
                #expect(Catalogue.english(error.phrase).hasPrefix(text), "\(Catalogue.english(error.phrase))")
            }
        }
    }

    @Test func namesTheEllipsisOfThePage() throws {
        let excerpt = """
            version = 2
            root = "/var/lib/containerd"
            state = "/run/containerd"
            ...
            [plugins."io.containerd.grpc.v1.cri".registry]
              [plugins."io.containerd.grpc.v1.cri".registry.configs]
            ...
            """
        let error = #expect(throws: TOMLError.self) { try TOMLDocument(excerpt) }
        #expect(error?.reason == .ellipsis)
        #expect(error?.line == 4 && error?.column == 1)
    }

    @Test func keepsPositionsAndHeaders() throws {
        let document = try TOMLDocument(
            "# one\n[a]\n  é = 1\n".replacing("é", with: "\"é\"") + "b = [\n 'x', # two\n]\n[c.d]\n[[e]]\n"
        )
        #expect(document.headers.map(\.path) == [["a"], ["c", "d"], ["e"]])
        #expect(document.headers.map(\.isArray) == [false, false, true])
        let a = try #require(document.root["a"]?.table)
        #expect(a.entries[0].position == TOMLPosition(offset: 12, line: 3, column: 3))
        #expect(a.entries[0].valuePosition.column == 9)
        #expect(a["b"]?.elements?.first?.position.line == 5)
        #expect(document.root["c"]?.table?.origin == .implied)
        #expect(document.root.value(at: ["c", "d"])?.table?.origin == .header)
    }

    @Test func dialectsAreOptions() throws {
        let mark = "\u{FEFF}a = 1"
        #expect(throws: TOMLError.self) { try TOMLDocument(mark, dialect: .goTOMLv2) }
        #expect(try TOMLDocument(mark, dialect: .goTOMLv1).root["a"]?.integer == 1)
        let bracket = "[host.\"https://[fd00::1]:5000\"]"
        #expect(throws: TOMLError.self) { try TOMLDocument(bracket, dialect: .goTOMLv1) }
        #expect(try TOMLDocument(bracket, dialect: .goTOMLv2).root["host"]?.table?.entries.count == 1)
    }

    @Test func hostileInputGetsAnAnswer() {
        var random = SeededGenerator(seed: 3)
        let noise = (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(throws: TOMLError.self) { try TOMLDocument(bytes: noise) }
        for text in ["[", "{", "[[", "a.", "a=[", "a={a=", "[a.", "a=[{a=", "\"\\"] {
            #expect(throws: TOMLError.self) { try TOMLDocument(String(repeating: text, count: 200_000)) }
        }
        #expect(throws: TOMLError.self) { try TOMLDocument(bytes: Array(repeating: 0x20, count: 64 << 20)) }
        #expect(throws: TOMLError.self) { try TOMLDocument(String(repeating: "a.", count: 127) + "a.a = 1") }
    }

    @Test func everyPrefixAndEveryChangedByteGetsAnAnswer() throws {
        var random = SeededGenerator(seed: 5)
        let bytes = Array(
            validTOML.filter { !$0.document.hasPrefix("\u{FEFF}") }.map(\.document).joined(separator: "\n").utf8
        )
        for _ in 0..<500 {
            var changed = Array(bytes[..<Int.random(in: 0...bytes.count, using: &random)].suffix(300))
            for _ in 0..<3 where !changed.isEmpty {
                changed[Int.random(in: 0..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(TOMLError) { _ = try TOMLDocument(bytes: changed) } catch { #expect(error.line >= 1) }
        }
    }

    @Test func writesWhatItReads() throws {
        for text in ["", "a", "a b", "\"\\\u{0}\n\t\r\u{7F}é😀", "a.b", "]", "'"] {
            let document = try TOMLDocument("\(TOMLText.bareOrQuotedKey(text)) = \(TOMLText.basicString(text))")
            #expect(document.root[text]?.string == text)
        }
        #expect(
            TOMLText.path(["plugins", "io.containerd.grpc.v1.cri", "registry"])
                == "plugins.\"io.containerd.grpc.v1.cri\".registry"
        )
    }
}
