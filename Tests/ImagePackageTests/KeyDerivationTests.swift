import ImagePackage
import TestSupport
import Testing

@Suite struct KeyDerivationTests {
    /// Python's hashlib makes the same keys.
    @Test(arguments: [("passwd", "salt", 1), ("", "s", 2), ("p\u{0}w", "", 4096), ("秘密", "a-b", 999)])
    func asAnotherLibraryHasIt(_ secret: String, _ salt: String, _ rounds: Int) throws {
        let program =
            "import hashlib,sys; s,t=sys.stdin.buffer.read().split(b'\\xff')\n"
            + "print(hashlib.pbkdf2_hmac('sha256', s, t, \(rounds)).hex())"
        let input = Array(secret.utf8) + [0xFF] + Array(salt.utf8)
        let other = try Tool.run("/usr/bin/python3", ["-c", program], input: .init(input)).output
        let key = try #require(KeyDerivation.pbkdf2(Array(secret.utf8), Array(salt.utf8), rounds))
        #expect(key.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n" == other)
    }

    @Test(arguments: [0, -1, Int.min, Int(Int32.max) + 1])
    func roundsThatAreNone(_ rounds: Int) {
        #expect(KeyDerivation.pbkdf2([1], [2], rounds) == nil)
    }
}
