import Containerd
import MirrorCore
import Texts

extension ReadyFacts {
    /// What the step to the target's containerd is known to bring along.
    var trapLines: [ReadyLine] { problemLines + broughtLines + headerLines + deadLines }

    /// What earlier patches of the target lack that later ones have.
    private var problemLines: [ReadyLine] {
        let values = ["version": "\(target)", "day": releases.readOn]
        let subject = Phrase("ready.subject.problems", ["version": "\(target)"])
        guard let version = target.version else {
            return [.notChecked(.traps, subject, Phrase("ready.problems.minor", values), next: wholeVersion)]
        }
        guard releases.knows(version) else {
            return [
                .notChecked(
                    .traps,
                    subject,
                    Phrase("ready.problems.unknown", values),
                    next: Phrase("ready.release.ask")
                )
            ]
        }
        let open = releases.changes.filter { !$0.isAbility && $0.pulls?.side != .since && !$0.isIn(version) }
        guard !open.isEmpty else { return [.checked(.traps, subject, Phrase("ready.problems.none", values))] }
        let details = open.map { change in
            let own = change.since.first { $0.release == version.release }
            let first = own ?? change.since.filter { $0 > version }.min()
            return Phrase(
                first == nil ? "ready.problems.open" : "ready.problems.fixedIn",
                ["first": first?.description ?? ""],
                parts: ["change": change.text]
            )
        }
        return [
            .checked(
                .traps,
                subject,
                Phrase("ready.problems.some", values),
                isNotable: true,
                details: details,
                next: Phrase("ready.problems.next")
            )
        ]
    }

    /// What the target has that can make pulls fail through no fault of the mirror.
    private var broughtLines: [ReadyLine] {
        guard let version = target.version, releases.knows(version) else { return [] }
        let brought = releases.changes.filter { $0.pulls?.side == .since && $0.endangersPulls(of: version) }
        guard !brought.isEmpty else { return [] }
        return [
            .checked(
                .traps,
                Phrase("ready.subject.brought", ["version": "\(target)"]),
                Phrase("ready.problems.brought", ["day": releases.readOn]),
                isNotable: true,
                details: brought.map { Phrase("ready.problems.open", parts: ["change": $0.text]) }
            )
        ]
    }

    private var wholeVersion: Phrase { Phrase("ready.step.wholeVersion") }

    /// The header of a user cluster, where its rule changes on the way.
    private var headerLines: [ReadyLine] {
        guard file.cluster?.type == .user, releases.headerRule(for: target.anyVersion) == .update else { return [] }
        let subject = Phrase("ready.subject.header")
        var later = file
        later.cluster?.version = target.anyVersion
        let edit = IntendedEdit(
            config: later,
            place: .spec,
            operation: .update,
            mirrors: validate(file.registryMirrors(at: .spec), for: .spec).mirrors ?? [],
            releases: releases
        )
        if let both = edit.concerns.first(where: { $0.id == "mirrorsInBothPlaces" }) {
            return [.wrong(.traps, subject, both.problem, next: both.fix)]
        }
        guard releases.headerRule(for: cluster.cluster?.version) == .creation else { return [] }
        let values = ["first": releases.firstWithHeaderUpdate?.description ?? "", "version": "\(target)"]
        return [.checked(.traps, subject, Phrase("ready.header.counts", values), isNotable: true)]
    }

    /// Settings in the nodes' files that the target's containerd would not heed.
    private var deadLines: [ReadyLine] {
        guard let new = releases.line(for: target.anyVersion) else { return [] }
        let subject = Phrase("ready.subject.dead")
        let judged = (nodes ?? []).filter { $0.explainer != nil }
        guard !judged.isEmpty else {
            return [
                .notChecked(.traps, subject, Phrase("ready.dead.noReports"), next: Phrase("ready.nodes.ask"))
            ]
        }
        var found: [Finding] = []
        var known: Set<Finding.Sameness> = []
        var carriers: [String] = []
        for node in judged {
            let own = Self.loses(node, on: new.containerdVersion)
            if !own.isEmpty { carriers.append(node.inspection.target) }
            found += own.filter { known.insert($0.sameness).inserted }
        }
        let values = ["nodes": "\(judged.count)", "containerd": "\(new.containerdVersion)"]
        guard !found.isEmpty else { return [.checked(.traps, subject, Phrase("ready.dead.none", values))] }
        let parts = ["names": Phrase.list(carriers.map { .plain($0) }, limit: 6)]
        return [
            .checked(
                .traps,
                subject,
                Phrase("ready.dead.some", values, parts: parts),
                isNotable: true,
                next: Phrase("ready.dead.next"),
                findings: Array(found.prefix(12))
            )
        ]
    }

    /// What the same files would no longer do on another containerd.
    private static func loses(_ node: NodeJudgement, on version: ContainerdVersion) -> [Finding] {
        guard let report = node.inspection.report, !node.version.isSameBranch(as: version) else { return [] }
        do throws(PullExplainer.StartError) {
            let later = try PullExplainer(
                version: version,
                files: report.files,
                configPath: report.configPath,
                isConfigNamed: report.isConfigNamed
            )
            let today = Set((node.judge?.dead ?? []).map(\.finding.sameness))
            return PullJudge(later).dead.map(\.finding).filter { !today.contains($0.sameness) }
        } catch {
            return [VersionComparison.doesNotStart(error, version: version)]
        }
    }
}
