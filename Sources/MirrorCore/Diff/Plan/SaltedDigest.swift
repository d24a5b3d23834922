/// A digest of a secret that says whether it is the same one, and costs whoever wants to guess it.
package struct SaltedDigest: Equatable, Sendable, Codable {
    package let salt: String
    package let rounds: Int
    package let digest: String

    /// What a new plan uses.
    package static let usualRounds = 4096

    /// - Parameter salt: random.
    package init(_ secret: [UInt8], salt: String, rounds: Int = SaltedDigest.usualRounds) {
        self.salt = salt
        self.rounds = rounds
        let salted = Array(salt.utf8)
        var digest = SHA256.digest(salted + secret)
        for _ in 0..<max(0, min(rounds, Self.mostRounds)) { digest = SHA256.digest(salted + digest) }
        self.digest = SHA256.hex(digest)
    }

    /// A file that asks for more work than a plan of ours is none.
    private static let mostRounds = 4 * usualRounds
    private static let longestSalt = 256

    package func isOf(_ secret: [UInt8]) -> Bool {
        guard (1...Self.mostRounds).contains(rounds), salt.utf8.count <= Self.longestSalt else { return false }
        return SaltedDigest(secret, salt: salt, rounds: rounds).digest == digest
    }
}
