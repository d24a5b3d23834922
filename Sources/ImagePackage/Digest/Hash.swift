import CDigest

/// A running digest.
final class Hash {
    private let state: OpaquePointer
    private let algorithm: String

    /// - Parameter algorithm: `sha256`, `sha384` or `sha512`.
    init(_ algorithm: String = "sha256") throws(PackageError) {
        guard let state = md_hash_new(algorithm) else { throw .noMemory }
        self.state = state
        self.algorithm = algorithm
    }

    /// The algorithm of a digest that was checked before.
    convenience init(for digest: String) throws(PackageError) {
        try self.init(String(digest.prefix { $0 != ":" }))
    }

    deinit { md_hash_free(state) }

    func update(_ bytes: UnsafeRawBufferPointer) { md_hash_update(state, bytes.baseAddress, bytes.count) }

    func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// `sha256:…` of what came so far.
    var digest: String {
        var value = [UInt8](repeating: 0, count: 64)
        let count = md_hash_value(state, &value)
        let digits = Array("0123456789abcdef".utf8)
        var text = Array(algorithm.utf8) + [0x3A]
        for byte in value.prefix(count) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func digest(of bytes: [UInt8], like digest: String = "sha256:") throws(PackageError) -> String {
        let hash = try Hash(for: digest)
        hash.update(bytes)
        return hash.digest
    }
}
