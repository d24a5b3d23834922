import Foundation
import MirrorCore
import TestSupport
import Testing

@testable import mirrorctl

@Suite struct VersionCommandTests {
    @Test func whatItIsAndWhatItKnows() throws {
        #expect(try Tool.run(Tool.mirrorctl, ["--version"]).output == ProgramVersion.line + "\n")
        let text = try Tool.run(Tool.mirrorctl, ["version"])
        #expect(text.status == 0 && text.output.hasPrefix(ProgramVersion.line))
        #expect(text.output.contains(ReleaseTable.current.readOn))
        let json = try Tool.run(Tool.mirrorctl, ["version", "--output", "json"])
        let object = try #require(try JSONSerialization.jsonObject(with: json.data) as? [String: Any])
        #expect(object["version"] as? String == ProgramVersion.number)
        let libraries = try #require(object["libraries"] as? [[String: String]])
        let names = ["ncurses", "libyaml", "libcurl", "OpenSSL", "liblzma", "libzstd", "zlib"]
        #expect(Set(libraries.compactMap { $0["name"] }) == Set(names))
        for library in libraries { #expect(library["version"]?.first?.isNumber == true, "\(library)") }
    }

    /// The changes are said of the version that the program says it is.
    @Test func theListOfChangesHasIt() throws {
        let changes = try String(contentsOfFile: repositoryRoot + "/CHANGELOG.md", encoding: .utf8)
        #expect(changes.contains("\n## \(ProgramVersion.number)"))
    }
}

@Suite struct DoctorCommandTests {
    private func items(_ environment: [String: String]) throws -> (status: Int32, items: [String: (String, [String])]) {
        let result = try Tool.run(Tool.mirrorctl, ["doctor", "--output", "json"], environment: environment)
        let object = try #require(try JSONSerialization.jsonObject(with: result.data) as? [String: Any])
        let list = try #require(object["items"] as? [[String: Any]])
        let pairs = list.map { item in
            (item["topic"] as? String ?? "", (item["state"] as? String ?? "", item["seen"] as? [String] ?? []))
        }
        return (result.status, Dictionary(uniqueKeysWithValues: pairs))
    }

    @Test func programsAreLookedForOnPATH() throws {
        let folder = try TemporaryFolder()
        let ssh = try folder.write("ssh", "#!/bin/sh\nexit 1\n")
        chmod(ssh, 0o755)
        try folder.write("kubectl", "no program")
        let (status, items) = try items(["PATH": folder.path, "HOME": folder.path, "LANG": "C.UTF-8"])
        #expect(status == 0)
        #expect(items["ssh"]?.0 == "there" && items["ssh"]?.1 == [ssh])
        #expect(items["kubectl"]?.0 == "missing" && items["bmctl"]?.0 == "missing")
        #expect(items["libraries"]?.0 == "there")
    }

    /// Whoever could write there would decide what the next session takes for its own.
    @Test(arguments: [0o700, 0o777, 0o720, 0o755])
    func aFolderForAllIsWrong(mode: Int) throws {
        let folder = try TemporaryFolder()
        let state = folder("mirrorctl")
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: false)
        chmod(state, mode_t(mode))
        let (status, items) = try items(["PATH": "/none", "XDG_STATE_HOME": folder.path, "HOME": folder.path])
        let isWrong = mode & 0o022 != 0
        #expect(items["state"]?.0 == (isWrong ? "wrong" : "there") && status == (isWrong ? 1 : 0))
        #expect(items["state"]?.1 == [state, "0" + String(mode, radix: 8)])
    }

    @Test func noLoginOfAProxyIsShown() throws {
        let environment = ["PATH": "/none", "HOME": "/root", "HTTPS_PROXY": "http://me:SEEDSECRET@10.0.0.1:3128"]
        for arguments in [["doctor"], ["doctor", "--output", "json"]] {
            let result = try Tool.run(Tool.mirrorctl, arguments, environment: environment)
            #expect(result.output.contains("10.0.0.1:3128") && !(result.output + result.errors).contains("SEEDSECRET"))
        }
    }

    /// Every state that an item can have has its words.
    @Test func itSaysWhatAMissingThingIsFor() throws {
        let result = try Tool.run(Tool.mirrorctl, ["doctor"], environment: ["PATH": "/none"])
        #expect(result.status == 1)
        for words in ["node, why --live --node", "Running clusters", "apply --run-bmctl", "a folder of your own"] {
            #expect(result.output.contains(words), "\(words)")
        }
        #expect(!result.output.contains("doctor."))
    }
}
