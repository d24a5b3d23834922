import Foundation
import TestSupport
import Testing

/// A thing that is a file of its own is also a line in its kind's list, and nothing else is.
@Suite struct ListTests {
    /// Whatever conforms to a protocol, wherever it stands.
    struct List: CustomTestStringConvertible, Sendable {
        let kinds: [String]
        /// Where each is named once.
        let file: String
        /// At least so many: a test that finds nothing holds nothing.
        let least: Int
        /// How the list names one.
        var call = "("
        /// Made of values, several in one file.
        var tables: Set<String> = []
        var testDescription: String { kinds[0] }
    }

    static let lists = [
        List(kinds: ["DiagnosisRule"], file: "Diagnosis/Rules/Rules.swift", least: 80),
        List(kinds: ["NodeRule"], file: "Diagnosis/Node/NodeRule.swift", least: 30, tables: ["PodRule"]),
        List(kinds: ["TraceRule"], file: "Diagnosis/Trace/Rules/TraceRules.swift", least: 30),
        List(kinds: ["PullRule"], file: "Diagnosis/Containerd/Plan/PullRule.swift", least: 10),
        List(kinds: ["DeadDetector"], file: "Diagnosis/Containerd/Dead/DeadDetector.swift", least: 5),
        List(kinds: ["OutputFormat"], file: "MirrorCore/Output/OutputFormats.swift", least: 4),
        List(
            kinds: ["WizardStep", "TroubleStep", "PushTrackStep", "UpgradeTrackStep"],
            file: "Wizard/Steps/Steps.swift",
            least: 15
        ),
        List(kinds: ["ParsableCommand"], file: "mirrorctl/Mirrorctl.swift", least: 15, call: ".self"),
    ]

    /// The root, and what hangs below another.
    private static let notListed: Set<String> = ["Mirrorctl", "PushImagesCommand", "PushAttachCommand"]

    @Test(arguments: lists) func eachIsAFileAndALine(list: List) throws {
        let text = try ImportTests.lines("Sources/\(list.file)")
            .filter { !Self.isComment($0) && !$0.contains("defaultSubcommand") }.joined(separator: "\n")
        let kinds = list.kinds.joined(separator: "|")
        let declaration = try Regex(#"^(?:package )?struct (\w+): (?:[\w ,]*\W)?(?:\#(kinds))\b"#)
        var found: [String] = []
        for file in try ImportTests.swiftFiles(below: "Sources") {
            let names = try ImportTests.lines(file).compactMap { line in
                try declaration.prefixMatch(in: line)?.output[1].substring.map(String.init)
            }
            for name in names where !Self.notListed.contains(name) && !list.tables.contains(name) {
                #expect(
                    names == [name] && file.hasSuffix("/\(name).swift"),
                    "\(name) is not a file of its own: \(file)"
                )
                #expect(
                    text.ranges(of: try Regex(#"\b\#(name)\#(list.call == "(" ? #"\("# : #"\.self"#)"#)).count == 1,
                    "\(name)"
                )
                found.append(name)
            }
        }
        #expect(found.count >= list.least)
    }

    private static func isComment(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("//") }

    /// A file below `Themes/files` is embedded as it stands there.
    @Test func everyThemeIsListed() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/Themes/files")
        let list = try ImportTests.lines("Themes/Themes.swift").joined(separator: "\n")
        #expect(names.count >= 4 && names.allSatisfy { $0.hasSuffix(".toml") })
        for theme in names { #expect(list.contains("(\"\(theme.dropLast(5))\", "), "\(theme)") }
    }

    @Test func everyLanguageIsListed() throws {
        let root = repositoryRoot + "/Sources/Texts/languages/"
        let folders = try FileManager.default.contentsOfDirectory(atPath: root)
        let list = try ImportTests.lines("Sources/CTexts/languages.inc")
        #expect(folders.count >= 2)
        for folder in folders {
            #expect(list.contains("#define LANGUAGE \(folder)"), "\(folder)")
            let files = try FileManager.default.contentsOfDirectory(atPath: root + folder)
            let embedded = try ImportTests.lines("Sources/CTexts/language.inc").joined(separator: "\n")
            for file in files { #expect(embedded.contains("/\(file)"), "\(file)") }
        }
    }

    /// A code that a source names is one that `explain` knows, whatever list it is in.
    @Test func everyCodeIsExplained() throws {
        let document = try ImportTests.lines("docs/findings.md").joined(separator: "\n")
        var seen = 0
        for file in try ImportTests.swiftFiles(below: "Sources") {
            for line in try ImportTests.lines(file) where !Self.isComment(line) {
                for match in line.matches(of: #/"(MIR\d{4})"/#) {
                    #expect(document.contains("\(match.1)"), "\(file): \(match.1)")
                    seen += 1
                }
            }
        }
        #expect(seen > 150)
    }

    /// An option that several commands share is declared once.
    @Test func theCAOptionIsDeclaredOnce() throws {
        let declarations = try filesNaming(
            [#"customLong("ca-cert")"#, "var caCert: String?", "var cacert"],
            "mirrorctl"
        )
        #expect(declarations == ["Sources/mirrorctl/Options/CAFileOption.swift"])
    }

    /// Commands and wizard read a cluster config file through `ClusterConfigFile`; a list of mirrors is a file of its own.
    @Test func aClusterConfigFileIsReadInOnePlace() throws {
        let readers = try filesNaming(["ClusterConfig(yaml:", "ClusterConfig(template:"], "mirrorctl", "Operations")
        #expect(
            readers == [
                "Sources/Operations/Change/ClusterConfigFile.swift", "Sources/Operations/Change/MirrorList.swift",
                "Sources/Operations/Change/UndoRun.swift",
            ]
        )
    }

    private func filesNaming(_ words: [String], _ folders: String...) throws -> [String] {
        try folders.flatMap { try ImportTests.swiftFiles(below: "Sources/\($0)") }.filter { file in
            try ImportTests.lines(file).contains { line in words.contains { line.contains($0) } }
        }.sorted()
    }
}
