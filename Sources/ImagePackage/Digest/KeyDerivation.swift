import CDigest

/// Keys from secrets, slow on purpose.
package enum KeyDerivation {
    /// PBKDF2 with HMAC-SHA-256 (RFC 8018), OpenSSL's.
    ///
    /// - Returns: 32 bytes; `nil` for less than one round, or where OpenSSL fails.
    package static func pbkdf2(_ secret: [UInt8], _ salt: [UInt8], _ rounds: Int) -> [UInt8]? {
        guard let rounds = CInt(exactly: rounds) else { return nil }
        var key = [UInt8](repeating: 0, count: 32)
        return md_pbkdf2(secret, secret.count, salt, salt.count, rounds, &key) == 1 ? key : nil
    }
}
