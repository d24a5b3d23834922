import MirrorCore
import Texts

extension ReadyFacts {
    /// The mirrors as this machine met them, and what that says of nodes.
    var mirrorLines: [ReadyLine] { mirrors.map(line) + [fromNodes] }

    private func line(_ mirror: ReadyMirror) -> ReadyLine {
        let subject = Phrase("ready.subject.mirror", ["mirror": mirror.name])
        if let secret = mirror.hidden.first {
            let why = Phrase("ready.mirror.hidden", ["secret": "\(secret)"])
            return .notChecked(.mirror, subject, why, next: Phrase("ready.mirror.giveFiles"))
        }
        guard let report = mirror.report, !report.isCancelled else {
            return .notChecked(.mirror, subject, Phrase("ready.mirror.notAsked"), next: Phrase("ready.again"))
        }
        // When a certificate ends is a line of its own.
        let findings = ProbeVerdict(report).judged.map(\.finding).filter { $0.code != "MIR0216" }
        let errors = findings.filter { $0.severity == .error }
        guard let first = errors.first else {
            let warnings = findings.filter { $0.severity == .warning }
            return .checked(
                .mirror,
                subject,
                Phrase(report.proxy == nil ? "ready.mirror.answers" : "ready.mirror.answersThroughProxy"),
                isNotable: !warnings.isEmpty,
                findings: warnings
            )
        }
        return .wrong(
            .mirror,
            subject,
            Phrase("ready.mirror.fails"),
            next: first.nextStep,
            findings: errors,
            fix: first.field.map { .field(endpoint: mirror.name, $0) }
        )
    }

    /// Nobody here has stood where a node stands.
    private var fromNodes: ReadyLine {
        let image = packages.lazy.flatMap(\.images).first { !$0.registryHost.isEmpty }?.name ?? "IMAGE"
        let node = cluster.allNodes.first?.address ?? "NODE"
        let command = ShellCommand(["mirrorctl", "why", image, "--node", node, "--live"])
        return .notChecked(
            .mirror,
            Phrase("ready.subject.fromNodes"),
            Phrase("ready.mirror.fromHere"),
            next: Phrase("ready.mirror.fromNodes", ["command": command.description])
        )
    }
}
