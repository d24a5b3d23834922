import MirrorCore
import Texts

/// What an audit came to, by registry host.
package struct AuditReport: Equatable, Sendable {
    package let images: [AuditedImage]
    /// One for each set of files, in the order of `AuditedImage.ways`.
    package let sources: [Phrase]
    /// What no mirror stands before, and how to change that; by registry host.
    package let remedies: [String: AuditRemedy]
    /// Nodes whose list of images may be longer than they say.
    package let cutNodes: [String]
    /// In the order in which their images came.
    package let hosts: [AuditHost]
    /// What stood in the way of asking, whether an image hangs on it or not.
    package let doubts: [AuditDoubt]

    package init(
        images: [AuditedImage],
        sources: [Phrase],
        doubts: [AuditDoubt] = [],
        remedies: [String: AuditRemedy] = [:],
        cutNodes: [String] = []
    ) {
        self.images = images
        self.sources = sources
        self.remedies = remedies
        self.cutNodes = cutNodes
        var groups: [String: [AuditedImage]] = [:]
        var order: [String] = []
        for image in images where !image.ways.isEmpty {
            if groups[image.registryHost] == nil { order.append(image.registryHost) }
            groups[image.registryHost, default: []].append(image)
        }
        hosts = order.map { AuditHost(name: $0, images: groups[$0] ?? []) }
        var all = doubts
        for case .unchecked(let more)? in images.map(\.result) {
            for doubt in more where !all.contains(doubt) { all.append(doubt) }
        }
        self.doubts = all
    }

    package func count(_ isCounted: (AuditResult) -> Bool) -> Int {
        images.count { $0.result.map(isCounted) ?? false }
    }

    package var leaving: Int { count(\.leaves) }
    /// What has no name, or none of an image, is among them.
    package var unchecked: Int { count(\.isUnchecked) + notImages.count + nameless.count }
    package var notImages: [AuditedImage] {
        images.filter { if case .notAnImage = $0.kind { true } else { false } }
    }
    package var nameless: [AuditedImage] { images.filter { $0.kind == .nameless } }
    package var neverPulled: [AuditedImage] { images.filter { $0.kind == .neverPulled } }

    /// Nothing would leave, as far as all of it could be seen.
    package var isGood: Bool { leaving == 0 && unchecked == 0 }

    package var verdict: Phrase {
        let values = [
            "count": "\(images.count)", "leaving": "\(leaving)", "unchecked": "\(unchecked)",
            "configured": "\(count { $0 == .configured })",
        ]
        if leaving > 0 { return Phrase(unchecked > 0 ? "audit.verdict.both" : "audit.verdict.leaves", values) }
        if unchecked > 0 { return Phrase("audit.verdict.unchecked", values) }
        return Phrase(count { $0 == .configured } > 0 ? "audit.verdict.configured" : "audit.verdict.good", values)
    }
}

/// The images of one registry host.
package struct AuditHost: Equatable, Sendable {
    package let name: String
    package let images: [AuditedImage]

    /// Whom the sets of files ask, each list once.
    package var asked: [[String]] {
        var lists: [[String]] = []
        for way in images.flatMap(\.ways) where !lists.contains(way.asked) { lists.append(way.asked) }
        return lists
    }

    package func count(_ isCounted: (AuditResult) -> Bool) -> Int {
        images.count { $0.result.map(isCounted) ?? false }
    }

    /// Somebody was asked for one of its images.
    package var isAsked: Bool {
        images.contains { image in
            switch image.result {
            case .mirror?, .own?, .upstreamNext?, .nobody?, .unchecked?: true
            case .configured?, .inside?, .upstream?, nil: false
            }
        }
    }

    /// Why none of its images leaves, where nobody had to be asked for that.
    package var inside: AuditBounds.Reach? {
        for case .inside(let reach)? in images.map(\.result) { return reach }
        return nil
    }
}

/// How images would come to a mirror that are not sent to one.
package struct AuditRemedy: Equatable, Sendable {
    /// Adds the registry host to a mirror's `hosts`; `nil` where no file is changed by a command.
    package let command: ShellCommand?
    /// The mirror's URL; `nil` when the file has none.
    package let mirror: String?
    /// How many of the images that mirror has; `nil` where it was not asked.
    package let there: Int?

    package init(command: ShellCommand?, mirror: String?, there: Int?) {
        self.command = command
        self.mirror = mirror
        self.there = there
    }
}
