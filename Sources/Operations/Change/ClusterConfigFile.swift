import Glibc
import MirrorCore
import MirrorSystem

/// A cluster config file as read: its bytes, what they say, and what it takes to tell whether the file changed since.
package struct ClusterConfigFile: Sendable {
    package let snapshot: FileSnapshot
    package let config: ClusterConfig
    /// Not YAML before it is filled in.
    package let isTemplate: Bool

    /// - Parameter takesTemplate: a template is read as far as it is not filled in later; else it is no YAML.
    package init(reading path: String, takesTemplate: Bool = false) throws(ClusterConfigFileError) {
        let snapshot: FileSnapshot
        do { snapshot = try FileSnapshot(reading: path) } catch { throw .file(error) }
        do throws(YAMLError) {
            config = try ClusterConfig(yaml: snapshot.bytes)
            isTemplate = false
        } catch {
            guard takesTemplate, case .template = UnreadableConfig(snapshot.bytes),
                let config = try? ClusterConfig(template: snapshot.bytes)
            else { throw .notYAML(snapshot, error) }
            self.config = config
            isTemplate = true
        }
        self.snapshot = snapshot
    }

    package init(_ snapshot: FileSnapshot) throws(YAMLError) {
        self.snapshot = snapshot
        config = try ClusterConfig(yaml: snapshot.bytes)
        isTemplate = false
    }

    /// The file's bytes with these mirrors.
    package func edited(place: MirrorPlace, mirrors: [RegistryMirror]) throws(ClusterConfigEditError) -> [UInt8] {
        isTemplate
            ? try ClusterConfigEditor.edit(template: snapshot.bytes, place: place, mirrors: mirrors)
            : try ClusterConfigEditor.edit(snapshot.bytes, place: place, mirrors: mirrors)
    }
}

package enum ClusterConfigFileError: Error, Equatable, Sendable {
    case file(FileError)
    /// What was read, and where it stops being YAML.
    case notYAML(FileSnapshot, YAMLError)
}

extension FileSnapshot {
    /// What to know before this file is replaced.
    package var concerns: [EditConcern] {
        names > 1 ? [EditConcern(.warning, "hardLinked", ["path": path, "names": "\(names)"])] : []
    }

    /// Writes the change, with a backup that an undo finds.
    package func replace(with change: FileChange, breaksHardLink: Bool) throws(FileError) -> WrittenFile {
        try AtomicWriter().replace(
            self,
            with: change.after,
            backupName: .marked(BackupMark.of(change.after)),
            breaksHardLink: breaksHardLink
        )
    }
}
