import Containerd
import MirrorCore

/// What a change of mirrors means for the nodes that read one kind of file.
package struct NodeConsequence: Equatable, Sendable {
    package let line: NodeLine
    /// The groups that read it, those of unknown version among them.
    package let groups: [NodeGroup]
    /// The files that change; none when nothing does.
    package let files: [NodeFileChange]
    /// The registry hosts that change their source, those that lose their mirror first.
    package let sources: [SourceChange]
    package let appearing: [Finding]
    package let going: [Finding]

    /// The line before, where it reads the same kind of file.
    package let older: Older?

    package struct Older: Equatable, Sendable {
        package let version: ContainerdVersion
        package let files: [NodeFileChange]
        /// What this line's containerd does otherwise with the same files.
        package let differences: [EngineDifference]
    }

    /// The same change of files was shown with the line before.
    package var hasFilesOfOlder: Bool { !files.isEmpty && older?.files == files }

    package var isEmpty: Bool { files.isEmpty && sources.isEmpty && appearing.isEmpty && going.isEmpty }

    init(
        line: NodeLine,
        groups: [NodeGroup],
        from old: MirrorConfiguration,
        to new: MirrorConfiguration,
        after older: NodeConsequence? = nil
    ) {
        self.line = line
        self.groups = groups
        files = NodeFileChange.changes(from: line.files(old), to: line.files(new))
        self.older = older.flatMap { older in
            guard older.line.form == line.form else { return nil }
            let differences = EngineDifference.between(older.line.containerdVersion, line.containerdVersion)
            return Older(version: older.line.containerdVersion, files: older.files, differences: differences)
        }
        // Old hosts first, each once.
        let hosts = MirrorConfiguration(mirrors: old.mirrors + new.mirrors).mirroredHosts
        let before = PreviewedPulls(old, hosts, line)
        let after = PreviewedPulls(new, hosts, line)
        let changes = after.changes(since: before)
        sources = changes.filter(\.losesMirror) + changes.filter { !$0.losesMirror }
        appearing = after.findings(absentFrom: before)
        going = before.findings(absentFrom: after)
    }
}

extension NodeLine {
    /// The registry part of a node's files; none without mirrors.
    package func files(_ configuration: MirrorConfiguration) -> [RenderedFile] {
        guard !configuration.mirrors.isEmpty else { return [] }
        switch form {
        case .configTOML: return ContainerdConfigTOML().render(configuration)
        case .hostsTOML: return HostsTOML().render(configuration)
        }
    }
}
