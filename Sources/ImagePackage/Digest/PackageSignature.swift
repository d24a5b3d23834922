import CDigest
import Glibc
import MirrorCore
import Texts

/// Checks the signature that comes beside a package (`openssl dgst -sha256 -sign`): ECDSA or RSA over SHA-256.
///
/// - Parameter progress: bytes read so far.
/// - Throws: `badSignature` when it is not the key's over exactly this file, `unsigned` for a folder.
package func verifySignature(
    package path: String,
    signature: String,
    publicKey: String,
    progress: (Int64) -> Void = { _ in }
) throws(PackageError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .unsigned(path: path) }
    let key = try FileSpace(publicKey).document(limit: 64 << 10)
    let expected = try FileSpace(signature).document(limit: 64 << 10)
    guard let verifier = md_verifier_new(key, key.count) else { throw .badKey(path: publicKey) }
    defer { md_verifier_free(verifier) }
    let file = try FileSpace(path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var offset: Int64 = 0
    while true {
        let count = try file.read(at: offset, into: buffer)
        if count == 0 { break }
        md_verifier_update(verifier, buffer.baseAddress, count)
        offset += Int64(count)
        progress(offset)
    }
    guard md_verifier_check(verifier, expected, expected.count) == 1 else { throw .badSignature(path: path) }
}
