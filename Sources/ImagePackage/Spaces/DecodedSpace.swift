import Glibc
import Synchronization

/// What a compressed file holds. An .xz file of many blocks is read at random, block by block; anything else is decoded
/// from the beginning each time something is wanted that was passed and is no longer in the cache.
final class DecodedSpace: ByteSpace {
    let name: String
    let base: any ByteSpace
    let segments: [Segment]
    /// A step back costs decoding from the beginning.
    var isForwardOnly: Bool { segments.count < 2 }
    /// Bytes that one decoder takes.
    let decoderMemory: UInt64

    private let readAhead: ReadAhead
    private let number: Int
    private let cache: PageCache
    private let pool: DecoderPool
    private let limits: PackageLimits
    private let stop: ReadingStop

    private static let numbers = Atomic<Int>(0)

    /// - Parameter canSeek: `base` can be read at random, so that an index at its end is of use.
    init(
        _ codec: Codec,
        _ base: any ByteSpace,
        canSeek: Bool,
        cache: PageCache,
        pool: DecoderPool,
        limits: PackageLimits,
        stop: ReadingStop
    ) throws(PackageError) {
        name = base.name
        self.base = base
        self.cache = cache
        self.pool = pool
        self.limits = limits
        self.stop = stop
        number = Self.numbers.add(1, ordering: .relaxed).newValue
        if codec == .xz, canSeek, let length = base.length, let blocks = try XZBlock.all(of: base, length: length) {
            segments = blocks.enumerated().map { number, block in
                Segment(
                    number: number,
                    plainStart: block.plainStart,
                    plainSize: block.plainSize,
                    start: block.start,
                    size: block.size,
                    format: .block(block)
                )
            }
            let plain = blocks.last.map { $0.plainStart + $0.plainSize } ?? 0
            if plain > limits.unmeasured, plain / limits.ratio > length { throw .bomb(name: name, offset: length) }
        } else {
            segments = [
                Segment(
                    number: 0,
                    plainStart: 0,
                    plainSize: nil,
                    start: 0,
                    size: base.length,
                    format: .stream(codec)
                )
            ]
        }
        readAhead = ReadAhead(
            blockSize: segments.count < 2 ? 0 : segments.reduce(0) { max($0, $1.plainSize ?? 0) },
            cache: limits.cache,
            cores: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        )
        decoderMemory = try segments.first?.memory(base, limit: limits.decoder) ?? 0
    }

    var length: Int64? {
        guard let last = segments.last else { return 0 }
        return (last.plainSize ?? last.state.withLock { $0.end }).map { last.plainStart + $0 }
    }

    /// Times that a stretch was decoded again from its beginning.
    var restarts: Int { segments.reduce(0) { sum, segment in sum + segment.state.withLock { max(0, $0.starts - 1) } } }

    func read(at offset: Int64, into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        guard buffer.count > 0, offset >= 0, let segment = segment(at: offset) else { return 0 }
        let local = offset - segment.plainStart
        if let size = segment.plainSize, local >= size { return 0 }
        readAhead.touch(segment.number, of: segments.count) { [weak self] in self?.decodeAhead($0) }
        let index = Int(local / Int64(Page.size))
        guard let page = try page(index, of: segment) else { return 0 }
        let from = Int(local % Int64(Page.size))
        let count = min(buffer.count, page.bytes.count - from)
        guard count > 0 else { return 0 }
        page.bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[from..<from + count])) }
        return count
    }

    func pages(at offset: Int64, _ count: Int64) throws(PackageError) -> PageRun? {
        guard isForwardOnly, let segment = segments.first, offset >= 0 else { return nil }
        let size = Int64(Page.size)
        var run = PageRun(start: Int(offset % size))
        while run.count < count {
            let (index, from) = (offset + run.count).quotientAndRemainder(dividingBy: size)
            guard let page = try page(Int(index), of: segment) else { break }
            let more = min(Int64(page.bytes.count) - from, count - run.count)
            guard more > 0 else { break }
            run.add(page, more)
        }
        return run
    }

    func segmentNumber(at offset: Int64) -> Int { segment(at: offset)?.number ?? 0 }

    private func segment(at offset: Int64) -> Segment? {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].plainStart <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? segments[low - 1] : nil
    }

    /// A page at a time, so that a reader who comes meanwhile gets on. What fails is told to whoever reads it.
    private func decodeAhead(_ number: Int) {
        let segment = segments[number]
        let pages = (segment.plainSize ?? 0) / Int64(Page.size)
        for index in 0...Int(pages) {
            guard let page = try? page(index, of: segment), page.bytes.count == Page.size else { return }
        }
    }

    private func page(_ index: Int, of segment: Segment) throws(PackageError) -> Page? {
        let key = PageCache.Key(space: number, segment: segment.number, page: index)
        if let page = cache[key] { return page }
        return try segment.state.withLock { state throws(PackageError) in
            if let page = cache[key] { return page }
            if let end = state.end, Int64(index) * Int64(Page.size) >= end { return nil }
            if state.decoder == nil || state.nextPage > index {
                let memory = try state.begin(segment, base, limit: limits.decoder)
                pool.admit(segment, memory)
            }
            while true {
                try stop.check()
                let number = state.nextPage
                let page = Page(try state.page(segment, base, limits: limits, into: cache.pool.take()), cache.pool)
                cache.insert(page, .init(space: self.number, segment: segment.number, page: number))
                if state.isEnded { pool.remove(segment) }
                if number == index { return page }
                if state.isEnded { return nil }
            }
        }
    }
}

/// Bounds the memory of decoders that wait in the middle of a segment.
final class DecoderPool: Sendable {
    private let limit: UInt64
    private let live = Mutex<[(segment: Segment, memory: UInt64)]>([])

    init(limit: UInt64) { self.limit = limit }

    /// Drops what was begun longest ago and nobody is decoding right now. Called with the segment's state locked.
    func admit(_ segment: Segment, _ memory: UInt64) {
        live.withLock { live in
            live.removeAll { $0.segment === segment }
            live.append((segment, memory))
            var total = live.reduce(0) { $0 + $1.memory }
            for (candidate, memory) in live where total > limit && candidate !== segment {
                guard candidate.state.withLockIfAvailable({ $0.drop() }) != nil else { continue }
                total -= memory
                live.removeAll { $0.segment === candidate }
            }
        }
    }

    func remove(_ segment: Segment) { live.withLock { $0.removeAll { $0.segment === segment } } }
}
