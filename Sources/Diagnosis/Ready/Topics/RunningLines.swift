import MirrorCore
import Texts

extension ReadyFacts {
    /// Whether the running cluster is what the file says.
    var runningLines: [ReadyLine] {
        let subject = Phrase("ready.subject.running")
        guard let live else {
            return [.notChecked(.running, subject, Phrase("ready.running.notAsked"), next: Phrase("ready.running.ask"))]
        }
        guard !live.hasHeaderMirrors else {
            return [.notChecked(.running, subject, Phrase("ready.running.isFile"), next: Phrase("ready.running.ask"))]
        }
        let (own, running) = (file.cluster?.version, live.config.cluster?.version)
        var details: [Phrase] = []
        if own != running {
            details.append(
                Phrase("ready.running.version", ["file": Self.name(own), "running": Self.name(running)])
            )
        }
        if live.config.nodePools.isEmpty, !file.nodePools.isEmpty {
            details.append(Phrase("ready.running.poolsOfFile"))
        }
        let place = file.mirrorPlace
        let comparison = LiveComparison(
            running: live.registryMirrors,
            file: file.registryMirrors(at: place),
            at: place
        )
        guard comparison.isSame else {
            let change = comparison.change(path: "registryMirrors").diff(context: 0)
            let lines = change.hunks.flatMap(\.lines).filter { $0.kind != .context }.map { line in
                Phrase.plain((line.kind == .removed ? "- " : "+ ") + line.text)
            }
            let command = ShellCommand(
                ["mirrorctl", "diff"] + ShellCommand.option("--cluster-config", question.clusterConfigPath) + source
            )
            return [
                .wrong(
                    .running,
                    subject,
                    Phrase("ready.running.differs"),
                    details: Array(lines.prefix(12)) + details,
                    next: Phrase("ready.running.fix", ["command": command.description])
                )
            ]
        }
        return [
            .checked(
                .running,
                subject,
                Phrase("ready.running.same"),
                isNotable: !details.isEmpty,
                details: details
            )
        ]
    }

    private var source: [String] {
        switch question.live {
        case .saved(let path): ShellCommand.option("--live", path)
        case .kubectl(let kubeconfig): ShellCommand.option("--kubeconfig", kubeconfig)
        case nil: []
        }
    }

    static func name(_ version: GDCVersion?) -> String { version?.description ?? "?" }
}

extension ClusterConfig {
    /// Where the mirrors stand that the file gives its nodes: the place that counts for its type, else the other.
    package var mirrorPlace: MirrorPlace {
        let place = placement(for: .update).place
        let other: MirrorPlace = place == .header ? .spec : .header
        return registryMirrors(at: place).isEmpty && !registryMirrors(at: other).isEmpty ? other : place
    }
}
