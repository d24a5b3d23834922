import MirrorCore
import Texts

extension ReadyFacts {
    /// Names that are told before the rest is counted.
    private static let shown = 20

    /// The images of each package, and the releases that no package is of.
    var imageLines: [ReadyLine] { packages.flatMap(lines) + coverLines }

    private func lines(_ package: ReadyPackage) -> [ReadyLine] {
        let subject = Phrase("ready.subject.images", ["package": package.name])
        var present = 0
        var missing: [(ReadyImage, [Phrase])] = []
        var failed: [(ReadyImage, Finding)] = []
        var unasked: [(ReadyImage, Phrase)] = []
        var uncovered: [ReadyImage] = []
        for image in package.images {
            switch image.outcome {
            case .present: present += 1
            case .missing(let what): missing.append((image, what))
            case .failed(let finding): failed.append((image, finding))
            case .unasked(let why): unasked.append((image, why))
            case nil: uncovered.append(image)
            }
        }
        let values = ["present": "\(present)", "images": "\(package.images.count)", "package": package.name]
        var lines: [ReadyLine] = []
        if present == package.images.count {
            lines.append(.checked(.images, subject, Phrase("ready.images.all", values), details: notes(package)))
        }
        if !missing.isEmpty {
            let details = missing.map { image, what in
                Phrase("ready.images.lacks", ["image": image.name], parts: ["what": .list(what, limit: 2)])
            }
            let command = pushCommand(package, missing[0].0)
            lines.append(
                .wrong(
                    .images,
                    subject,
                    Phrase("ready.images.missing", values.merging(["count": "\(missing.count)"]) { $1 }),
                    details: Self.bounded(details),
                    next: Phrase("ready.images.push", ["command": command.description]),
                    fix: .push(package: package.path, target: target(of: missing[0].0)?.endpoint.pushTarget ?? "")
                )
            )
        }
        if !failed.isEmpty {
            let details = failed.map { Phrase.plain($0.0.name) }
            var known: Set<Finding.Sameness> = []
            let findings = failed.map(\.1).filter { known.insert($0.sameness).inserted }
            lines.append(
                .wrong(
                    .images,
                    subject,
                    Phrase("ready.images.failed", values.merging(["count": "\(failed.count)"]) { $1 }),
                    details: Self.bounded(details),
                    next: findings[0].nextStep,
                    findings: Array(findings.prefix(3))
                )
            )
        }
        lines += uncoveredLines(subject, uncovered)
        if let (_, why) = unasked.first {
            let count = ["count": "\(unasked.count)"]
            lines.append(
                .notChecked(
                    .images,
                    subject,
                    Phrase("ready.images.unasked", values.merging(count) { $1 }, parts: ["why": why]),
                    next: Phrase("ready.images.askAgain")
                )
            )
        }
        return lines
    }

    /// Images that nodes would not ask any mirror for.
    private func uncoveredLines(_ subject: Phrase, _ images: [ReadyImage]) -> [ReadyLine] {
        let remedies = AuditRemedies(
            file,
            path: question.clusterConfigPath,
            place: file.mirrorPlace,
            mirrors: mirrors.map(\.mirror)
        )
        let byHost = Dictionary(grouping: images, by: \.registryHost).sorted { $0.key < $1.key }
        return byHost.map { host, images in
            let values = ["host": host]
            let next = remedies.command(adding: [host], to: 0).map {
                Phrase("ready.images.cover", values.merging(["command": $0.description]) { $1 })
            }
            return .wrong(
                .images,
                subject,
                Phrase("ready.images.uncovered", ["count": "\(images.count)", "host": host]),
                details: Self.bounded(images.map { .plain($0.name) }),
                next: next ?? Phrase("ready.images.notToCover", values),
                fix: mirrors.first.map { .field(endpoint: $0.name, .hosts) }
            )
        }
    }

    /// Of a package whose images are all there: what an operator may not expect.
    private func notes(_ package: ReadyPackage) -> [Phrase] {
        var notes: [Phrase] = []
        let later = package.images.count { image in image.places.first?.outcome != .present }
        if later > 0 { notes.append(Phrase("ready.images.notInFirst", ["count": "\(later)"])) }
        let guessed = package.images.count { $0.registryHost.isEmpty }
        if guessed > 0 { notes.append(Phrase("ready.images.guessed", ["count": "\(guessed)"])) }
        return notes
    }

    /// Releases whose images are needed, and which no package's name names.
    private var coverLines: [ReadyLine] {
        neededReleases.compactMap { minor in
            let isTarget = minor == target.minor
            let named = packages.compactMap(\.release).contains { release in
                isTarget && target.version != nil ? target.isSame(as: release) : release.release == minor
            }
            guard !named else { return nil }
            let version = isTarget ? "\(target)" : "\(minor)"
            // Of a minor release alone nobody knows the patch.
            let whole = isTarget && target.version != nil ? version : "\(version).N-gke.N"
            let values = ["version": version, "file": "bmpackages_\(whole).tar.xz"]
            let unnamed = packages.filter { $0.release == nil }.map { Phrase.plain($0.name) }
            let subject = Phrase("ready.subject.imagesOf", values)
            let next = Phrase("ready.images.give", values)
            guard unnamed.isEmpty else {
                let why = Phrase("ready.images.nameless", values, parts: ["packages": .list(unnamed, limit: 3)])
                return .notChecked(.images, subject, why, next: next)
            }
            let why = Phrase(isTarget ? "ready.images.noPackage" : "ready.images.noPackageBetween", values)
            return .notChecked(.images, subject, why, next: next)
        }
    }

    private func target(of image: ReadyImage) -> RegistryMirror? {
        image.places.first.flatMap { mirrors.indices.contains($0.mirror) ? mirrors[$0.mirror].mirror : nil }
    }

    private func pushCommand(_ package: ReadyPackage, _ image: ReadyImage) -> ShellCommand {
        var words = ["mirrorctl", "push", "images"] + ShellCommand.option("--source", package.path)
        guard let place = image.places.first, mirrors.indices.contains(place.mirror) else { return ShellCommand(words) }
        let mirror = mirrors[place.mirror]
        words += ["--private-registry", mirror.mirror.endpoint.pushTarget]
        if let ca = mirror.plan.caCertPath { words += ShellCommand.option("--cacert", ca) }
        if mirror.mirror.endpoint.scheme == .http { words.append("--allow-http") }
        if mirror.mirror.pullCredential == nil { words.append("--need-credential=false") }
        return ShellCommand(words)
    }

    private static func bounded(_ details: [Phrase]) -> [Phrase] {
        let rest = details.count - shown
        guard rest > 0 else { return details }
        return details.prefix(shown) + [Phrase("ready.images.more", ["count": "\(rest)"])]
    }
}
