/// A layer of a docker-archive that is compressed already: it goes as it is, and is decompressed beside that, since only
/// the digest of its plain bytes is known.
final class PackedBytes: BlobBytes {
    private let space: any ByteSpace
    private let diffID: String
    private let plain: Hash
    private let decoder: any Decoder
    private var scratch = [UInt8](repeating: 0, count: 256 << 10)
    private var offset: Int64 = 0
    private var ended = false

    init(_ space: any ByteSpace, _ codec: Codec, diffID: String, limit: UInt64) throws(PackageError) {
        self.space = space
        self.diffID = diffID
        plain = try Hash(for: diffID)
        do throws(DecoderFailure) {
            decoder = try codec.decoder(limit: limit)
        } catch {
            throw .noMemory
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let count = try space.read(at: offset, into: buffer)
        try decode(.init(rebasing: buffer[..<count]), isLast: count == 0)
        offset += Int64(count)
        return count
    }

    func checkedDiffID() throws(PackageError) -> String? {
        if !ended { try decode(.init(start: nil, count: 0), isLast: true) }
        let actual = plain.digest
        guard ended, actual == diffID else {
            throw .digestMismatch(name: space.name, expected: diffID, actual: actual)
        }
        return actual
    }

    private func decode(_ input: UnsafeRawBufferPointer, isLast: Bool) throws(PackageError) {
        var used = 0
        while !ended {
            var failure: DecoderFailure?
            let step = scratch.withUnsafeMutableBytes { target in
                do throws(DecoderFailure) {
                    return try decoder.decode(.init(rebasing: input[used...]), into: target, isLast: isLast)
                } catch {
                    failure = error
                    return DecoderStep()
                }
            }
            if failure != nil { throw .corrupt(name: space.name, offset: offset + Int64(used)) }
            scratch.withUnsafeBytes { plain.update(.init(rebasing: $0[..<step.made])) }
            used += step.used
            ended = step.ended
            if step.made == 0, step.used == 0 || used == input.count { return }
        }
    }
}
