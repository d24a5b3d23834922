import TestSupport
import Testing

/// `apply` killed at every system call that a write is made of leaves the old file or the new one.
@Suite struct KilledApplyTests {
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
        var (old, changed) = (0, 0)
        for call in ["write", "fsync", "rename", "fchmod"] {
            for number in 1...100 {
                try folder.write("c.yaml", sample)
                let inject = ["-f", "-qq", "-o", "/dev/null", "-e", "inject=\(call):signal=KILL:when=\(number)"]
                let result = try Tool.run("/usr/bin/strace", inject + apply)
                let bytes = try folder.bytes("c.yaml")
                #expect(bytes == sample || bytes == new, "\(call) \(number)")
                if bytes == sample { old += 1 } else { changed += 1 }
                if result.status == 0, bytes == new { break }
            }
        }
        #expect(old > 5 && changed > 3, "\(old) \(changed)")
    }
}
