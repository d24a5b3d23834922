import Texts

/// What can be done about a cluster config file that is not YAML.
package enum UnreadableConfig: Equatable, Sendable {
    /// The vendor's own mistake: the text in its repaired form.
    case wideDash(repaired: [UInt8])
    /// A template that is YAML but for what is filled in.
    case template
    case other

    package init(_ bytes: [UInt8]) {
        if let repaired = WideDashRepair.repaired(bytes) {
            self = .wideDash(repaired: repaired)
        } else if TemplateMask(bytes).isTemplate, (try? ClusterConfig(template: bytes)) != nil {
            self = .template
        } else {
            self = .other
        }
    }

    /// What to do, for a file at this path; `nil` when the place of the error is all there is to say.
    package func pointer(path: String) -> Phrase? {
        switch self {
        case .wideDash: Phrase("unreadable.wideDash", ["command": RepairCommandLine(path: path).description])
        case .template: Phrase("unreadable.template")
        case .other: nil
        }
    }
}

/// The command that shows a file's repaired form.
struct RepairCommandLine: CustomStringConvertible {
    let path: String

    var description: String {
        ShellCommand(["mirrorctl", "repair"] + ShellCommand.option("--cluster-config", path)).description
    }
}
