import MirrorCore
import Texts

extension ReadyFacts {
    /// The step of each group of nodes, and the release it leads to.
    var stepLines: [ReadyLine] {
        let groups = groups
        guard !groups.isEmpty else {
            return [
                .notChecked(
                    .step,
                    Phrase("ready.subject.step", ["version": "?"]),
                    Phrase("ready.step.noCluster"),
                    next: Phrase("ready.step.nameVersion")
                )
            ]
        }
        return groups.map(line) + releaseLines
    }

    private func line(_ group: UpgradeGroup) -> ReadyLine {
        let from = Self.name(group.version)
        let subject = Phrase("ready.subject.step", ["version": from])
        var values = ["from": from, "to": "\(target)"]
        let parts = ["groups": group.names]
        func phrase(_ name: String) -> Phrase { Phrase("ready.step.\(name)", values, parts: parts) }
        switch ReleaseStep(from: group.version, to: target) {
        case .unknown: return .notChecked(.step, subject, phrase("unknown"), next: Phrase("ready.step.nameVersion"))
        case .already where live == nil:
            return .notChecked(.step, subject, phrase("alreadyInFile"), next: Phrase("ready.running.ask"))
        case .already: return .checked(.step, subject, phrase("already"), isNotable: true)
        case .patch: return .checked(.step, subject, phrase("patch"))
        case .sameMinor:
            return .notChecked(.step, subject, phrase("sameMinor"), next: Phrase("ready.step.wholeVersion"))
        case .next: return .checked(.step, subject, phrase("next"))
        case .skip(let over):
            values["over"] = "\(over)"
            guard releases.has("skipUpgrade", in: target.anyVersion) else {
                // Of pools alone nobody says how far they may be brought at a time.
                guard group.groups.contains(where: { $0.role == .controlPlane }) else {
                    return .notChecked(.step, subject, phrase("skipOfPools"), next: Phrase("ready.release.ask"))
                }
                return .wrong(.step, subject, phrase("noSkip"), next: Phrase("ready.step.goTo", values))
            }
            return .checked(.step, subject, phrase("skip"), isNotable: true)
        case .tooFar(let minors):
            values["minors"] = "\(minors)"
            values["over"] = "\(GDCMinor(target.minor.major, target.minor.minor - minors + 1))"
            return .wrong(.step, subject, phrase("tooFar"), next: Phrase("ready.step.goTo", values))
        case .down: return .wrong(.step, subject, phrase("down"), next: Phrase("ready.step.noWayBack"))
        case .otherMajor:
            return .notChecked(.step, subject, phrase("otherMajor"), next: Phrase("ready.release.ask"))
        }
    }

    /// What the table of releases does not say of the target.
    private var releaseLines: [ReadyLine] {
        let subject = Phrase("ready.subject.release", ["version": "\(target)"])
        let values = [
            "version": "\(target)", "day": releases.readOn, "newest": releases.newest?.description ?? "",
            "first": "\(releases.supported.lowerBound)", "last": "\(releases.supported.upperBound)",
        ]
        guard releases.knows(target.anyVersion) else {
            return [
                .notChecked(
                    .step,
                    subject,
                    Phrase("ready.release.unknown", values),
                    next: Phrase("ready.release.ask")
                )
            ]
        }
        guard !releases.supported.contains(target.minor) else { return [] }
        return [.checked(.step, subject, Phrase("ready.release.unsupported", values), isNotable: true)]
    }

    /// The releases whose images the steps need, the target's last.
    var neededReleases: [GDCMinor] {
        let over = groups.compactMap { group -> GDCMinor? in
            if case .skip(let over) = ReleaseStep(from: group.version, to: target) { over } else { nil }
        }
        return Set(over).sorted() + [target.minor]
    }
}
