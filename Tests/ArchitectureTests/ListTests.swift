import Foundation
import TestSupport
import Testing

/// A thing that is a file in a folder is also a line in the folder's list.
@Suite struct ListTests {
    @Test func everyStepIsListed() throws {
        try expectListed("Sources/Wizard/Steps", list: "Steps.swift", except: ["WizardStep"])
    }

    @Test func everyRuleIsListed() throws {
        try expectListed("Sources/MirrorCore/Diagnosis/Rules", list: "Rules.swift", except: [])
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
