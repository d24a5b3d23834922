import ArgumentParser
import Containerd
import Operations

/// `--root` and `--containerd-version`: whose files are read, and how.
struct NodeOptions: ParsableArguments {
    @Option(help: help("node.root", "dir"))
    var root: String = "/"

    @Option(help: help("node.containerdVersion", "v"))
    var containerdVersion: String?

    var tree: NodeFolder { NodeFolder(root, version: containerdVersion.flatMap { ContainerdVersion($0) }) }

    func validate() throws {
        guard containerdVersion.map({ ContainerdVersion($0) != nil }) ?? true else {
            throw ValidationError(texts("command.node.invalidVersion"))
        }
        guard NodeFolder.isFolder(root) else { throw ValidationError(texts("command.node.invalidRoot")) }
    }
}
