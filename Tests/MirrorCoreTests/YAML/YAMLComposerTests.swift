import TestSupport
import Testing
import Yams

@testable import MirrorCore

@Suite struct YAMLComposerTests {
    private func root(_ text: String) throws -> YAMLNode { try #require(try readYAML(Array(text.utf8)).first).root }

    private func failure(_ bytes: [UInt8]) -> YAMLError? {
        do throws(YAMLError) {
            _ = try readYAML(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func readsTheCorpusAsYamsDoes() throws {
        for file in try CorpusFile.all() {
            guard file.isYAML else {
                let error = try #require(failure(file.bytes), "\(file.name) was read")
                #expect(error.line > 0 && error.column > 0, "\(file.name)")
                continue
            }
            let documents = try readYAML(file.bytes)
            // Yams refuses a repeated key, PyYAML reads it.
            guard documents.allSatisfy(\.duplicateKeys.isEmpty) else { continue }
            let oracle = Array(try Yams.compose_all(yaml: String(decoding: file.bytes, as: UTF8.self)))
            #expect(documents.count == oracle.count, "\(file.name)")
            for (document, expected) in zip(documents, oracle) {
                #expect(plain(document.root) == plain(expected), "\(file.name)")
            }
        }
    }

    @Test func givesThePlaceOfEveryValueInBytes() throws {
        let text = "é: ü # c\nkey:\r\n  - \"a b\"\n  - {x: 1,\n     y: 'z'}  # c\n\n# end\n"
        let node = try root("\u{FEFF}" + text)
        let bytes = Array(("\u{FEFF}" + text).utf8)
        func source(_ place: YAMLSpan) -> String { String(decoding: bytes[place.range], as: UTF8.self) }
        #expect(source(try #require(node["é"]).place) == "ü")
        let list = try #require(node["key"])
        #expect(source(list.place) == "- \"a b\"\n  - {x: 1,\n     y: 'z'}")
        #expect(list.place.line == 3 && list.place.column == 3)
        #expect(source(try #require(list.items?[1]["y"]).place) == "'z'")
        #expect(node.place.range.upperBound == list.place.range.upperBound)
    }

    @Test func endsAValueAtItsContent() throws {
        let cases = [
            ("a:\n\n# c\n", "a:"), ("a: |\n  x\n\n\n# c\n", "a: |\n  x"), ("a: |+\n  x\n\n", "a: |+\n  x\n"),
            ("a: >-\n  x\n  y\n \n", "a: >-\n  x\n  y"), ("a: &b\n\nc: *b\n# d", "a: &b\n\nc: *b"),
            ("a: # c\n- b\n-\n\n# d", "a: # c\n- b\n-"), ("a: 'x\n\n  y'\n\n...\n", "a: 'x\n\n  y'"),
        ]
        for (text, expected) in cases {
            let node = try root(text)
            #expect(String(decoding: Array(text.utf8)[node.place.range], as: UTF8.self) == expected)
        }
    }

    @Test func findsDocumentMarkers() throws {
        let text = "# c\n%YAML 1.1\n---\na: 1\n...\n---\n---\nb: 2\n"
        let documents = try readYAML(Array(text.utf8))
        #expect(documents.map(\.marker) == [14, 27, 31])
        #expect(documents.map(\.hasDirectives) == [true, false, false])
        #expect(documents.map(\.endMarker) == [23, nil, nil])
        #expect(documents[1].root.isNull)
        #expect(try readYAML([]).isEmpty)
        #expect(try readYAML(Array("# only\n".utf8)).isEmpty)
    }

    @Test func saysWhatIsWrongAndWhere() {
        let cases: [(String, Int, Int, YAMLError.Reason)] = [
            ("a: 1\nb: {{ x }}\n", 2, 5, .keyIsNotText),
            ("a: 1\n%{ for x }\n", 2, 2, .syntax(.directive)),
            ("a: %x\n", 1, 4, .syntax(.badCharacter)),
            ("a: b: c\n", 1, 5, .syntax(.mappingNotAllowed)),
            ("a:\n  b: 1\n c: 2\n", 3, 2, .syntax(.expectedKey)),
            ("a: *x\n", 1, 4, .unknownAlias),
            ("a: &x [*x]\n", 1, 8, .unknownAlias),
            ("a: 1\nü: \u{1}\n", 2, 4, .controlCharacter),
        ]
        for (text, line, column, reason) in cases {
            let error = failure(Array(text.utf8))
            #expect(
                error?.line == line && error?.column == column && error?.reason == reason,
                "\(text): \(error as Any)"
            )
        }
        #expect(failure(Array("a: b: {{ x }}".utf8))?.looksLikeTemplate == true)
        #expect(failure(Array("a: b: c".utf8))?.looksLikeTemplate == false)
        let latin1 = failure(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A])
        #expect(latin1?.reason == .notUTF8 && latin1?.line == 2 && latin1?.column == 4)
        #expect(failure([0xFF, 0xFE, 0x61, 0x00])?.reason == .notUTF8)
    }

    @Test func boundsWhatATextMayAskFor() throws {
        #expect(failure(Array(String(repeating: "[", count: 600).utf8))?.reason == .tooDeep(limit: 100))
        // As deep as is allowed, on a test's small stack: reading, comparing and digesting must not exhaust it.
        let deepest = String(repeating: "{a: [", count: 49) + "{}" + String(repeating: "]}", count: 49)
        #expect(try root(deepest) == root(deepest))
        #expect(try root(deepest).digested == root(deepest).digested)
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            laughs += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(failure(Array(laughs.utf8))?.reason == .tooManyAliases(limit: 100_000))
        var tower = "a0: &a0 [x]\n"
        for level in 1...200 { tower += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(failure(Array(tower.utf8))?.reason == .tooDeep(limit: 100))
        var limits = YAMLLimits()
        limits.bytes = 3
        #expect(throws: YAMLError.self) { try readYAML(Array("a: 1".utf8), limits: limits) }
    }

    @Test func listsRepeatedKeys() throws {
        let documents = try readYAML(Array("a: 1\né: {b: 1}\na: 3\n---\na: 1\n".utf8))
        #expect(documents.map(\.duplicateKeys) == [[YAMLDuplicateKey(line: 3, firstLine: 1)], []])
    }

    @Test func resolvesAliasesAndMarksThem() throws {
        let node = try root("a: &m\n- x: 1\nb: *m\n")
        #expect(node["b"]?.isAlias == true && node["b"]?.anchor == nil)
        #expect(node["a"] == node["b"])
        #expect(node["a"]?.anchor == "m")
    }
}

/// A tree without marks and styles: what both readers must agree on.
indirect enum PlainYAML: Equatable {
    case scalar(String)
    case sequence([PlainYAML])
    case mapping([Pair])

    struct Pair: Equatable {
        let key: String
        let value: PlainYAML
    }
}

func plain(_ node: YAMLNode) -> PlainYAML {
    switch node.content {
    case .scalar(let scalar): .scalar(scalar.text)
    case .sequence(let items): .sequence(items.map(plain))
    case .mapping(let entries): .mapping(entries.map { .init(key: $0.key, value: plain($0.value)) })
    }
}

func plain(_ node: Yams.Node) -> PlainYAML {
    switch node {
    case .scalar(let scalar): .scalar(scalar.string)
    case .sequence(let items): .sequence(items.map(plain))
    case .mapping(let pairs): .mapping(pairs.map { .init(key: $0.key.string ?? "", value: plain($0.value)) })
    case .alias: .scalar("alias")
    }
}
