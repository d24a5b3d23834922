import Foundation
import TestSupport
import Testing

/// The settings file as commands read it.
@Suite struct SettingsFileTests {
    private func run(
        _ arguments: [String],
        settings: String?,
        themes: [String: String] = [:],
        environment: [String: String] = [:]
    ) throws -> Tool.Result {
        let folder = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/mirrorctl/themes", withIntermediateDirectories: true)
        try settings?.write(toFile: folder + "/mirrorctl/config.toml", atomically: true, encoding: .utf8)
        for (name, text) in themes {
            try text.write(toFile: folder + "/mirrorctl/themes/\(name).toml", atomically: true, encoding: .utf8)
        }
        let all = ["XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        return try Tool.run(Tool.mirrorctl, arguments, environment: all)
    }

    @Test func theLanguageIsThatOfTheFirstWhoSaysOne() throws {
        let words = ["explain", "MIR0201"]
        let japanese = try run(["--lang", "ja"] + words, settings: nil).output
        #expect(try run(words, settings: "language = \"ja\"").output == japanese)
        #expect(
            try run(words, settings: "language = \"ja\"", environment: ["MIRRORCTL_LANGUAGE": "en"]).output != japanese
        )
        #expect(try run(words, settings: nil, environment: ["MIRRORCTL_LANGUAGE": "ja"]).output == japanese)
        #expect(try run(["--lang", "en"] + words, settings: "language = \"ja\"").output != japanese)
    }

    /// Option, environment, file, default: `doctor` says for each who said it.
    @Test func doctorShowsWhoSaidWhat() throws {
        let file = "deadline = 7\nparallel = 3\n[keys]\nundo = \"f9\"\n"
        let environment = ["MIRRORCTL_PARALLEL": "5", "MIRRORCTL_LANGUAGE": "en"]
        let result = try run(["--lang", "en", "doctor", "--output", "json"], settings: file, environment: environment)
        let object = try #require(try JSONSerialization.jsonObject(with: result.data) as? [String: Any])
        let list = try #require(object["settings"] as? [[String: String]])
        let said = Dictionary(
            uniqueKeysWithValues: list.map { ($0["name"] ?? "", [$0["value"], $0["from"], $0["variable"]]) }
        )
        #expect(said["language"] == ["en", "option", nil])
        #expect(said["parallel"] == ["5", "environment", "MIRRORCTL_PARALLEL"])
        #expect(said["deadline"] == ["7", "file", nil] && said["keys.undo"] == ["f9", "file", nil])
        #expect(said["theme"] == ["dark", "default", nil] && said["suppressions"] == [nil, "default", nil])
        let text = try run(["doctor"], settings: file).output
        #expect(text.contains("  parallel = 3  (settings file)\n") && text.contains("  theme = dark  (default)\n"))
    }

    @Test func aMistakeEndsEveryCommand() throws {
        let result = try run(["themes"], settings: "# mine\ntheem = \"dark\"\n")
        #expect(result.status == 65 && result.output.isEmpty)
        #expect(result.errors.contains("config.toml:2:") && result.errors.contains("“theme”"))
        let folder = try run(["themes"], settings: nil, environment: ["MIRRORCTL_PARALLEL": "many"])
        #expect(folder.status == 65 && folder.errors.contains("MIRRORCTL_PARALLEL"))
    }

    @Test func themesOfOnesOwnAreListed() throws {
        let mine = "name = \"mine\"\ninherits = \"dark\"\n"
        let result = try run(["themes"], settings: nil, themes: ["mine": mine, "dark": "not TOML"])
        #expect(result.output.hasPrefix("dark\nlight\n") && result.output.hasSuffix("\nmine\n"))
        #expect(try run(["themes"], settings: nil).output.contains("mine") == false)
    }

    /// Proxies that anybody may choose are none of one's own.
    @Test func aFileThatAnybodyMayWriteIsRefused() throws {
        let folder = NSTemporaryDirectory() + "settings-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/mirrorctl", withIntermediateDirectories: true)
        let file = folder + "/mirrorctl/config.toml"
        try "theme = \"dark\"\n".write(toFile: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
        let result = try Tool.run(Tool.mirrorctl, ["themes"], environment: ["XDG_CONFIG_HOME": folder])
        #expect(result.status != 0 && result.errors.contains(file))
    }

    @Test func aDeadlineIsTheDefault() throws {
        let help = try run(["probe", "--help"], settings: "deadline = 7").output
        #expect(help.contains("(default: 7)"))
    }
}
