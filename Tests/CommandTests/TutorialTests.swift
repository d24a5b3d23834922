import Foundation
import TestSupport
import Testing

/// docs/tutorial.md, done as it is written: each block for the shell is run in one session, and what the page shows of an
/// answer is in it.
@Suite(.serialized, .daemons) struct TutorialTests {
    private struct Step {
        let commands: String
        /// What the page shows after it.
        let shown: [String]
        /// The statuses that its comments announce.
        let statuses: [String]
    }

    private static func steps() throws -> [Step] {
        let page = try String(contentsOfFile: repositoryRoot + "/docs/tutorial.md", encoding: .utf8)
        let blocks = page.matches(of: #/```(sh|text)\n((?:.|\n)*?)```/#).map { (kind: $0.1, text: String($0.2)) }
        return blocks.enumerated().compactMap { index, block in
            guard block.kind == "sh" else { return nil }
            let next = blocks.dropFirst(index + 1).first.flatMap { $0.kind == "text" ? $0.text : nil }
            let lines = (next ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            return Step(
                commands: block.text,
                shown: lines.filter { $0 != "…" },
                statuses: block.text.matches(of: #/# exit (\d+)/#).map { String($0.1) }
            )
        }
    }

    private static var isPossible: Bool {
        geteuid() == 0
            && ["/usr/bin/docker-registry", "/usr/bin/containerd", "/usr/sbin/runc", "/usr/bin/unshare"].allSatisfy {
                (path: String) in
                access(path, X_OK) == 0
            }
    }

    @Test(.enabled(if: isPossible, "needs root, containerd and docker-registry"))
    func everyStepDoesWhatThePageSays() throws {
        let folder = try TemporaryFolder()
        let steps = try Self.steps()
        try #require(steps.count > 8)
        var script = "cd '\(repositoryRoot)'; set -E\n"
        for (number, step) in steps.enumerated() {
            // A session goes on after a command that failed.
            try folder.write("step\(number)", step.commands + "true\n")
            script += """
                trap 'echo $? >>\(folder.path)/status\(number)' ERR
                . \(folder.path)/step\(number) >\(folder.path)/out\(number) 2>&1

                """
        }
        // However it ends.
        script = "trap 'Tests/Lab/first-mirror down \"$work\"; rm -rf \"$work\"' EXIT\n" + script
        let own = URL(filePath: Tool.mirrorctl).deletingLastPathComponent().path
        let environment = [
            "PATH": "\(own):/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8",
            "TMPDIR": folder.path,
        ]
        _ = try Tool.run("/bin/bash", ["-c", script], environment: environment)
        for (number, step) in steps.enumerated() {
            let output = (try? folder.text("out\(number)")) ?? "not come to"
            let statuses = ((try? folder.text("status\(number)")) ?? "").split(separator: "\n").map(String.init)
            #expect(statuses == step.statuses, "\(step.commands)\(output)")
            for line in step.shown {
                let parts = line.components(separatedBy: "…")
                #expect(Self.holds(output, parts), "\(line)\n\(step.commands)\(output)")
            }
        }
    }

    /// One of its lines has the parts in their order.
    private static func holds(_ output: String, _ parts: [String]) -> Bool {
        output.split(separator: "\n").contains { line in
            var rest = line[...]
            return parts.allSatisfy { part in
                guard !part.isEmpty else { return true }
                guard let found = rest.firstRange(of: part) else { return false }
                rest = rest[found.upperBound...]
                return true
            }
        }
    }
}
