import Diagnosis
import MirrorCore
import MirrorSystem
import Synchronization
import Threads

/// Would anything leave the building? Judges images by the files of nodes, and asks mirrors for what they are said to hold.
/// What is not a mirror is never asked.
package struct AuditJob: Sendable {
    package var images: AuditImages
    package var sources: [AuditSource]
    package var bounds: AuditBounds
    /// Of this machine, or of the node whose files are read.
    package var proxies: ProxySettings
    /// By `HOST[:PORT]`.
    package var materials: [String: MirrorMaterial] = [:]
    /// `nil` where no cluster config file is read.
    package var remedies: AuditRemedies?
    /// `false`: what the configuration says, and nobody is asked.
    package var asks = true
    /// Connections at a time.
    package var parallel = 16

    package init(images: AuditImages, sources: [AuditSource], bounds: AuditBounds, proxies: ProxySettings) {
        self.images = images
        self.sources = sources
        self.bounds = bounds
        self.proxies = proxies
    }

    package struct Progress: Equatable, Sendable {
        package let done: Int
        package let all: Int
    }

    /// - Parameter progress: called from several threads, one at a time.
    /// - Returns: `nil` when it was cancelled.
    package func run(
        cancellation: Cancellation = Cancellation(),
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) -> AuditReport? {
        let memory = AuditMemory()
        let names = AuditNames(images, rules: sources.first?.explainer.rules)
        if asks { prove(names.registryHosts, memory, cancellation) }
        let ways = judge(names.references, sources, memory, cancellation, progress)
        guard !cancellation.isCancelled else { return nil }
        let audited = names.audited(ways)
        let remedies = remedies(for: audited, memory, cancellation)
        guard !cancellation.isCancelled else { return nil }
        return AuditReport(
            images: audited,
            sources: sources.map(\.title),
            doubts: memory.standing,
            remedies: remedies,
            cutNodes: images.cutNodes
        )
    }

    /// Each reference by each source, on as many threads as there may be connections.
    private func judge(
        _ references: [String],
        _ sources: [AuditSource],
        _ memory: AuditMemory,
        _ cancellation: Cancellation,
        _ progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) -> [[AuditWay]] {
        let found = Mutex<(ways: [Int: [AuditWay]], done: Int)>(([:], 0))
        ThreadGroup.each(
            references.count,
            "audit",
            threads: max(1, parallel),
            while: { !cancellation.isCancelled },
            worker: { AuditAsker(self, sources, memory, cancellation) },
            body: { asker, index in
                let ways = asker.ways(of: references[index])
                found.withLock { found in
                    found.ways[index] = ways
                    found.done += 1
                    progress(Progress(done: found.done, all: references.count))
                }
            }
        )
        return found.withLock { found in references.indices.map { found.ways[$0] ?? [] } }
    }

    /// Who says yes to anything is found out first, and so is who is not there.
    private func prove(_ registryHosts: [String], _ memory: AuditMemory, _ cancellation: Cancellation) {
        let asker = AuditAsker(self, sources, memory, cancellation)
        for host in registryHosts where !cancellation.isCancelled { asker.prove(host) }
    }

    /// For each registry host that no mirror serves: the mirror that has most of its images.
    private func remedies(
        for images: [AuditedImage],
        _ memory: AuditMemory,
        _ cancellation: Cancellation
    ) -> [String: AuditRemedy] {
        guard let remedies else { return [:] }
        var wanted: [String: [String]] = [:]
        for image in images where image.result == .upstream {
            wanted[image.registryHost, default: []].append(image.reference)
        }
        var found: [String: AuditRemedy] = [:]
        for (host, references) in wanted {
            let unique = Array(Set(references)).sorted()
            var best: (mirror: Int, there: Int?) = (0, nil)
            for mirror in remedies.mirrors.indices where asks {
                guard let there = count(unique, host, on: mirror, remedies, memory, cancellation) else { continue }
                if there > best.there ?? -1 { best = (mirror, there) }
            }
            found[host] = AuditRemedy(
                command: remedies.command(adding: [host], to: best.mirror),
                mirror: remedies.mirrors.isEmpty ? nil : remedies.mirrors[best.mirror].endpoint.url,
                there: best.there.map { there in
                    // Counted as the finding counts: two spellings of one image are two.
                    there == unique.count ? references.count : there
                }
            )
        }
        return found
    }

    /// How many of the images a mirror has; `nil` where that could not be seen of all.
    private func count(
        _ references: [String],
        _ registryHost: String,
        on mirror: Int,
        _ remedies: AuditRemedies,
        _ memory: AuditMemory,
        _ cancellation: Cancellation
    ) -> Int? {
        guard let line = sources.first?.line else { return nil }
        let configuration = MirrorConfiguration(mirrors: remedies.serving([registryHost], by: mirror))
        let explainer = PullPreview.explainer(configuration, on: line) { materials[$0.hostAndPort]?.ca }
        guard let explainer else { return nil }
        var source = AuditSource(explainer, line: line)
        source.addLogins(of: materials)
        let results = judge(references, [source], memory, cancellation).map { $0.first?.result }
        guard !results.contains(where: { $0?.isUnchecked ?? true }) else { return nil }
        return results.count { $0?.isCovered == true }
    }
}

extension AuditSource {
    /// The logins that this machine has of the mirrors.
    package mutating func addLogins(of materials: [String: MirrorMaterial]) {
        for (host, material) in materials {
            if let login = material.login { credentials.byHost[host] = login }
        }
    }
}
