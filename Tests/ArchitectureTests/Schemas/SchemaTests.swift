import Foundation
import TestSupport
import Testing

/// docs/schema: one schema for each command, held to the types that are printed; `RECORD=1` writes them anew.
@Suite struct SchemaTests {
    /// What each command prints as one object, and as lines where it has events.
    private static let printed: [String: [String]] = [
        "adopt": ["ChangeJSON"], "apply": ["ChangeJSON", "UndoJSON"], "audit": ["AuditJSON"],
        "canary": ["CanaryJSON", "NodeJSON"], "convert": ["ConvertJSON"], "diff": ["ChangeJSON"],
        "doctor": ["DoctorJSON"], "explain": ["ExplainJSON"], "node": ["NodeJSON"], "node.events": ["NodeEventJSON"],
        "probe": ["ProbeJSON", "ProbeListJSON"], "push-attach": ["PushAttachJSON"],
        "push-images": ["PushSummaryJSON", "PackageList"],
        "push-images.events": ["PushEventJSON", "PushSummaryJSON", "PackageList"], "ready": ["ReadyJSON"],
        "releases": ["ReleasesJSON"], "render": ["RenderJSON"], "repair": ["RepairJSON"], "themes": ["ThemesJSON"],
        "version": ["VersionJSON"], "why": ["WhyJSON", "WhyListJSON", "TraceJSON", "NodeJSON"],
    ]

    @Test func theSchemasAreWhatTheTypesSay() throws {
        let writer = SchemaWriter(types: try EncodedTypes())
        for (name, roots) in Self.printed {
            let command = name.replacing("push-", with: "push ").replacing(".events", with: "")
            let title = "mirrorctl \(command) --output \(name.hasSuffix(".events") ? "jsonl, each line" : "json")"
            expectGolden(try writer.schema(title, roots), "../docs/schema/\(name).json")
        }
        let there = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/docs/schema")
        #expect(Set(there) == Set(Self.printed.keys.map { $0 + ".json" }))
    }

    /// Whatever goes to standard output as JSON is of a type that a schema is made of.
    @Test func everyPrintedTypeHasASchema() throws {
        let all = Set(Self.printed.values.joined())
        var seen: Set<String> = []
        for file in try ImportTests.swiftFiles(below: "Sources/mirrorctl") {
            let text = try ImportTests.lines(file).joined(separator: "\n")
            for match in text.matches(of: #/(?:\.print|\.printLine|JSONDocument|\.event)\((?:nodes: )?(\w+JSON)\(/#) {
                #expect(all.contains(String(match.1)), "\(file): \(match.1)")
                seen.insert(String(match.1))
            }
            // Synthesized, so that the declarations say all; save what is not ours.
            let isOther = ["JSONDocument.swift", "SARIFReport.swift"].contains { file.hasSuffix($0) }
            #expect(isOther || !text.contains("func encode(to") && !text.contains("enum CodingKeys"), "\(file)")
        }
        #expect(seen.count > 15)
    }
}
