import ArgumentParser
import MirrorCore
import MirrorSystem

/// `--root` and `--containerd-version`: whose files are read, and how.
struct NodeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A node's file tree.", valueName: "dir"))
    var root: String = "/"

    @Option(
        help: ArgumentHelp(
            "containerd's version; otherwise what is installed here, or what the config's version suggests.",
            valueName: "v"
        )
    )
    var containerdVersion: String?

    var files: DiskNodeFiles { DiskNodeFiles(root: root) }

    func validate() throws {
        guard containerdVersion.map({ ContainerdVersion($0) != nil }) ?? true else {
            throw ValidationError("--containerd-version takes a version such as 1.7.34 or 2.0.11.")
        }
        let kind = try? DiskNodeFiles(root: "/").kind(of: root)
        guard kind == .directory else { throw ValidationError("--root takes a directory.") }
    }

    /// The version the node has now; a copied tree does not say.
    var present: (version: ContainerdVersion, isGuessed: Bool) {
        if root == "/", let installed = InstalledContainerd.version() { return (installed, false) }
        return (ContainerdVersion.guess(from: files), true)
    }

    /// The version to explain.
    var version: ContainerdVersion { containerdVersion.flatMap { ContainerdVersion($0) } ?? present.version }
}
