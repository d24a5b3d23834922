import Foundation
import TestSupport
import Testing

@testable import MirrorSystem

/// Python sets and reads the attributes, so that it is not our own word for them.
@Suite struct ExtendedAttributesTests {
    private func python(_ script: String, _ path: String) throws -> String {
        let result = try Tool.run(
            "/usr/bin/python3",
            ["-c", "import os, struct, sys\np = sys.argv[1]\n" + script, path]
        )
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func aWriteKeepsAccessControlListAndAttributes() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("c.yaml", "old\n", mode: 0o640)
        let user = (0..<2).map { String(repeating: "x", count: 300 * $0 + 1) }
        _ = try python(
            """
            entries = [(1, 6, -1), (2, 4, 1234), (4, 4, -1), (0x10, 4, -1), (0x20, 0, -1)]
            acl = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *e) for e in entries)
            os.setxattr(p, "system.posix_acl_access", acl)
            os.setxattr(p, "user.note", b"\(user[0])")
            os.setxattr(p, "user.long", b"\(user[1])")
            """,
            path
        )
        let show = "print(sorted((n, os.getxattr(p, n)) for n in os.listxattr(p)), oct(os.stat(p).st_mode))"
        let before = try python(show, path)
        #expect(before.contains("posix_acl_access") && before.contains("user.note"))
        let written = try AtomicWriter(secondsSince1970: 0).replace(
            try FileSnapshot(reading: path),
            with: Array("new\n".utf8)
        )
        #expect(try folder.text("c.yaml") == "new\n")
        #expect(try python(show, path) == before)
        // The old text in the backup is worth as much protection.
        #expect(try python(show, try #require(written.backup)) == before)
    }

    @Test func aFileWithoutThemHasNone() throws {
        let folder = try TemporaryFolder()
        #expect(ExtendedAttributes(of: try folder.write("c", "x")).attributes == [])
        #expect(ExtendedAttributes(of: folder("none")).attributes == [])
    }
}
