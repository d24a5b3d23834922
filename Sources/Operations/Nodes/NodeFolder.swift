import Containerd
import Diagnosis
import MirrorSystem

/// A node's file tree: this machine's own at `/`, or one that was copied.
package struct NodeFolder: Sendable {
    package let root: String
    package let files: DiskNodeFiles
    /// What the operator says it is.
    package let givenVersion: ContainerdVersion?

    package init(_ root: String, version: ContainerdVersion? = nil) {
        self.root = root
        files = DiskNodeFiles(root: root)
        givenVersion = version
    }

    package static func isFolder(_ path: String) -> Bool {
        (try? DiskNodeFiles(root: "/").kind(of: path)) == .directory
    }

    /// What a finding calls it.
    package var place: String { root == "/" ? "localhost" : root }

    /// The version the node has now; a copied tree does not say.
    package var present: (version: ContainerdVersion, isGuessed: Bool) {
        if root == "/", let installed = InstalledContainerd.version() { return (installed, false) }
        return (ContainerdVersion.guess(from: files, configPath: ContainerdUnit(in: files).configPath), true)
    }

    /// The version that its files are read as.
    package var version: (value: ContainerdVersion, isGuessed: Bool) {
        givenVersion.map { ($0, false) } ?? present
    }

    package var pull: NodePull {
        let present = present
        return NodePull(
            files: files,
            version: givenVersion ?? present.version,
            isVersionGuessed: givenVersion == nil && present.isGuessed,
            present: givenVersion == nil ? nil : present.version
        )
    }

    /// Its mirrors as hosts files.
    /// - Parameter recording: its files, where somebody watches what is read of them.
    package func conversion(_ recording: RecordingFiles) throws(MirrorConversion.Refusal) -> MirrorConversion {
        let unit = ContainerdUnit(in: files)
        let target = version.value
        return try MirrorConversion(
            files: recording,
            source: source(for: target, unit),
            target: target,
            configPath: unit.configPath,
            isConfigNamed: unit.isConfigNamed
        )
    }

    /// Files of version 1 or 2 are judged as 1.x reads them, which knows every setting in them.
    private func source(for target: ContainerdVersion, _ unit: ContainerdUnit) -> ContainerdVersion {
        if target.major == 1 { return target }
        let guessed = ContainerdVersion.guess(from: files, configPath: unit.configPath)
        return guessed.major == 1 ? guessed : present.version
    }
}
