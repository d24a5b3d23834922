import Foundation
import TestSupport
import Testing

/// A thing that is a file in a folder is also a line in the folder's list.
@Suite struct ListTests {
    @Test func everyStepIsListed() throws {
        try expectListed("Sources/Wizard/Steps", list: "Steps.swift", except: ["WizardStep"])
    }

    @Test func everyRuleIsListed() throws {
        try expectListed("Sources/Diagnosis/Rules", list: "Rules.swift", except: [])
    }

    @Test func everyRuleOfEachKindIsListed() throws {
        try expectListed("Sources/Diagnosis/Node/Rules", list: "../NodeRule.swift", except: ["PodRules"])
        try expectListed("Sources/Diagnosis/Trace/Rules", list: "TraceRules.swift", except: [])
        try expectListed("Sources/Diagnosis/Containerd/Plan/Rules", list: "../PullRule.swift", except: [])
        try expectListed("Sources/Diagnosis/Containerd/Dead/Detectors", list: "../DeadDetector.swift", except: [])
    }

    /// What conforms to `OutputFormat` is in the list, wherever it stands.
    @Test func everyOutputFormatIsListed() throws {
        let list = try String(
            contentsOfFile: repositoryRoot + "/Sources/MirrorCore/Output/OutputFormats.swift",
            encoding: .utf8
        )
        let formats = try ImportTests.swiftFiles(below: "Sources").flatMap { file in
            try ImportTests.lines(file).joined(separator: "\n").matches(of: #/struct (\w+): [^{]*\bOutputFormat\b/#)
                .map { String($0.1) }
        }
        #expect(formats.count >= 4)
        for format in formats { #expect(list.contains("\(format)()"), "\(format)") }
    }

    @Test func everySubcommandIsListed() throws {
        try expectListed("Sources/mirrorctl/Commands", list: "../Mirrorctl.swift", except: [], call: ".self")
    }

    @Test func everyThemeIsListed() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot + "/Themes")
        let themes = names.filter { $0.hasSuffix(".toml") }
        let list = try String(contentsOfFile: repositoryRoot + "/Themes/Themes.swift", encoding: .utf8)
        let package = try String(contentsOfFile: repositoryRoot + "/Package.swift", encoding: .utf8)
        #expect(themes.count >= 4)
        for theme in themes {
            #expect(list.contains("\"\(theme.dropLast(5))\""), "\(theme)")
            #expect(package.contains(theme) || package.contains("Themes/"), "\(theme)")
        }
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
                "Sources/Operations/Change/ClusterConfigFile.swift", "Sources/Operations/Change/UndoRun.swift",
                "Sources/mirrorctl/Options/MirrorListFile.swift",
            ]
        )
    }

    private func filesNaming(_ words: [String], _ folders: String...) throws -> [String] {
        try folders.flatMap { try ImportTests.swiftFiles(below: "Sources/\($0)") }.filter { file in
            try ImportTests.lines(file).contains { line in words.contains { line.contains($0) } }
        }.sorted()
    }

    private func expectListed(
        _ folder: String,
        list: String,
        except: Set<Substring>,
        call: String = "("
    ) throws {
        let listed = try String(contentsOfFile: "\(repositoryRoot)/\(folder)/\(list)", encoding: .utf8)
        let names = try ImportTests.swiftFiles(below: folder).compactMap { $0.split(separator: "/").last?.dropLast(6) }
        let things = names.filter { "\($0).swift" != list && !except.contains($0) }
        #expect(things.count > 5)
        for thing in things { #expect(listed.contains("\(thing)\(call)"), "\(folder)/\(thing)") }
    }
}
