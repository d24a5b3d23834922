import Foundation
import TestSupport
import Testing

/// Files that the program keeps for itself, seen from outside.
@Suite struct OwnFileCommandTests {
    private static let admin = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: x
          namespace: cluster-x
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70

        """

    private func run(_ arguments: [String], _ folder: TemporaryFolder) throws -> Tool.Result {
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_STATE_HOME": folder("state"), "LANG": "C.UTF-8",
        ]
        return try Tool.run(Tool.mirrorctl, arguments, environment: environment)
    }

    private func applied() throws -> (TemporaryFolder, backup: String) {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.admin)
        let result = try run(
            ["apply", "--yes", "--cluster-config", folder("c.yaml"), "--endpoint", "https://h:1"],
            folder
        )
        try #require(result.status == 0, "\(result.errors)")
        return (folder, folder(try #require(folder.names.first { $0.contains(".bak-") })))
    }

    @Test(arguments: ["anybody", "names", "link"])
    func aBackupThatMayBeSomebodyElsesIsNotPutBack(_ kind: String) throws {
        let (folder, backup) = try applied()
        let before = try folder.text("c.yaml")
        switch kind {
        case "anybody": #expect(chmod(backup, 0o666) == 0)
        case "names": #expect(link(backup, folder("other")) == 0)
        default:
            try FileManager.default.moveItem(atPath: backup, toPath: folder("other"))
            #expect(symlink(folder("other"), backup) == 0)
        }
        let result = try run(["apply", "--undo", folder("c.yaml"), "--yes"], folder)
        let after = try folder.text("c.yaml")
        #expect(result.status != 0 && after == before, "\(result.output)")
        if kind == "anybody" { #expect(result.errors.contains("chmod o-w \(backup)"), "\(result.errors)") }
    }

    @Test func anotherOwnersBackupIsNotPutBack() throws {
        guard geteuid() == 0 else { return }
        let (folder, backup) = try applied()
        #expect(chown(backup, 1234, 1234) == 0)
        let result = try run(["apply", "--undo", folder("c.yaml"), "--yes"], folder)
        #expect(result.status == 73 && result.errors.contains("1234"), "\(result.errors)")
    }

    @Test func aPlanOfAnybodysIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.admin)
        let words = ["diff", "--cluster-config", folder("c.yaml"), "--endpoint", "https://h:1", "--no-probe"]
        #expect(try run(words + ["--plan-out", folder("plan")], folder).status == 2)
        #expect(chmod(folder("plan"), 0o646) == 0)
        let refused = try run(["apply", folder("plan"), "--yes"], folder)
        #expect(refused.status == 73 && refused.errors.contains("chmod o-w \(folder("plan"))"), "\(refused.errors)")
        #expect(try folder.text("c.yaml") == Self.admin)
        #expect(chmod(folder("plan"), 0o644) == 0)
        #expect(try run(["apply", folder("plan"), "--yes"], folder).status == 0)
    }

    /// Neither followed nor replaced, whatever is there.
    @Test(arguments: ["fifo", "dangling", "device", "folder", "file"])
    func aNewFileTakesNobodysPlace(_ kind: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("c.yaml", Self.admin)
        let place = folder("new")
        switch kind {
        case "fifo": #expect(mkfifo(place, 0o600) == 0)
        case "dangling": #expect(symlink(folder("none"), place) == 0)
        case "device": #expect(symlink("/dev/null", place) == 0)
        case "folder": #expect(mkdir(place, 0o700) == 0)
        default: try folder.write("new", "kept")
        }
        let plan = ["diff", "--cluster-config", folder("c.yaml"), "--endpoint", "https://h:1", "--no-probe"]
        let refused = try run(plan + ["--plan-out", place], folder)
        #expect(refused.status == 73 && refused.errors.contains(place), "\(refused.errors)")
        #expect(!folder.names.contains("none") && !folder.names.contains { $0.hasSuffix(".tmp") })
    }

    @Test func anOpenStateFolderIsRefusedWithTheCommandThatMendsIt() throws {
        let folder = try PushPlace.layouts(1, mebibytes: 1)
        let state = folder("state/mirrorctl")
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        #expect(chmod(state, 0o777) == 0)
        let push = [
            "push", "images", "--source", folder("package"), "--private-registry", "127.0.0.1:1", "--allow-http",
        ]
        let refused = try run(push, folder)
        #expect(refused.status == 73 && refused.errors.contains("chmod go-w \(state)"), "\(refused.errors)")
        #expect(chmod(state, 0o700) == 0)
        #expect(try run(push, folder).status == 69)
    }
}
