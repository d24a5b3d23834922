import ArgumentParser
import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem

/// `--root` and `--containerd-version`: whose files are read, and how.
struct NodeOptions: ParsableArguments {
    @Option(help: help("node.root", "dir"))
    var root: String = "/"

    @Option(help: help("node.containerdVersion", "v"))
    var containerdVersion: String?

    /// What a finding calls the machine whose files are read.
    var place: String { root == "/" ? "localhost" : root }

    var files: DiskNodeFiles { DiskNodeFiles(root: root) }

    func validate() throws {
        guard containerdVersion.map({ ContainerdVersion($0) != nil }) ?? true else {
            throw ValidationError(texts("command.node.invalidVersion"))
        }
        let kind = try? DiskNodeFiles(root: "/").kind(of: root)
        guard kind == .directory else { throw ValidationError(texts("command.node.invalidRoot")) }
    }

    /// The version the node has now; a copied tree does not say.
    var present: (version: ContainerdVersion, isGuessed: Bool) {
        if root == "/", let installed = InstalledContainerd.version() { return (installed, false) }
        return (ContainerdVersion.guess(from: files, configPath: ContainerdUnit(in: files).configPath), true)
    }

    /// The version to explain.
    var version: ContainerdVersion { containerdVersion.flatMap { ContainerdVersion($0) } ?? present.version }
}
