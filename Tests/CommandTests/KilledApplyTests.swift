import Foundation
import TestSupport
import Testing

/// `apply` killed at every system call that a write is made of leaves the old file or the new one.
@Suite struct KilledApplyTests {
    /// A system call by its name and by how many of that name the process has made.
    private struct Call: Hashable, CustomStringConvertible {
        let name: String
        let number: Int

        var description: String { "\(name) \(number)" }
    }

    /// Every call from the making of the temporary file to the end of the process.
    private func calls(of command: [String], _ folder: TemporaryFolder) throws -> [Call] {
        let result = try Tool.run("/usr/bin/strace", ["-f", "-qq", "-o", folder("trace")] + command)
        #expect(result.status == 0, "\(result.errors)")
        let lines = try folder.text("trace").split(separator: "\n")
        let process = try #require(lines.first?.prefix { $0 != " " })
        var (counts, calls, isWriting) = ([String: Int](), [Call](), false)
        for line in lines where line.hasPrefix(process + " ") {
            let text = line.dropFirst(process.count).drop { $0 == " " }
            let name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
            guard !name.isEmpty, text.dropFirst(name.count).first == "(" else { continue }
            counts[name, default: 0] += 1
            if text.contains("/.mirrorctl-"), text.contains("O_CREAT") { isWriting = true }
            if isWriting { calls.append(Call(name: name, number: counts[name] ?? 0)) }
        }
        return calls
    }

    @Test func isOldOrNewWhateverSystemCallItIsKilledAt() throws {
        let folder = try TemporaryFolder()
        let sample = try #require(try CorpusFile.all().first { $0.name.hasPrefix("gdc-doc-seed_admin") }).bytes
        let path = try folder.write("c.yaml", sample)
        let apply = [
            Tool.mirrorctl, "apply", "--yes", "--cluster-config", path, "--endpoint", "https://10.0.0.2:5000",
        ]
        #expect(try Tool.run(apply[0], Array(apply.dropFirst())).status == 0)
        let new = try folder.bytes("c.yaml")
        #expect(new != sample)
        try folder.write("c.yaml", sample)
        let calls = try calls(of: apply, folder)
        for name in ["openat", "write", "fsync", "fchmod", "rename"] {
            #expect(calls.contains { $0.name == name }, "\(calls)")
        }
        var (old, changed) = (0, 0)
        for call in calls where !call.name.hasPrefix("exit") {
            try folder.write("c.yaml", sample)
            let inject = "inject=\(call.name):signal=KILL:when=\(call.number)"
            let result = try Tool.run("/usr/bin/strace", ["-f", "-qq", "-o", "/dev/null", "-e", inject] + apply)
            let bytes = try folder.bytes("c.yaml")
            #expect(bytes == sample || bytes == new, "\(call)")
            #expect(result.status == 137 || result.status == 0, "\(call): \(result.status)")
            if bytes == sample { old += 1 } else { changed += 1 }
        }
        #expect(old > 8 && changed > 3, "\(old) \(changed) of \(calls)")
        // What a killed write left beside the file is in nobody's way.
        try folder.write("c.yaml", sample)
        #expect(try Tool.run(apply[0], Array(apply.dropFirst())).status == 0)
        #expect(try folder.bytes("c.yaml") == new)
    }
}
