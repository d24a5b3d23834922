import Foundation
import Glibc
import TestSupport
import Testing

/// `apply` where the file, its folder or its disk makes it hard.
@Suite struct HardFileTests {
    /// The other names would keep the old text: that takes a word.
    @Test func aFileWithOtherNamesIsWrittenOnDemand() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("c.yaml", EditCommandTests.admin)
        #expect(link(file, folder.path + "/other.yaml") == 0)
        let apply = ["apply", "--yes", "--cluster-config", file] + EditCommandTests.mirror
        let refused = try Tool.run(Tool.mirrorctl, apply)
        #expect(refused.status == 73)
        #expect(refused.errors.contains("warning:") && refused.errors.contains("2 names"))
        #expect(refused.errors.contains("--break-hard-link"))
        #expect(try folder.text("c.yaml") == EditCommandTests.admin)
        let written = try Tool.run(Tool.mirrorctl, apply + ["--break-hard-link"])
        #expect(written.status == 0, "\(written.errors)")
        #expect(try folder.text("c.yaml").contains("172.18.0.20"))
        #expect(try folder.text("other.yaml") == EditCommandTests.admin)
        // It has one name now, and so its undo needs no word.
        let undone = try Tool.run(Tool.mirrorctl, ["apply", "--undo", file, "--yes"])
        #expect(undone.status == 0, "\(undone.errors)")
        #expect(try folder.text("c.yaml") == EditCommandTests.admin)
    }

    private static let mirror = ["--endpoint", "https://10.0.0.2:5000"]
    private static let block = "registryMirrors:\n- endpoint: https://10.0.0.2:5000\n"

    private func apply(_ path: String, _ more: [String] = mirror) throws -> Tool.Result {
        try Tool.run(Tool.mirrorctl, ["apply", "--yes", "--cluster-config", path] + more)
    }

    /// As somebody who owns nothing here, with a copy of the program that they can reach.
    private func applyAsNobody(_ path: String, _ folder: TemporaryFolder) throws -> Tool.Result {
        let program = folder("mirrorctl")
        if !FileManager.default.fileExists(atPath: program) {
            // By another process: one that is started meanwhile would hold the file open for writing.
            _ = try Tool.run("/bin/cp", [Tool.mirrorctl, program])
        }
        let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", program]
        return try Tool.run("/usr/bin/setpriv", nobody + ["apply", "--yes", "--cluster-config", path] + Self.mirror)
    }

    @Test func letsOneOfTwoWritersWinAndTheOtherKnow() throws {
        let folder = try TemporaryFolder()
        let text = EditCommandTests.admin
        for round in 0..<6 {
            let path = try folder.write("c.yaml", text)
            let one = "'\(Tool.mirrorctl)' apply --yes --cluster-config '\(path)' --endpoint https://"
            let script =
                "\(one)a.lan >/dev/null 2>&1 & first=$!; \(one)b.lan >/dev/null 2>&1; second=$?; wait $first; echo $? $second"
            let codes = try Tool.run("/bin/bash", ["-c", script]).output.split(whereSeparator: \.isWhitespace)
            #expect(codes.contains("0") && codes.allSatisfy { ["0", "75"].contains($0) }, "\(round) \(codes)")
            // Never both mirrors, never a part of one.
            let results = ["a", "b"].map {
                text.replacingOccurrences(of: "---\n", with: "registryMirrors:\n- endpoint: https://\($0).lan\n---\n")
            }
            #expect(results.contains(try folder.text("c.yaml")), "\(round) \(codes)")
        }
    }

    @Test func waitsForNoOtherWriter() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c.yaml", EditCommandTests.admin)
        // Programs that other tests start would keep the lock otherwise.
        let other = open(path, O_RDONLY | O_CLOEXEC)
        #expect(flock(other, LOCK_EX) == 0)
        let result = try apply(path)
        #expect(result.status == 75 && result.errors.contains("another mirrorctl"), "\(result.errors)")
        #expect(try folder.text("c.yaml") == EditCommandTests.admin && folder.names == ["c.yaml"])
        close(other)
        #expect(try apply(path).status == 0)
    }

    @Test func leavesAFolderThatItMayNotWriteTo() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("ro"), withIntermediateDirectories: false)
        let path = try folder.write("ro/c.yaml", EditCommandTests.admin)
        chmod(folder("ro"), 0o555)
        defer { chmod(folder("ro"), 0o755) }
        let result = try applyAsNobody(path, folder)
        #expect(result.status == 77 && result.errors.contains("permission denied"), "\(result.errors)")
        #expect(try folder.text("ro/c.yaml") == EditCommandTests.admin)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("ro")) == ["c.yaml"])
    }

    @Test func leavesAFileOfAnotherOwnerThatItCouldNotGiveBack() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder("all"), withIntermediateDirectories: false)
        chmod(folder("all"), 0o777)
        let path = try folder.write("all/c.yaml", EditCommandTests.admin)
        #expect(chown(path, 1234, 1234) == 0)
        let result = try applyAsNobody(path, folder)
        #expect(result.status == 77 && result.errors.contains("owner"), "\(result.errors)")
        #expect(try folder.text("all/c.yaml") == EditCommandTests.admin)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder("all")) == ["c.yaml"])
        // Root can give it back, and does.
        #expect(try apply(path).status == 0)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_uid == 1234 && status.st_gid == 1234)
    }

    @Test func leavesTheFileWhenTheDiskIsFull() throws {
        let folder = try TemporaryFolder()
        // Room for the file and half of another.
        let text = EditCommandTests.admin + String(repeating: "# a comment\n", count: 3_500)
        let path = try folder.write("c.yaml", text)
        let script = """
            set -e
            mkdir disk; mount -t tmpfs -o size=64k disk disk; cp '\(path)' disk/c.yaml
            status=0; '\(Tool.mirrorctl)' apply --yes --cluster-config disk/c.yaml --endpoint https://m.lan >out 2>err || status=$?
            echo $status; ls disk; cmp '\(path)' disk/c.yaml && echo same; cat err
            """
        let result = try Tool.run("/usr/bin/unshare", ["-m", "/bin/bash", "-c", "cd '\(folder.path)'; \(script)"])
        #expect(result.output.hasPrefix("74\nc.yaml\nsame\n"), "\(result.output) \(result.errors)")
        #expect(result.output.contains("no space left"))
    }

    @Test func writesWhereASymbolicLinkLeadsAndRefusesSeveralNames() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c.yaml", EditCommandTests.admin)
        #expect(symlink("c.yaml", folder("link.yaml")) == 0)
        #expect(try apply(folder("link.yaml")).status == 0)
        #expect(try folder.text("c.yaml").contains(Self.block))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link.yaml")) == "c.yaml")
        #expect(link(path, folder("second.yaml")) == 0)
        let before = folder.names
        let result = try apply(path, ["--remove"])
        #expect(result.status == 73 && result.errors.contains("2 names"), "\(result.errors)")
        #expect(try folder.text("second.yaml").contains(Self.block) && folder.names == before)
    }

    @Test func editsAFileOfSixtyFourMebibytesAndNoLargerOne() throws {
        let folder = try TemporaryFolder()
        let limit = 64 << 20
        let room = 4_096
        var text = Array(EditCommandTests.admin.utf8)
        // Comments of a kilobyte, as fillers that cost the reader little.
        let filler = Array(("# " + String(repeating: "x", count: 1_021) + "\n").utf8)
        while text.count + filler.count <= limit - room { text += filler }
        let path = try folder.write("c.yaml", text)
        let result = try apply(path)
        #expect(result.status == 0, "\(result.errors)")
        let (before, after) = (Data(text), Data(try folder.bytes("c.yaml")))
        let at = try #require(after.range(of: Data(Self.block.utf8)))
        #expect(after.count == before.count + at.count)
        #expect(after[..<at.lowerBound] == before[..<at.lowerBound])
        #expect(after[at.upperBound...] == before[at.lowerBound...])
        try folder.write("c.yaml", text + [UInt8](repeating: 0x0A, count: limit - text.count + 1))
        let refused = try apply(path)
        #expect(refused.status == 65 && refused.errors.contains("64 MiB"), "\(refused.errors)")
    }
}
