import Synchronization

/// A compressed stretch that is decoded from its beginning on: a block of an .xz file, or a whole file.
final class Segment: Sendable {
    let number: Int
    /// Decoded offset of its first byte.
    let plainStart: Int64
    /// Decoded length where an index says it.
    let plainSize: Int64?
    /// In the compressed file.
    let start: Int64
    let size: Int64?
    let format: Format

    enum Format: Sendable {
        case stream(Codec)
        case block(XZBlock)
    }

    let state = Mutex(State())

    /// What is decoded, and how far.
    struct State {
        fileprivate(set) var decoder: (any Decoder)?
        fileprivate var input: [UInt8] = []
        fileprivate var inputStart = 0
        /// Offset in the segment of what is read next.
        fileprivate var consumed: Int64 = 0
        fileprivate(set) var nextPage = 0
        /// Decoded length, once it was seen.
        fileprivate(set) var end: Int64?
        /// This time.
        fileprivate(set) var isEnded = false
        /// Times that decoding began.
        fileprivate(set) var starts = 0

        mutating func drop() {
            decoder = nil
            input = []
        }
    }

    init(number: Int, plainStart: Int64, plainSize: Int64?, start: Int64, size: Int64?, format: Format) {
        self.number = number
        self.plainStart = plainStart
        self.plainSize = plainSize
        self.start = start
        self.size = size
        self.format = format
    }
}

extension Segment.State {
    /// Starts decoding at the segment's beginning.
    /// - Returns: bytes that the decoder takes.
    mutating func begin(_ segment: Segment, _ base: any ByteSpace, limit: UInt64) throws(PackageError) -> UInt64 {
        drop()
        (inputStart, consumed, nextPage, isEnded) = (0, 0, 0, false)
        starts += 1
        do throws(DecoderFailure) {
            switch segment.format {
            case .stream(let codec):
                decoder = try codec.decoder(limit: limit)
            case .block(let block):
                let header = try segment.header(base)
                decoder = try XZDecoder(block: block, header: header, limit: limit)
                consumed = Int64(header.count)
            }
        } catch {
            throw segment.trouble(error, base, at: 0)
        }
        return decoder?.memory ?? 0
    }

    /// The next page, short at the segment's end.
    /// - Parameter memory: what it is written into, as large as a page.
    mutating func page(
        _ segment: Segment,
        _ base: any ByteSpace,
        limits: PackageLimits,
        into memory: consuming [UInt8]
    ) throws(PackageError) -> [UInt8] {
        guard let decoder else { return [] }
        var page = memory
        var made = 0
        while made < page.count, !isEnded {
            if inputStart == input.count { try refill(segment, base) }
            var step = DecoderStep()
            do throws(DecoderFailure) {
                step = try decoder.step(input, from: inputStart, into: &page, at: made, isLast: input.isEmpty)
            } catch {
                throw segment.trouble(error, base, at: consumed - Int64(input.count - inputStart))
            }
            inputStart += step.used
            made += step.made
            if step.ended {
                isEnded = true
                end = Int64(nextPage) * Int64(Page.size) + Int64(made)
            } else if input.isEmpty, step.made == 0 {
                throw .truncated(name: base.name, offset: segment.start + consumed)
            }
        }
        page.removeLast(page.count - made)
        let plain = Int64(nextPage) * Int64(Page.size) + Int64(made)
        if plain > limits.unmeasured, plain / limits.ratio > consumed {
            throw .bomb(name: base.name, offset: segment.start + consumed)
        }
        if let size = segment.plainSize, plain > size || isEnded && plain != size {
            throw .corrupt(name: base.name, offset: segment.start + consumed)
        }
        nextPage += 1
        if isEnded { drop() }
        return page
    }

    private mutating func refill(_ segment: Segment, _ base: any ByteSpace) throws(PackageError) {
        let left = segment.size.map { $0 - consumed } ?? .max
        input = left > 0 ? try base.bytes(at: segment.start + consumed, Int(min(left, 128 << 10))) : []
        inputStart = 0
        consumed += Int64(input.count)
    }
}

extension Segment {
    /// The block's header, so that the size of its dictionary is known before it is decoded.
    fileprivate func header(_ base: any ByteSpace) throws(DecoderFailure) -> [UInt8] {
        guard let first = try? base.bytes(at: start, 1).first, first != 0,
            let header = try? base.bytes(at: start, (Int(first) + 1) * 4), header.count == (Int(first) + 1) * 4
        else { throw .corrupt }
        return header
    }

    /// Bytes that decoding it takes.
    func memory(_ base: any ByteSpace, limit: UInt64) throws(PackageError) -> UInt64 {
        var state = State()
        return try state.begin(self, base, limit: limit)
    }

    fileprivate func trouble(_ failure: DecoderFailure, _ base: any ByteSpace, at offset: Int64) -> PackageError {
        switch failure {
        case .corrupt: .corrupt(name: base.name, offset: start + offset)
        case .needsMemory(let bytes): .needsMemory(name: base.name, mebibytes: Int(bytes >> 20))
        }
    }
}

extension Decoder {
    fileprivate func step(
        _ input: [UInt8],
        from start: Int,
        into page: inout [UInt8],
        at made: Int,
        isLast: Bool
    ) throws(DecoderFailure) -> DecoderStep {
        let result = input.withUnsafeBytes { source in
            page.withUnsafeMutableBytes { target in
                Result { () throws(DecoderFailure) in
                    try decode(
                        .init(rebasing: source[start...]),
                        into: .init(rebasing: target[made...]),
                        isLast: isLast
                    )
                }
            }
        }
        return try result.get()
    }
}
