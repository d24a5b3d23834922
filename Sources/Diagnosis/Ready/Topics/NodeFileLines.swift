import Containerd
import MirrorCore
import Texts

extension ReadyFacts {
    /// What becomes of the files that hold the mirrors, for each version that nodes are on.
    var nodeFileLines: [ReadyLine] {
        groups.map { group in
            let subject = Phrase("ready.subject.files", ["version": Self.name(group.version)])
            guard let version = group.version, let old = releases.line(for: version),
                let new = releases.line(for: target.anyVersion)
            else {
                let why = Phrase("ready.files.unknown", parts: ["groups": group.names])
                return .notChecked(.nodeFiles, subject, why, next: Phrase("ready.step.nameVersion"))
            }
            return line(subject, group, from: old, to: new)
        }
    }

    private func line(_ subject: Phrase, _ group: UpgradeGroup, from old: NodeLine, to new: NodeLine) -> ReadyLine {
        let values = [
            "old": old.form.rawValue, "oldVersion": "\(old.containerdVersion)",
            "new": new.form.rawValue, "newVersion": "\(new.containerdVersion)", "to": "\(target)",
        ]
        let parts = ["groups": group.names]
        func phrase(_ name: String) -> Phrase { Phrase("ready.files.\(name)", values, parts: parts) }
        let preview = LinePreview(configuration, from: old, to: new)
        let errors = preview.appearing.filter { $0.severity == .error }
        let moves = old.form != new.form
        let text = phrase(moves ? "moves" : old == new ? "same" : "sameForm")
        var details = preview.details
        let doubts = doubts
        details += doubts.map(\.phrase)
        guard errors.isEmpty else {
            return .wrong(
                .nodeFiles,
                subject,
                text,
                details: details,
                next: Phrase("ready.files.fix"),
                findings: errors,
                fix: errors.first?.field.flatMap { field in
                    mirrors.first.map { .field(endpoint: $0.name, field) }
                }
            )
        }
        if old != new, !releases.knows(target.anyVersion) || doubts.contains(where: \.isUnpublished) {
            return .notChecked(.nodeFiles, subject, text, details: details, next: Phrase("ready.files.ask"))
        }
        return .checked(
            .nodeFiles,
            subject,
            text,
            isNotable: moves || old != new && !doubts.isEmpty,
            details: details,
            findings: preview.appearing
        )
    }

    /// Facts about the target's nodes that nobody published.
    private var doubts: [(phrase: Phrase, isUnpublished: Bool)] {
        guard let release = releases.entry(for: target.anyVersion) else { return [] }
        func doubt(_ name: String, _ basis: ReleaseBasis, _ source: String) -> (phrase: Phrase, isUnpublished: Bool)? {
            guard basis != .published else { return nil }
            let parts = [
                "what": Phrase("releases.column.\(name)"), "basis": Phrase("releases.basis.\(basis.rawValue)"),
            ]
            return (Phrase("ready.files.doubt", ["source": source], parts: parts), basis == .unpublished)
        }
        return [
            doubt("containerd", release.containerd.basis, release.containerd.source),
            doubt("files", release.files.basis, release.files.source),
        ].compactMap(\.self)
    }
}

/// The same mirrors on two lines of nodes.
private struct LinePreview {
    let details: [Phrase]
    /// What is wrong on the new line and was not on the old.
    let appearing: [Finding]

    init(_ configuration: MirrorConfiguration, from old: NodeLine, to new: NodeLine) {
        let files = NodeFileChange.changes(from: old.files(configuration), to: new.files(configuration))
        let hosts = configuration.mirroredHosts
        let before = PreviewedPulls(configuration, hosts, old)
        let after = PreviewedPulls(configuration, hosts, new)
        let sources = after.changes(since: before)
        let differences =
            old.form == new.form
            ? EngineDifference.between(old.containerdVersion, new.containerdVersion).map(\.phrase) : []
        details = files.map(\.phrase) + sources.map(\.phrase) + differences
        appearing = after.findings(absentFrom: before)
    }
}
