import Glibc
import Synchronization

/// Makes places readable, and keeps what several readers share.
final class Spaces: Sendable {
    let limits: PackageLimits
    /// The package's file name, the last resort for naming an image.
    let packageName: String
    let encoding: LayerEncoding
    let chunks: ChunkPool
    let stop = ReadingStop()

    private let package: ByteLocation
    /// `nil` for a folder.
    let packageFile: FileSpace?
    /// Bytes of nested archives that may be in memory at a time.
    let heldTotal = Atomic<Int64>(0)
    /// Decoders whose memory there is room for.
    let mostDecoders = Atomic<Int>(.max)
    private let cache: PageCache
    private let pool: DecoderPool
    private let state = Mutex(State())

    private struct State {
        /// Decoded files, last used last.
        var decoded: [(location: ByteLocation, space: DecodedSpace)] = []
        /// Files that were taken into memory.
        var held: [ByteLocation: any ByteSpace] = [:]
    }

    /// - Parameter file: the package itself, unless it is a folder.
    init(packageName: String, package: ByteLocation, file: FileSpace?, limits: PackageLimits, encoding: LayerEncoding) {
        self.packageName = packageName
        self.package = package
        self.limits = limits
        self.encoding = encoding
        chunks = ChunkPool(encoding)
        packageFile = file
        cache = PageCache(limit: limits.cache)
        pool = DecoderPool(limit: limits.decoder)
        heldTotal.store(limits.held / 2, ordering: .relaxed)
    }

    var bytesRead: Int64 { packageFile?.bytesRead.load(ordering: .relaxed) ?? 0 }

    func space(_ location: ByteLocation) throws(PackageError) -> any ByteSpace {
        if let held = state.withLock({ $0.held[location] }) { return held }
        switch location {
        case .file(let path, let name):
            if location == package, let packageFile { return packageFile }
            return try FileSpace(path, name: name, following: false)
        case .slice(let base, let start, let size, let name):
            return SliceSpace(name: name, base: try space(base), start: start, size: size)
        case .decoded: return try decoded(location)
        }
    }

    /// A step back in it costs decoding from the beginning of something.
    func isForwardOnly(_ location: ByteLocation) throws(PackageError) -> Bool {
        if state.withLock({ $0.held[location] != nil }) { return false }
        return switch location {
        case .file: false
        case .slice(let base, _, _, _): try isForwardOnly(base)
        case .decoded(let base, _):
            if try isForwardOnly(base) { true } else { try decoded(location).isForwardOnly }
        }
    }

    func decoded(_ location: ByteLocation) throws(PackageError) -> DecodedSpace {
        let known = state.withLock { state -> DecodedSpace? in
            guard let index = state.decoded.firstIndex(where: { $0.location == location }) else { return nil }
            let entry = state.decoded.remove(at: index)
            state.decoded.append(entry)
            return entry.space
        }
        if let known { return known }
        guard case .decoded(let base, let codec) = location else { throw .corrupt(name: location.name, offset: 0) }
        let space = try DecodedSpace(
            codec,
            try space(base),
            canSeek: try !isForwardOnly(base),
            cache: cache,
            pool: pool,
            limits: limits,
            stop: stop
        )
        state.withLock { state in
            state.decoded.append((location, space))
            // Each keeps little but its name; a decoder in it is bounded by the pool.
            if state.decoded.count > 32 { state.decoded.remove(at: 1) }
        }
        return space
    }

    /// Takes a file into memory until it is released.
    func hold(_ location: ByteLocation, size: Int64) throws(PackageError) {
        let held = try held(location, size)
        guard held.length == size else { throw .truncated(name: location.name, offset: held.length ?? 0) }
        state.withLock { $0.held[location] = held }
    }

    private func held(_ location: ByteLocation, _ size: Int64) throws(PackageError) -> any ByteSpace {
        let space = try space(location)
        if Self.staysInPages(size), let run = try space.pages(at: 0, size) {
            return PagedSpace(name: location.name, run: run)
        }
        return MemorySpace(name: location.name, content: try space.bytes(at: 0, Int(size)))
    }

    /// A small file would keep much more in memory than its own bytes.
    private static func staysInPages(_ size: Int64) -> Bool { size >= 2 * PageRun.margin }

    /// Bytes of memory that `hold` takes.
    func cost(ofHolding size: Int64) -> Int64 { Self.staysInPages(size) ? size + PageRun.margin : size }

    func release(_ location: ByteLocation) {
        state.withLock { state in
            state.held[location] = nil
            state.decoded.removeAll { $0.location.isIn(location) }
        }
    }

    /// The outermost archive around it in which a step back is dear; `nil` where there is none.
    func forwardOnlyPart(of location: ByteLocation) throws(PackageError) -> ByteLocation? {
        switch location {
        case .file: return nil
        case .slice(let base, _, _, _): return try forwardOnlyPart(of: base)
        case .decoded(let base, _):
            if let outer = try forwardOnlyPart(of: base) { return outer }
            return try decoded(location).isForwardOnly ? location : nil
        }
    }

    /// Nested archives are taken into memory whole: fewer decoded pages are worth keeping.
    func makeRoomForHeld(decoderMemory: UInt64) {
        cache.limit(to: min(limits.cache, limits.cacheBesideHeld))
        heldTotal.store(max(0, limits.held - Int64(clamping: decoderMemory)), ordering: .relaxed)
    }

    /// The largest archive that is taken into memory.
    var largestHeld: Int64 { heldTotal.load(ordering: .relaxed) / 5 * 4 }

    /// Big dictionaries leave less room for decoded pages, and for fewer that read: one beside the survey at least.
    /// - Returns: how many decoders may work side by side.
    func share(decoderMemory: UInt64, cores: Int) -> Int {
        let each = max(1, Int(decoderMemory))
        // Where decoders take much, room for the chunks that are compressed and the pieces that are filled.
        let total = limits.cache + Int(limits.decoder) - min(40 << 20, each)
        let fitting = max(2, (total - (16 << 20)) / each)
        mostDecoders.store(fitting, ordering: .relaxed)
        cache.limit(to: max(16 << 20, min(limits.cache, total - min(fitting, max(cores, 4)) * each)))
        return min(cores, fitting)
    }
}

extension ByteLocation {
    /// The place itself, or something in it.
    func isIn(_ other: ByteLocation) -> Bool {
        if self == other { return true }
        return switch self {
        case .file: false
        case .slice(let base, _, _, _), .decoded(let base, _): base.isIn(other)
        }
    }
}
