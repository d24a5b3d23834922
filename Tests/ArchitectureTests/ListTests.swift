import Foundation
import TestSupport
import Testing

/// A thing that is a file in a folder is also a line in the folder's list.
@Suite struct ListTests {
    @Test func everyStepIsListed() throws { try expectListed("Sources/Wizard/Steps", suffix: "Step", list: "Steps.swift") }

    @Test func everyRuleIsListed() throws {
        try expectListed("Sources/MirrorCore/Diagnosis/Rules", suffix: "Rule", list: "Rules.swift")
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

    private func expectListed(_ folder: String, suffix: String, list: String) throws {
        let listed = try String(contentsOfFile: "\(repositoryRoot)/\(folder)/\(list)", encoding: .utf8)
        let files = try ImportTests.swiftFiles(below: folder)
            .compactMap { $0.split(separator: "/").last }.filter { $0.hasSuffix("\(suffix).swift") }
            .map { $0.dropLast(6) }.filter { $0 != "Wizard\(suffix)" && $0 != "Diagnosis\(suffix)" }
        #expect(files.count > 5)
        for file in files { #expect(listed.contains("\(file)("), "\(folder)/\(file)") }
    }
}
