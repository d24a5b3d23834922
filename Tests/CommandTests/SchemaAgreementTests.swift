import Foundation
import TestSupport
import Testing

/// The schemas of docs/schema, and our own reader of them, which looks at all that tests get as JSON (`SchemaCheck`).
@Suite struct SchemaAgreementTests {
    /// The real thing judges the schemas, and what our own reader of them says of a text and of one with a field too many.
    @Test func anotherValidatorAgrees() throws {
        let folder = try TemporaryFolder()
        for (name, words) in [
            ("version", ["version"]), ("themes", ["themes"]), ("doctor", ["doctor"]), ("releases", ["releases"]),
            ("explain", ["explain", "MIR0101"]),
            ("render", ["render", "--format", "hosts-toml", "--endpoint", "https://a:1"]),
        ] {
            let result = try Tool.run(Tool.mirrorctl, words + ["--output", "json"])
            try folder.write("\(name).json", result.output)
            var object = try #require(try JSONSerialization.jsonObject(with: result.data) as? [String: Any])
            let schema = try #require(JSONSchema.named(name))
            #expect(schema.trouble(with: object) == nil)
            object["more"] = 1
            #expect(schema.trouble(with: object)?.contains("more") == true)
            object["more"] = nil
            object["schemaVersion"] = nil
            #expect(schema.trouble(with: object)?.contains("schemaVersion") == true)
        }
        let script = """
            import json, pathlib, sys
            from jsonschema import Draft202012Validator as Validator
            schemas, texts = map(pathlib.Path, sys.argv[1:])
            for path in schemas.iterdir():
                Validator.check_schema(json.loads(path.read_text()))
            for path in texts.glob("*.json"):
                validator, text = Validator(json.loads((schemas / path.name).read_text())), json.loads(path.read_text())
                validator.validate(text)
                assert not validator.is_valid({**text, "more": 1}), path
                assert not validator.is_valid({k: v for k, v in text.items() if k != "schemaVersion"}), path
            """
        let judged = try Tool.run("/usr/bin/python3", ["-c", script, repositoryRoot + "/docs/schema", folder.path])
        #expect(judged.status == 0, "\(judged.errors)")
    }
}
