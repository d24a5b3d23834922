import Containerd

/// A digest of a secret that says whether it is the same one, and costs whoever wants to guess it.
package struct SaltedDigest: Equatable, Sendable, Codable {
    /// A key of 32 bytes from secret, salt and rounds; `nil` where it cannot be made. PBKDF2 with HMAC-SHA-256.
    package typealias Derivation = (_ secret: [UInt8], _ salt: [UInt8], _ rounds: Int) -> [UInt8]?

    package let salt: String
    package let rounds: Int
    package let digest: String

    /// What a new plan uses: some milliseconds.
    package static let usualRounds = 20_000
    /// A plan may name thousands of files: one that asks for more work than ours is none.
    package static let mostRounds = usualRounds
    private static let longestSalt = 256

    /// - Parameter salt: random.
    package init?(
        _ secret: [UInt8],
        salt: String,
        rounds: Int = SaltedDigest.usualRounds,
        by derive: Derivation
    ) {
        guard (1...Self.mostRounds).contains(rounds), salt.utf8.count <= Self.longestSalt,
            let key = derive(secret, Array(salt.utf8), rounds)
        else { return nil }
        self.salt = salt
        self.rounds = rounds
        digest = SHA256.hex(key)
    }

    package func isOf(_ secret: [UInt8], by derive: Derivation) -> Bool {
        SaltedDigest(secret, salt: salt, rounds: rounds, by: derive)?.digest == digest
    }
}
