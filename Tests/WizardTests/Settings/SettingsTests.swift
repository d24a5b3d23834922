import Foundation
import TestSupport
import Testing
import Texts

@testable import Wizard

/// The settings file, and environment variables of the same names.
@Suite struct SettingsTests {
    @Test func theEnvironmentIsAboveTheFile() throws {
        let file = """
            language = "ja"
            theme = "light"
            deadline = 5
            [proxy]
            https = "http://p:3128"
            [keys]
            undo = "ctrl-u"
            """
        // A key that edits text is none to give away.
        #expect(throws: SettingsError.self) { try Settings(file: file, environment: [:]) }
        let good = file.replacing("ctrl-u", with: "f9")
        let settings = try Settings(file: good, environment: ["MIRRORCTL_THEME": "dark", "MIRRORCTL_KEYS_REDO": "F10"])
        #expect(settings[.language] == "ja" && settings[.theme] == "dark" && settings.number(.deadline) == 5)
        #expect(settings[.proxyHTTPS] == "http://p:3128" && settings[.suppressions] == nil)
        #expect(settings.keymap[.undo] == .function(9) && settings.keymap[.redo] == .function(10))
        let empty = try Settings(file: nil, environment: ["MIRRORCTL_THEME": "", "MIRRORCTL_PARALLEL": "4"])
        #expect(empty[.theme] == nil && empty.number(.parallel) == 4)
    }

    @Test func everyMistakeHasItsPlaceAndAWayOut() throws {
        let table: [(String, Int, String)] = [
            ("theem = \"dark\"", 1, "“theme”"), ("\n[keys]\nundoo = \"f9\"", 3, "“keys.undo”"),
            ("[keys]\nundo = \"return\"", 2, "ctrl-x"), ("deadline = 0", 1, "3600"), ("deadline = \"x\"", 1, "3600"),
            ("theme = 1", 1, "text"), ("language = \"xx\"", 1, "en, ja"), ("theme = x", 1, "x"),
            ("proxy = 1", 1, "docs"),
            ("[keys]\nundo = \"f1\"", 2, "undo and help"), ("[keys]\nundo = \"ctrl-a\"", 2, "fixed meaning"),
            ("[keys]\nundo = \"ctrl-m\"", 2, "ctrl-h"), ("[keys]\nundo = \"f9\"\nredo = \"f9\"", 3, "redo and undo"),
        ]
        for (text, line, words) in table {
            #expect {
                _ = try Settings(file: text, environment: [:])
            } throws: { error in
                guard let error = error as? SettingsError else { return false }
                let said = Catalogue.english(error.problem) + (error.fix.map { Catalogue.english($0) } ?? "")
                return error.place == .line(line) && said.contains(words)
            }
        }
        let error = #expect(throws: SettingsError.self) {
            try Settings(file: nil, environment: ["MIRRORCTL_DEADLINE": "soon"])
        }
        #expect(error?.place == .variable("MIRRORCTL_DEADLINE"))
    }

    /// Two actions may change their keys.
    @Test func keysMayBeSwapped() throws {
        let settings = try Settings(file: "[keys]\nhelp = \"f2\"\npreview = \"f1\"", environment: [:])
        #expect(settings.keymap[.help] == .function(2))
    }

    @Test func everyKeyIsReadAsItIsWritten() {
        for action in ActionID.allCases {
            guard let key = action.keys.first, key != .insert, key != .delete else { continue }
            #expect(Key(named: key.settingName) == key, "\(action)")
        }
        for bad in ["", "ctrl-", "ctrl-i", "ctrl-1", "alt-", "alt-1", "f0", "f13", "f01", "x", "enter"] {
            #expect(Key(named: bad) == nil, "\(bad)")
        }
    }

    /// No usual key of one action is that of another, and none is one that may not be given away.
    @Test func theUsualKeysAreApart() {
        for action in ActionID.allCases {
            var keymap = Keymap()
            for key in action.keys where key != .delete {
                keymap[action] = key
                #expect(keymap.conflict == nil, "\(action): \(key)")
            }
        }
    }

    /// docs/settings.md has a row for each setting and each key, and no other.
    @Test func theDocumentIsTheCode() throws {
        let text = try String(contentsOfFile: repositoryRoot + "/docs/settings.md", encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        let settings = SettingName.allCases.map { ["`\($0.rawValue)`", "`\($0.variable)`"] }
        let keys = ActionID.allCases.map { action in
            let name = "keys.\(action.rawValue)"
            let key = action.keys.first?.settingName ?? ""
            return ["`\(name)`", "`\(SettingName.variable(name))`", "`\(key)`"]
        }
        #expect(rows.filter { !$0[0].hasPrefix("`keys.") }.map { Array($0.prefix(2)) } == settings)
        #expect(rows.filter { $0[0].hasPrefix("`keys.") }.map { Array($0.prefix(3)) } == keys)
        for name in SettingName.allCases {
            guard let range = name.range else { continue }
            #expect(text.contains("\(range.lowerBound) to \(range.upperBound)"), "\(name)")
        }
    }
}
