import MirrorCore
import MirrorSystem
import RegistryClient
import Synchronization
import TestSupport
import Threads

/// A package in memory; `isRandomAccess: false` reads it from first to last, as a stream does.
struct MemorySource: PushSource {
    let blobs: [(name: BlobName, bytes: [UInt8])]
    let isRandomAccess: Bool
    var readings = Counter()

    final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }

    final class Reader: PieceReader {
        private let bytes: [UInt8]
        private let canRestart: Bool
        private var at = 0

        init(_ bytes: [UInt8], canRestart: Bool) {
            self.bytes = bytes
            self.canRestart = canRestart
        }

        func next() -> [UInt8]? {
            guard at < bytes.count else { return nil }
            let piece = Array(bytes[at..<min(bytes.count, at + ChunkSize.largest)])
            at += piece.count
            return piece
        }

        /// A layer that is "made" stays as it is here.
        var made: MadeLayer? { MadeLayer(digest: contentDigest(bytes), size: bytes.count) }

        func restart() -> Bool {
            if canRestart { at = 0 }
            return canRestart
        }
    }

    func read(
        wanting: Set<BlobName>,
        readers: Int,
        each: @escaping @Sendable (_ blob: BlobName, _ reader: any PieceReader) throws(PushFailure) -> Void
    ) throws(PushFailure) {
        readings.add()
        for (name, bytes) in blobs where wanting.contains(name) { try each(name, Reader(bytes, canRestart: false)) }
    }

    /// Nothing in memory takes its time.
    func stopReading(when condition: @escaping @Sendable () -> Bool) {}

    func open(_ blob: BlobName) -> (any PieceReader)? {
        blobs.first { $0.name == blob }.map { Reader($0.bytes, canRestart: true) }
    }
}

/// Images of random layers.
struct MemoryImages {
    private(set) var images: [PushImage] = []
    private(set) var blobs: [(name: BlobName, bytes: [UInt8])] = []
    private var random: SeededGenerator
    /// Times that the package was read through.
    let readings = MemorySource.Counter()

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func layer(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count { withUnsafeBytes(of: random.next()) { bytes += $0 } }
        return Array(bytes.prefix(count))
    }

    /// - Parameter isMade: the layers' digests are known at their end only.
    /// - Parameter foreign: the descriptor of a layer that stays where it is.
    mutating func add(
        _ repository: String,
        tag: String = "1",
        layers: [[UInt8]] = [],
        foreign: String? = nil,
        isMade: Bool = false
    ) {
        func name(_ bytes: [UInt8]) -> BlobName {
            isMade ? .made(id: "tar+" + contentDigest(bytes)) : .digest(contentDigest(bytes))
        }
        func descriptor(_ kind: String, _ digest: String, _ size: Int) -> String {
            #"{"mediaType":"application/vnd.oci.image.\#(kind)","digest":"\#(digest)","size":\#(size)}"#
        }
        let config = Array(#"{"architecture":"amd64","os":"linux","config":{},"note":"\#(repository):\#(tag)"}"#.utf8)
        let stored: [(name: BlobName, bytes: [UInt8])] =
            [(name: BlobName.digest(contentDigest(config)), bytes: config)] + layers.map { (name: name($0), bytes: $0) }
        for blob in stored where !blobs.contains(where: { $0.name == blob.name }) { blobs.append(blob) }
        var parts = layers.map { descriptor("layer.v1.tar+gzip", contentDigest($0), $0.count) }
        if let foreign { parts.append(foreign) }
        let text =
            #"{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":"#
            + descriptor("config.v1+json", contentDigest(config), config.count)
            + #","layers":["# + parts.joined(separator: ",") + "]}"
        let manifest = PushManifest(
            bytes: Array(text.utf8),
            mediaType: "application/vnd.oci.image.manifest.v1+json",
            digest: contentDigest(Array(text.utf8)),
            tags: [tag]
        )
        let wanted = layers.map { "tar+" + contentDigest($0) }
        images.append(
            PushImage(
                name: "gcr.io/\(repository):\(tag)",
                repository: repository,
                tags: [tag],
                blobs: stored.map { PushBlob(name: $0.name, size: $0.bytes.count) },
                expects: isMade
                    ? .config(digest: contentDigest(config)) : .manifest(digest: manifest.digest),
                manifests: { made in
                    isMade && !wanted.allSatisfy { made[$0] != nil } ? nil : [manifest]
                }
            )
        )
    }

    func source(isRandomAccess: Bool) -> MemorySource {
        MemorySource(blobs: blobs, isRandomAccess: isRandomAccess, readings: readings)
    }
}

/// Runs a push against one of the lab's registries.
struct LabPush {
    let lab: PushLab
    let images: MemoryImages
    let state: TemporaryFolder
    var settings = PushSettings()
    var events = EventLog()

    init(_ lab: PushLab, _ images: MemoryImages) throws {
        self.lab = lab
        self.images = images
        state = try TemporaryFolder()
        settings.backoff = Backoff(firstMilliseconds: 20, longestMilliseconds: 400, retries: 8)
    }

    final class EventLog: Sendable {
        private let list = Mutex<[PushEvent]>([])
        func add(_ event: PushEvent) { list.withLock { $0.append(event) } }
        var all: [PushEvent] { list.withLock { $0 } }
        var retries: Int { all.count { if case .retrying = $0 { true } else { false } } }
    }

    func run(
        _ registry: String,
        _ work: PushWork = .push,
        isRandomAccess: Bool = true,
        login: PushTarget.Login = .none,
        stop: Cancellation = Cancellation(),
        report: @escaping @Sendable (PushEvent) -> Void = { _ in }
    ) throws -> PushOutcome {
        let isTLS = ["tls", "basic", "token", "brief", "stranger"].contains(registry)
        let endpoint = MirrorEndpoint(scheme: isTLS ? .https : .http, host: "127.0.0.1", port: lab.port(registry))
        let pusher = try Pusher(PushTarget(endpoint: endpoint, caCertPath: lab.caPath, login: login))
        let journal = try PushJournal.open(folder: state.path, package: "memory", target: endpoint.pushTarget)
        guard let journal else { throw PushFailure.cancelled }
        let events = events
        return pusher.run(
            work,
            images.images,
            from: images.source(isRandomAccess: isRandomAccess),
            settings: settings,
            journal: journal,
            stop: stop,
            abort: Cancellation()
        ) { event in
            events.add(event)
            report(event)
        }
    }
}
