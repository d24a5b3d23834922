import GoData
import Testing

/// Go itself says which documents it takes, what it reads in them, and in which words it refuses the others.
@Suite(.enabled(if: GoOracle.isHere, "not run: Tests/setup has to fetch golang-1.24 of trixie"))
struct JSONOracleTests {
    private static var documents: [[UInt8]] {
        JSONSamples.texts.map { Array($0.utf8) } + JSONSamples.raw
            + JSONSamples.mutations(of: JSONSamples.configs + ["[1.5e3,true,null,\"a\\u00e9\\n\"]"], count: 3_000)
    }

    @Test func documentsAreReadAsGoReadsThem() throws {
        let documents = Self.documents
        let answers = try GoOracle.answers(documents, mode: "value")
        #expect(answers.count == documents.count)
        #expect(answers.count { $0.hasPrefix("error") } > 1_000)
        for (document, answer) in zip(documents, answers) {
            #expect(Self.read(document, isStream: false) == answer, "\(String(decoding: document, as: UTF8.self))")
        }
    }

    /// `json.Decoder` leaves what follows the first value alone.
    @Test func streamsEndWithTheirFirstValue() throws {
        let documents = Self.documents
        let answers = try GoOracle.answers(documents, mode: "stream")
        for (document, answer) in zip(documents, answers) {
            let isRefused = Self.read(document, isStream: true).hasPrefix("error")
            #expect(isRefused == answer.hasPrefix("error"), "\(String(decoding: document, as: UTF8.self))")
            if !isRefused { #expect(Self.read(document, isStream: true) == answer) }
        }
    }

    @Test func deepDocumentsAreRefusedWhereGoRefusesThem() throws {
        let answers = try GoOracle.answers(JSONSamples.deep, mode: "value")
        for (document, answer) in zip(JSONSamples.deep, answers) {
            if answer.hasPrefix("error") {
                #expect(Self.read(document, isStream: false) == answer)
            } else {
                #expect(JSONValue(parsing: document) != nil)
            }
        }
        #expect(answers.map { $0.hasPrefix("error") } == [false, false, true, true])
    }

    @Test func typesAndFieldNamesAreGos() throws {
        let entry = JSONShape.object([
            "auth": .string, "username": .string, "password": .string, "email": .string, "identitytoken": .string,
        ])
        let shape = JSONShape.object([
            "auths": .map(entry), "credsStore": .string, "credHelpers": .map(.string),
        ])
        let documents =
            JSONSamples.configs.map { Array($0.utf8) } + JSONSamples.mutations(of: JSONSamples.configs, count: 2_000)
        let answers = try GoOracle.answers(documents, mode: "config")
        for (document, answer) in zip(documents, answers) {
            #expect(Self.config(document, shape) == answer, "\(String(decoding: document, as: UTF8.self))")
        }
    }

    // MARK: The same words as the Go program's

    private static func read(_ bytes: [UInt8], isStream: Bool) -> String {
        do throws(JSONError) { return text(try JSONText.value(bytes, isStream: isStream)) } catch {
            return "error \(error.text)"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .object:
            let members = (value.members ?? [:]).map { (hex($0.key), text($0.value)) }.sorted { $0.0 < $1.0 }
            return "{" + members.map { "\($0.0):\($0.1)" }.joined(separator: ",") + "}"
        case .array(let elements): return "[" + elements.map(text).joined(separator: ",") + "]"
        case .string(let string): return "s" + hex(string)
        case .number(let number): return "n" + number
        case .bool(let bool): return "\(bool)"
        case .null: return "<nil>"
        case .tooDeep: return "…"
        }
    }

    private static func config(_ bytes: [UInt8], _ shape: JSONShape) -> String {
        do throws(JSONError) {
            let root = try shape.read(bytes)
            var lines: [String] = []
            for (key, entry) in root["auths"]?.members ?? [:] {
                for name in ["auth", "username", "password"] {
                    guard let value = entry[name]?.string, !value.isEmpty else { continue }
                    lines.append("\(hex(key)) \(name)=\(hex(value))")
                }
            }
            for (key, helper) in root["credHelpers"]?.members ?? [:] {
                lines.append("\(hex(key)) helper=\(hex(helper.string ?? ""))")
            }
            return "store=\(hex(root["credsStore"]?.string ?? "")) " + lines.sorted().joined(separator: ";")
        } catch {
            let text = error.text.firstRange(of: " into ").map { String(error.text[..<$0.lowerBound]) }
            return "error " + (text ?? error.text)
        }
    }

    private static func hex(_ text: String) -> String {
        text.utf8.map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
    }
}
