/// The bytes of one blob as they go to the registry, in order, checked at the end. For one thread at a time; may be dropped
/// at any point.
package final class BlobStream {
    package let blob: PackagedBlob
    /// Bytes handed out or skipped.
    package private(set) var offset: Int64 = 0
    /// Digest and size, once the end was reached; `nil` before.
    package private(set) var made: MadeBlob?

    private let bytes: any BlobBytes
    private let hash: Hash

    init(_ blob: PackagedBlob, _ bytes: any BlobBytes) throws(PackageError) {
        self.blob = blob
        self.bytes = bytes
        hash = if let digest = blob.digest { try Hash(for: digest) } else { try Hash() }
    }

    /// Fills the buffer as far as the blob goes; 0 is the end.
    /// - Throws: at the end too, when digest or size are not what the package says; then nothing of it may be kept.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        guard made == nil else { return 0 }
        var count = 0
        while count < buffer.count {
            let more = try bytes.read(into: .init(rebasing: buffer[count...]))
            if more == 0 { break }
            count += more
        }
        hash.update(.init(rebasing: buffer[..<count]))
        offset += Int64(count)
        if count < buffer.count || blob.size == offset { try finish() }
        return count
    }

    /// The next bytes, `maxBytes` of them except at the end; `nil` after the last.
    package func next(_ maxBytes: Int = 1 << 20) throws(PackageError) -> [UInt8]? {
        let wanted = min(maxBytes, blob.size.map { Int(clamping: $0 - offset) } ?? maxBytes)
        var failure: PackageError?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(1, wanted)) { buffer, count in
            do throws(PackageError) {
                count = try read(into: .init(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes.isEmpty ? nil : bytes
    }

    /// Leaves out what the registry has already; it is read all the same, for the digest.
    package func skip(to target: Int64) throws(PackageError) {
        guard target > offset else { return }
        var scratch = [UInt8](repeating: 0, count: Int(clamping: min(target - offset, 1 << 20)))
        while offset < target {
            let wanted = Int(clamping: min(target - offset, Int64(scratch.count)))
            let count = try Self.filling(&scratch) { buffer throws(PackageError) in
                try read(into: .init(rebasing: buffer[..<wanted]))
            }
            guard count > 0 else { throw .sizeMismatch(name: blob.id, expected: target, actual: offset) }
        }
    }

    /// `withUnsafeMutableBytes` that keeps the error's type.
    private static func filling(
        _ bytes: inout [UInt8],
        _ body: (UnsafeMutableRawBufferPointer) throws(PackageError) -> Int
    ) throws(PackageError) -> Int {
        let result = bytes.withUnsafeMutableBytes { buffer in
            Result { () throws(PackageError) in try body(buffer) }
        }
        return try result.get()
    }

    private func finish() throws(PackageError) {
        let name = blob.source?.location.name ?? blob.id
        if let size = blob.size, offset != size {
            throw .sizeMismatch(name: name, expected: size, actual: offset)
        }
        let actual = hash.digest
        if let digest = blob.digest, actual != digest {
            throw .digestMismatch(name: name, expected: digest, actual: actual)
        }
        made = MadeBlob(digest: actual, size: offset, diffID: try bytes.checkedDiffID() ?? actual)
    }
}

/// What a stream takes its bytes from.
protocol BlobBytes: AnyObject {
    /// 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int
    /// The digest of the plain bytes where it is another one, held against what the image says. At the end only.
    func checkedDiffID() throws(PackageError) -> String?
}

/// Bytes that go as they are.
final class StoredBytes: BlobBytes {
    private let space: any ByteSpace
    private var offset: Int64 = 0

    init(_ space: any ByteSpace) { self.space = space }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(PackageError) -> Int {
        let count = try space.read(at: offset, into: buffer)
        offset += Int64(count)
        return count
    }

    func checkedDiffID() throws(PackageError) -> String? { nil }
}
