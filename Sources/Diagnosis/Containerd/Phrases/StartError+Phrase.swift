import Containerd
import Texts

extension PullExplainer.StartError {
    /// What it means, in one sentence.
    package func verdict(_ version: ContainerdVersion) -> Phrase {
        Phrase(
            isOurLimit ? "why.notRead" : isWithoutConfig ? "why.noConfig" : isCRIOnly ? "why.noCRI" : "why.noStart",
            ["version": "\(version)"]
        )
    }

    package var phrase: Phrase {
        switch self {
        case .config(let error): error.phrase
        case .plugin(let error):
            Phrase(
                "why.pluginRefuses",
                [
                    "text": error.text, "file": error.source?.file ?? ContainerdConfig.defaultPath,
                    "line": "\(error.source?.line ?? 0)",
                ]
            )
        case .disabled(let plugin):
            Phrase(
                "why.criDisabled",
                ["plugin": plugin.written, "file": plugin.source.file, "line": "\(plugin.source.line)"]
            )
        }
    }
}
