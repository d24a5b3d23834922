import Containerd
import Diagnosis
import Foundation
import TestSupport
import Testing

@testable import MirrorSystem

/// A node's tree is read inside its root, by the kernel's own rule and by ours alike, and nothing but files is opened.
@Suite struct FileTreeTests {
    /// A tree with links of every kind, beside a file that none of them may reach.
    private static func withTree(_ body: (_ root: String) throws -> Void) throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path
        let root = folder + "/root"
        let manager = FileManager.default
        try manager.createDirectory(atPath: root + "/etc/real", withIntermediateDirectories: true)
        try Data("inside".utf8).write(to: URL(fileURLWithPath: root + "/etc/real/file"))
        try Data("outside".utf8).write(to: URL(fileURLWithPath: folder + "/secret"))
        let links = [
            "absolute": "/etc/real/file", "relative": "real/file", "folder": "/etc/real",
            "up": "../../../../../etc/real/file",
            "out": "../../secret", "outAbsolute": folder + "/secret", "loop": "loop", "dangling": "/nowhere",
            "chain": "absolute", "proc": "/proc/self/root" + folder + "/secret",
        ]
        for (name, target) in links {
            try manager.createSymbolicLink(atPath: root + "/etc/" + name, withDestinationPath: target)
        }
        #expect(mkfifo(root + "/etc/pipe", 0o600) == 0)
        try body(root)
    }

    private static let readable = [
        "/etc/real/file", "/etc/absolute", "/etc/relative", "/etc/folder/file", "/etc/up", "/etc/chain",
        "/../etc/real/file",
        "/etc/folder/../real/file", "/etc/./real//file", "/etc/real/../../../etc/absolute",
    ]
    private static let missing = [
        "/etc/out", "/etc/outAbsolute", "/etc/dangling", "/etc/proc", "/secret", "/etc/none/file",
    ]

    @Test func linksStayInside() throws {
        try Self.withTree { (root: String) throws in
            let files = DiskNodeFiles(root: root)
            for path in Self.readable { #expect(try files.read(path) == Array("inside".utf8), "\(path)") }
            for path in Self.missing { #expect(throws: NodeFileError.notFound, "\(path)") { try files.read(path) } }
            #expect(throws: NodeFileError.other("too many levels of symbolic links")) { try files.read("/etc/loop") }
            #expect(try files.names(in: "/etc/folder") == ["file"])
            #expect(throws: NodeFileError.notADirectory) { try files.names(in: "/etc/absolute") }
        }
    }

    /// Each has its own words in what is gathered, and rights are the matter of none.
    @Test func gatheredFailuresHaveTheirWords() throws {
        try Self.withTree { (root: String) throws in
            let text = """
                version = 2
                [plugins."io.containerd.grpc.v1.cri".registry.configs."m".tls]
                ca_file = "/etc/loop"
                cert_file = "/etc/real/file/x"
                key_file = "/etc/\(String(repeating: "n", count: 300))"
                [plugins."io.containerd.grpc.v1.cri".registry.configs."n".tls]
                ca_file = "/etc/pipe"
                """
            let folder = root + "/etc/containerd"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/config.toml"))
            let files = NodeReport(gathering: DiskNodeFiles(root: root)).files
            #expect(files.denied.isEmpty)
            #expect(
                files.failed.map { "\($0.path): \($0.error)" } == [
                    "/etc/loop: too many levels of symbolic links", "/etc/pipe: not a regular file",
                ]
            )
            #expect(throws: NodeFileError.notADirectory) { try files.read("/etc/real/file/x") }
            #expect(throws: NodeFileError.nameTooLong) { try files.read("/etc/\(String(repeating: "n", count: 300))") }
        }
    }

    /// What is done where the kernel has no such call.
    @Test func theWalkFindsTheSame() throws {
        try Self.withTree { (root: String) throws in
            let tree = FileTree(root: root)
            let folder = open(root, FileTree.look | O_DIRECTORY)
            defer { close(folder) }
            for path in Self.readable + Self.missing + ["/etc/loop", "/etc/real", "/etc/pipe", "/", "/etc/real/file/x"]
            {
                for flags in [FileTree.look, O_RDONLY | O_NONBLOCK] {
                    let (ours, code) = (tree.walk(path, flags, from: folder), errno)
                    let (kernels, expected) = (tree.open(path, flags), errno)
                    #expect((ours < 0) == (kernels < 0), "\(path)")
                    if ours < 0 {
                        #expect(code == expected, "\(path)")
                    } else {
                        #expect(Self.inode(ours) == Self.inode(kernels), "\(path)")
                    }
                    for descriptor in [ours, kernels] where descriptor >= 0 { close(descriptor) }
                }
            }
        }
    }

    private static func inode(_ descriptor: Int32) -> UInt64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : 0
    }

    @Test func onlyFilesAreRead() throws {
        try Self.withTree { (root: String) throws in
            #expect(throws: NodeFileError.notRegular) {
                try DiskNodeFiles(root: root).read("/etc/pipe")
            }
            #expect(throws: NodeFileError.isDirectory) { try DiskNodeFiles(root: root).read("/etc/real") }
        }
        let files = DiskNodeFiles(root: "/")
        for path in ["/dev/zero", "/dev/tty", "/proc/kmsg", "/proc/self/environ", "/sys/kernel/notes"] {
            #expect(throws: NodeFileError.self, "\(path)") { try files.read(path) }
            #expect(throws: FileError.self, "\(path)") { try FileSnapshot(reading: path) }
            #expect(throws: FileTrouble.self, "\(path)") { try readWhole(path, limit: 1 << 20).get() }
        }
        #expect(throws: NodeFileError.nameTooLong) { try files.read("/" + String(repeating: "a/", count: 3000)) }
        #expect(throws: NodeFileError.other("invalid argument")) { try files.read("/etc/passwd\u{0}x") }
    }
}
