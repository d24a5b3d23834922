import Containerd
import Texts

extension ContainerdConfigError {
    package var phrase: Phrase {
        switch self {
        case .notThere(let file): Phrase("containerdConfig.notThere", ["file": file])
        case .unreadable(let file, let error):
            Phrase("containerdConfig.unreadable", ["file": file, "reason": error.description])
        case .toml(let file, let error):
            Phrase(
                "containerdConfig.toml",
                ["file": file, "line": "\(error.line)", "column": "\(error.column)"],
                parts: ["reason": error.phrase]
            )
        case .wrongType(let key, let expected, let found, let source):
            Phrase(
                "containerdConfig.wrongType",
                ["file": source.file, "line": "\(source.line)", "key": key, "expected": expected, "found": found]
            )
        case .unsupportedVersion(let version, let highest, let file, _):
            Phrase(
                "containerdConfig.unsupportedVersion",
                ["file": file, "version": "\(version)", "highest": "\(highest)"]
            )
        case .newerDropIn(let version, let root, let source):
            Phrase(
                "containerdConfig.newerDropIn",
                ["file": source.file, "version": "\(version)", "root": "\(root)"]
            )
        case .invalidPluginKey(let key, _, let source):
            Phrase(
                "containerdConfig.invalidPluginKey",
                ["file": source.file, "line": "\(source.line)", "key": key]
            )
        case .invalidListedPlugin(let name, let list, _, let source):
            Phrase(
                "containerdConfig.invalidListedPlugin",
                ["file": source.file, "line": "\(source.line)", "name": name, "list": list + "_plugins"]
            )
        case .requiredPluginMissing(let name, let source):
            Phrase(
                "containerdConfig.requiredPluginMissing",
                ["file": source.file, "line": "\(source.line)", "name": name]
            )
        case .beyondLimit(let limit, let source):
            Phrase(
                "containerdConfig.\(limit.key)",
                ["file": source.file, "line": "\(source.line)", "limit": "\(limit.value)"]
            )
        }
    }
}
