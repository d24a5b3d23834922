import ImagePackage
import MirrorCore
import MirrorSystem
import Texts

/// Why nothing can be said before an upgrade.
package enum ReadyError: Error, Equatable, Sendable {
    case file(FileError)
    case notYAML(path: String, YAMLError)
    /// The file gives its nodes no mirror.
    case noMirrors(path: String)
    case badMirror(ValidationIssue)
    /// A file that would not be used, because the cluster config file names another.
    case replaced(option: String, endpoint: String, path: String)
    case live(LiveClusterError)
    case kubectl(KubectlError)
    /// kubectl cannot be asked for a cluster without a usable name.
    case unusableName(String)
    case reports(NodeReportFolder.Trouble)
    case package(PackageError)
    case cancelled

    package var problem: Phrase {
        switch self {
        case .file(let error): error.problem
        case .notYAML(let path, let error):
            Phrase(
                "ready.notYAML",
                ["path": path, "line": "\(error.line)", "column": "\(error.column)"],
                parts: ["problem": error.problem]
            )
        case .noMirrors(let path): Phrase("ready.noMirrors", ["path": path])
        case .badMirror(let issue): issue.problem
        case .replaced(let option, let endpoint, let path):
            Phrase("command.probe.replaced", ["option": option, "endpoint": endpoint, "path": path])
        case .live(let error): error.problem
        case .kubectl(let error): error.problem
        case .unusableName(let name):
            name.isEmpty ? Phrase("live.noName") : Phrase("cluster.unusableName", ["name": name])
        case .reports(let trouble): trouble.problem
        case .package(let error): error.problem
        case .cancelled: Phrase("ready.cancelled")
        }
    }

    package var fix: Phrase? {
        switch self {
        case .file(let error): error.fix
        case .notYAML(_, let error): error.fix
        case .badMirror(let issue): issue.fix
        case .live(let error): error.fix
        case .kubectl(let error): error.fix
        case .noMirrors, .replaced, .unusableName, .reports, .package, .cancelled: nil
        }
    }
}
