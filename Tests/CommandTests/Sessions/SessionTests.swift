import Foundation
import MirrorCore
import TestSupport
import Testing
import Texts

@testable import Wizard
@testable import mirrorctl

/// One session, four ways: the screen's own write, its exported answers, its exported script, and the same answers line by
/// line through a pipe. All leave the same bytes.
@Suite struct SessionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// `nil` for a new header.
        var file: String?
        var operation = ClusterOperation.update
        let mirrors: [MirrorDraft]
        var testDescription: String { name }
    }

    /// Nobody listens there: known at once, with or without a network.
    private static let one = MirrorDraft(
        endpoint: "https://127.0.0.1:1",
        mirrorNamespace: "a/b",
        hosts: ["docker.io", "quay.io"],
        caCertPath: "/root/the ca.crt",
        pullCredentialConfigPath: "/root/.docker/config.json"
    )
    private static let two = MirrorDraft(endpoint: "http://127.0.0.1:2", hosts: ["registry.plant:5000"])
    private static let secrets = MirrorDraft(
        endpoint: "https://127.0.0.1:1",
        hosts: ["docker.io"],
        caCertSecret: "anthos-creds/ca",
        pullCredentialSecret: "anthos-creds/pull"
    )

    static let cases = [
        Case(name: "a new header, two mirrors", mirrors: [one, two]),
        Case(
            name: "an admin cluster that has a mirror",
            file: ClusterSamples.admin(["10.0.0.1"]),
            mirrors: [two, one]
        ),
        Case(name: "the spec of a user cluster", file: AdoptCommandTests.user, mirrors: [secrets]),
        Case(name: "a user cluster to be made", file: AdoptCommandTests.user, operation: .create, mirrors: [one]),
        Case(name: "the list goes", file: ClusterSamples.hybrid, mirrors: []),
    ]

    private static let name = "it's $HOME.yaml"

    @Test(arguments: cases) func everyWayWritesTheSameBytes(one: Case) throws {
        let folder = try TemporaryFolder()
        func reset() throws {
            try? FileManager.default.removeItem(atPath: folder(Self.name))
            if let file = one.file { try folder.write(Self.name, file) }
        }
        try reset()
        var answers = Answers()
        if one.file == nil {
            answers.newHeaderPath = folder(Self.name)
        } else {
            answers.clusterConfigPath = folder(Self.name)
        }
        answers.operation = one.operation
        answers.mirrors = one.mirrors
        let run = WizardRun(answers, keepsList: true)
        run.change { state in
            state.askForExport()
            return []
        }
        run.change { state in reduce(&state, .key(.enter)) }
        run.show(.write)
        try run.press(.write)
        guard case .done = run.state.mirrors.writing else {
            Issue.record("\(run.lines(width: 158))")
            return
        }
        let written = try folder.text(Self.name)
        #expect(written != one.file)

        try reset()
        let replay = try wizard(["--answers", folder("it's $HOME.answers.toml"), "--yes"], "")
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(try folder.text(Self.name) == written)
        #expect(
            replay.output.contains(folder(Self.name))
                && replay.output.contains("mirrorctl push images") == !one.mirrors.isEmpty
        )

        try reset()
        let script = try Tool.run(
            "/bin/sh",
            [
                "-c", "mirrorctl() { \(shellWord(Tool.mirrorctl)) \"$@\"; }; . \"$0\"",
                folder("it's $HOME.answers.sh"), "--yes",
            ]
        )
        #expect(script.status == 0, "\(script.errors)")
        #expect(try folder.text(Self.name) == written)

        try reset()
        let lines = try lines(one, folder(Self.name))
        let piped = try wizard(["--plain"], lines)
        #expect(piped.status == 0, "\(lines)\n\(piped.output)\n\(piped.errors)")
        #expect(try folder.text(Self.name) == written, "\(piped.output)")
    }

    /// What a person would type, in the order of the questions.
    private func lines(_ one: Case, _ path: String) throws -> String {
        var lines: [String] = []
        if let file = one.file {
            let config = try ClusterConfig(yaml: Array(file.utf8))
            lines += [path, one.operation == .create ? "1" : "2"]
            let place = config.placement(for: one.operation).place
            if config.cluster?.type == .user, one.operation == .update { lines.append("") }
            let there = config.registryMirrors(at: place)
            if there.isEmpty {
                lines += form(one.mirrors[0], place)
            }
            for _ in there { lines.append("remove 1") }
            for mirror in one.mirrors.dropFirst(there.isEmpty ? 1 : 0) { lines += ["add"] + form(mirror, place) }
        } else {
            lines += ["", path] + form(one.mirrors[0], .header)
            for mirror in one.mirrors.dropFirst() { lines += ["add"] + form(mirror, .header) }
        }
        // Past what nobody listens on.
        lines += [""] + (one.mirrors.isEmpty ? [] : ["yes"]) + ["yes"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func form(_ mirror: MirrorDraft, _ place: MirrorPlace) -> [String] {
        let head = [mirror.endpoint, mirror.mirrorNamespace, mirror.hosts.joined(separator: " ")]
        let files =
            place == .header
            ? [mirror.caCertPath, mirror.pullCredentialConfigPath]
            : [mirror.caCertSecret, "", mirror.pullCredentialSecret, ""]
        return head + files + [""]
    }

    private func wizard(_ arguments: [String], _ input: String) throws -> Tool.Result {
        let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        return try Tool.run(
            Tool.mirrorctl,
            ["wizard"] + arguments,
            environment: environment,
            input: Data(input.utf8)
        )
    }

    // MARK: Where nobody can be asked

    private func replay(_ text: String, _ more: [String] = ["--yes"]) throws -> (Tool.Result, TemporaryFolder) {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", ClusterSamples.admin(["10.0.0.1"]))
        try folder.write("a.toml", text.replacing("FOLDER", with: folder.path))
        return (try wizard(["--answers", folder("a.toml")] + more, ""), folder)
    }

    @Test func whatIsMissingIsListedAndNothingIsAskedOrWritten() throws {
        let (result, folder) = try replay("[[mirrors]]\nhosts = [\"docker.io\"]\n")
        #expect(result.status == 66 && result.output.isEmpty, "\(result.output)\(result.errors)")
        #expect(result.errors.contains("clusterConfigPath") && result.errors.contains("endpoint of mirror 1"))
        #expect(folder.names == ["a.toml", "c.yaml"])
    }

    @Test func anUnknownKeyHasItsLineAndTheNearestOne() throws {
        let (result, folder) = try replay(
            "clusterConfigPath = \"FOLDER/c.yaml\"\n[[mirrors]]\nendpiont = \"https://x\"\n"
        )
        #expect(result.status == 65)
        #expect(result.errors.contains("a.toml:3: ") && result.errors.contains("“endpoint”"), "\(result.errors)")
        #expect(folder.names == ["a.toml", "c.yaml"])
    }

    private static let good = "clusterConfigPath = \"FOLDER/c.yaml\"\n[[mirrors]]\nendpoint = \"https://127.0.0.1:1\"\n"

    @Test func withoutAYesTheChangeIsShownAndNotWritten() throws {
        let (result, folder) = try replay(Self.good, [])
        #expect(result.status == 64 && result.output.contains("+ - endpoint: https://127.0.0.1:1"), "\(result.output)")
        #expect(result.errors.contains("--yes") && folder.names == ["a.toml", "c.yaml"])
    }

    @Test func answersThatCannotBeUsedAreRefusedAsOnTheScreen() throws {
        let (result, folder) = try replay(Self.good.replacing("https://127", with: "127"))
        #expect(result.status == 65 && result.errors.contains("  → "), "\(result.errors)")
        #expect(folder.names == ["a.toml", "c.yaml"])
        let (unread, _) = try replay(Self.good.replacing("c.yaml", with: "d.yaml"))
        #expect(unread.status == 66, "\(unread.errors)")
    }

    // MARK: Lines

    @Test func aPlanIsKeptAndTheFileStays() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
        let path = try folder.write("c.yaml", text)
        let lines = try lines(Case(name: "", file: text, mirrors: [Self.two]), path)
        let result = try wizard(["--plain"], lines.replacing("yes\nyes\n", with: "yes\nplan\n"))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try folder.text("c.yaml") == text)
        let plan = try #require(folder.names.first { $0.hasSuffix(".plan") })
        #expect(result.output.contains("mirrorctl apply") && result.output.contains(plan))
    }

    @Test func theEndOfTheInputStopsBeforeAnythingIsWritten() throws {
        let folder = try TemporaryFolder()
        let text = ClusterSamples.admin(["10.0.0.1"])
        let path = try folder.write("c.yaml", text)
        let whole = try lines(Case(name: "", file: text, mirrors: [Self.two]), path)
        let all = whole.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for count in stride(from: 0, to: all.count, by: 3) {
            let result = try wizard(["--plain"], all.prefix(count).map { $0 + "\n" }.joined())
            #expect(result.status == 66, "\(count): \(result.output)")
        }
        // The last line has no end: nobody has said yes.
        let cut = try wizard(["--plain"], String(whole.dropLast()))
        #expect(cut.status == 66 && folder.names == ["c.yaml"], "\(cut.output)")
        #expect(try folder.text("c.yaml") == text)
    }

    @Test func aTerminalThatIsNoneIsAskedInLines() throws {
        for more in [["TERM": "dumb"], ["ACCESSIBLE": "1", "TERM": "xterm"]] {
            let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(more) { $1 }
            let result = try Tool.run(Tool.mirrorctl, [], environment: environment, input: Data(":quit\n".utf8))
            #expect(result.status == 130 && result.output.contains(":back"), "\(more): \(result.output)")
        }
        let other = try wizard(["--plain", "--push"], "")
        #expect(other.status == 64 && other.errors.contains("mirrorctl push images"))
    }

    /// A login through a pipe: the file has it, no line of the output does.
    @Test func aPasswordIsInTheFileAndInNoLine() throws {
        let folder = try TemporaryFolder()
        let secret = "SEEDED-\(UUID().uuidString)"
        let made = folder("config.json")
        let https = ["https://127.0.0.1:1", "", "docker.io", "", made, ":make", "me", secret, "yes", "yes"]
        let result = try wizard(["--plain"], (["", folder("h.yaml")] + https).joined(separator: "\n") + "\n")
        #expect(result.status == 66)
        #expect(!result.output.contains(secret) && !result.errors.contains(secret))
        let auth = Data("me:\(secret)".utf8).base64EncodedString()
        #expect(try folder.text("config.json").contains(auth), "\(result.output)")
        #expect(!result.output.contains(auth))
    }
}
