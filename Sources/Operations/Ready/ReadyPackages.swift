import Diagnosis
import ImagePackage
import MirrorCore
import MirrorSystem
import Synchronization
import Texts
import Threads

/// Packages whose images are looked for in the mirrors.
struct ReadyPackages {
    private let paths: [String]
    private let cancellation: Cancellation

    init(_ paths: [String], cancellation: Cancellation) {
        self.paths = paths
        self.cancellation = cancellation
    }

    /// Looks at the beginning of each.
    func open() throws(ReadyError) {
        for path in paths {
            do throws(PackageError) { _ = try PackageReader(path: path) } catch { throw .package(error) }
        }
    }

    /// - Parameter stage: from several threads, one at a time.
    func audit(
        _ mirrors: [ReadyMirror],
        _ stage: @escaping @Sendable (ReadyProgress.Stage) -> Void
    ) throws(ReadyError) -> [ReadyPackage] {
        let pushers = mirrors.map { MirrorAudit($0) }
        var all: [ReadyPackage] = []
        for path in paths {
            do throws(PackageError) {
                all.append(try audit(path, mirrors, pushers, stage))
            } catch {
                throw cancellation.isCancelled ? .cancelled : .package(error)
            }
        }
        return all
    }

    private func audit(
        _ path: String,
        _ mirrors: [ReadyMirror],
        _ audits: [MirrorAudit],
        _ stage: @escaping @Sendable (ReadyProgress.Stage) -> Void
    ) throws(PackageError) -> ReadyPackage {
        let reader = try PackageReader(path: path)
        let cancellation = cancellation
        reader.stopReading { cancellation.isCancelled }
        var package = ReadyPackage(path: path, images: [])
        let name = package.name
        let contents = try reader.contents { step in
            let percent = step.bytesTotal == 0 ? 0 : min(100, Int(step.bytesRead * 100 / step.bytesTotal))
            stage(.reading(package: name, percent: percent, images: step.imagesFound))
        }
        let source = PackageSource(reader, contents)
        package.images = contents.images.map { image in
            ReadyImage(
                name: image.tags.first.map { "\(image.name):\($0)" } ?? image.name,
                registryHost: image.isNameGuessed ? "" : String(image.name.prefix { $0 != "/" })
            )
        }
        let count = AuditCount(name, stage)
        let wanted = mirrors.map { mirror in package.images.indices.filter { mirror.serves(package.images[$0]) } }
        count.all = wanted.reduce(0) { $0 + $1.count }
        for (index, audit) in audits.enumerated() {
            let images = wanted[index].map {
                PushImage(contents.images[$0], below: mirrors[index].mirror.endpoint.mirrorNamespace)
            }
            let outcomes = audit.outcomes(images, source, cancellation, count)
            for (at, outcome) in zip(wanted[index], outcomes) {
                package.images[at].places.append((mirror: index, outcome: outcome))
            }
        }
        return package
    }
}

extension ReadyMirror {
    /// Whether nodes would ask this mirror for the image; an image without a registry host may be meant for any.
    fileprivate func serves(_ image: ReadyImage) -> Bool {
        image.registryHost.isEmpty
            || ([.alwaysMirrored] + mirror.hosts).contains { $0.name == image.registryHost }
    }
}

/// How many images are done, told whenever one more is.
private final class AuditCount: Sendable {
    private struct State: Sendable {
        var all = 0
        var done = 0
        var lost = 0
    }

    private let package: String
    private let stage: @Sendable (ReadyProgress.Stage) -> Void
    private let state = Mutex(State())

    init(_ package: String, _ stage: @escaping @Sendable (ReadyProgress.Stage) -> Void) {
        self.package = package
        self.stage = stage
    }

    var all: Int {
        get { state.withLock { $0.all } }
        set { state.withLock { $0.all = newValue } }
    }

    func take(_ end: PushEvent.ImageEnd) {
        let now = state.withLock { state in
            state.done += 1
            if case .failed = end { state.lost += 1 }
            return state
        }
        stage(.images(package: package, done: now.done, of: now.all, lost: now.lost))
    }
}

/// Asks one mirror for images, with the CA and login that nodes have for it.
private struct MirrorAudit {
    private let pusher: Pusher?
    /// Why the mirror cannot be asked.
    private let refusal: Phrase?

    init(_ mirror: ReadyMirror) {
        if let secret = mirror.hidden.first {
            (pusher, refusal) = (nil, Phrase("ready.mirror.hidden", ["secret": "\(secret)"]))
            return
        }
        let isPlain = mirror.plan.endpoint.scheme == .http
        // A login is never sent without TLS, and a CA is of no use then.
        let login = isPlain ? nil : mirror.plan.pullCredentialConfigPath
        let target = PushTarget(
            endpoint: mirror.plan.endpoint,
            caCertPath: isPlain ? nil : mirror.plan.caCertPath,
            login: login.map { .dockerConfig(path: $0) } ?? .none
        )
        do throws(PushSetupError) {
            (pusher, refusal) = (try Pusher(target), nil)
        } catch {
            (pusher, refusal) = (nil, error.problem(target))
        }
    }

    func outcomes(
        _ images: [PushImage],
        _ source: PackageSource,
        _ cancellation: Cancellation,
        _ count: AuditCount
    ) -> [ReadyImage.Outcome] {
        guard let pusher else { return images.map { _ in .unasked(refusal ?? Phrase("ready.mirror.notAsked")) } }
        guard !images.isEmpty else { return [] }
        var settings = PushSettings()
        settings.threads = 8
        settings.backoff = Backoff(retries: 2)
        let outcome = pusher.run(
            .verify,
            images,
            from: source,
            settings: settings,
            journal: .volatile,
            stop: cancellation,
            abort: cancellation
        ) { event in
            if case .imageEnded(_, let end) = event { count.take(end) }
        }
        let general = outcome.failure.flatMap { $0.finding(repository: "") }?.title ?? Phrase("ready.mirror.notAsked")
        return zip(images, outcome.images).map { Self.outcome($1, of: $0, otherwise: general) }
    }

    private static func outcome(
        _ end: PushEvent.ImageEnd?,
        of image: PushImage,
        otherwise general: Phrase
    ) -> ReadyImage.Outcome {
        switch end {
        case .present, .pushed: return .present
        case .failed(.differs(let all)): return .missing(all.map(\.phrase))
        case .failed(let failure):
            guard let finding = failure.finding(repository: image.repository) else { return .unasked(general) }
            return failure.isGeneral ? .unasked(finding.title) : .failed(finding)
        case nil: return .unasked(general)
        }
    }
}
