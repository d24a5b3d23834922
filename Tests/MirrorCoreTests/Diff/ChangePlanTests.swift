import Containerd
import Foundation
import MirrorCore
import Testing

/// A plan knows what it was made from.
@Suite struct ChangePlanTests {
    private let old = Array("a: 1\nb: 2\n".utf8)
    private let new = Array("a: 1\nx: 9\nb: 2\n".utf8)

    private func plan(
        ca: [UInt8]? = [1],
        credential: [UInt8]? = [2],
        findings: [String] = ["MIR0201"]
    ) -> ChangePlan {
        ChangePlan(
            operation: .update,
            place: .header,
            clusterConfig: ChangePlan.File(path: "/c.yaml", sha256: SHA256.hex(old)),
            mirrors: [MirrorDraft(endpoint: "https://h")],
            edit: PlanEdit(from: old, to: new),
            materials: [
                ChangePlan.Material(
                    kind: .ca,
                    path: "/ca",
                    digest: ca.flatMap { SaltedDigest($0, salt: "s", rounds: 3, by: Self.derive) }
                ),
                ChangePlan.Material(
                    kind: .credential,
                    path: "/login",
                    digest: credential.flatMap { SaltedDigest($0, salt: "s", rounds: 3, by: Self.derive) }
                ),
            ],
            probes: [ChangePlan.Probe(endpoint: "https://h", findings: findings)]
        )
    }

    private func files(ca: [UInt8]? = [1], credential: [UInt8]? = [2]) -> (String) -> [UInt8]? {
        { $0 == "/ca" ? ca : credential }
    }

    @Test func nothingHasMoved() {
        #expect(plan().moves(file: old, material: files(), derive: Self.derive) == [])
        #expect(plan().edit.applied(to: old) == new)
    }

    @Test func eachThingThatMovedIsNamed() {
        #expect(plan().moves(file: [1], material: files(), derive: Self.derive) == [.file(path: "/c.yaml")])
        #expect(plan().moves(file: nil, material: files(), derive: Self.derive) == [.fileGone(path: "/c.yaml")])
        #expect(plan().moves(file: new, material: files(), derive: Self.derive) == [.done(path: "/c.yaml")])
        #expect(
            plan().moves(file: old, material: files(ca: [9]), derive: Self.derive) == [
                .material(.ca, path: "/ca", .changed)
            ]
        )
        #expect(
            plan().moves(file: old, material: files(ca: nil), derive: Self.derive) == [
                .material(.ca, path: "/ca", .gone)
            ]
        )
        #expect(
            plan(credential: nil).moves(file: old, material: files(), derive: Self.derive) == [
                .material(.credential, path: "/login", .appeared)
            ]
        )
        #expect(plan(ca: nil).moves(file: old, material: files(ca: nil), derive: Self.derive) == [])
        let all = plan().moves(file: [1], material: files(ca: nil, credential: [7]), derive: Self.derive)
        #expect(all.count == 3)
    }

    /// A file that asks for more rounds than any of ours was not written by us, and costs nothing.
    @Test(arguments: ["\"rounds\":9223372036854775807", "\"rounds\":-1", "\"rounds\":0", "\"rounds\":1000001"])
    func aPlanThatAsksForMoreWorkHasMoved(rounds: String) throws {
        let text = String(decoding: try JSONEncoder().encode(plan()), as: UTF8.self)
        let other = text.replacing("\"rounds\":3", with: rounds)
        let plan = try JSONDecoder().decode(ChangePlan.self, from: Data(other.utf8))
        #expect(plan.moves(file: old, material: files(), derive: Self.derive).count == 2)
    }

    @Test func aFindingThatComesOrGoesMovesIt() {
        func moves(_ findings: [String]) -> [PlanMove] {
            plan().moves(probes: [ChangePlan.Probe(endpoint: "https://h", findings: findings)])
        }
        #expect(moves(["MIR0201"]) == [])
        #expect(moves([]) == [.finding(code: "MIR0201", endpoint: "https://h", isNew: false)])
        #expect(
            moves(["MIR0201", "MIR0301"]) == [.finding(code: "MIR0301", endpoint: "https://h", isNew: true)]
        )
    }

    @Test func aChangeIsExactToTheByteAndAppliesToNothingElse() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let alphabet: [UInt8] = [97, 98, 10]
            func text() -> [UInt8] {
                (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
            }
            let (one, other, third) = (text(), text(), text())
            let edit = PlanEdit(from: one, to: other)
            #expect(edit.applied(to: one) == other)
            if let made = edit.applied(to: third) { #expect(made == other) }
        }
    }

    /// What a key is made of, without the work: the real one is ImagePackage's.
    private static func derive(_ secret: [UInt8], _ salt: [UInt8], _ rounds: Int) -> [UInt8]? {
        SHA256.digest(salt + [0] + secret + [0] + Array("\(rounds)".utf8))
    }

    @Test func aSecretsDigestDependsOnSaltAndRounds() throws {
        let secret: [UInt8] = [1, 2, 3]
        func digest(_ salt: String, _ rounds: Int) -> SaltedDigest? {
            SaltedDigest(secret, salt: salt, rounds: rounds, by: Self.derive)
        }
        let one = try #require(digest("a", 10))
        #expect(one.isOf(secret, by: Self.derive))
        #expect(!one.isOf([1, 2], by: Self.derive))
        #expect(one.digest != digest("b", 10)?.digest)
        #expect(one.digest != digest("a", 11)?.digest)
        #expect(one.digest != SHA256.hex(secret))
        // What a file asks for is bounded, and a plan whose rounds are none is of nothing.
        for rounds in [Int.min, -1, 0, SaltedDigest.mostRounds + 1, Int.max] { #expect(digest("a", rounds) == nil) }
        #expect(!one.isOf(secret) { _, _, _ in nil })
    }

    /// FIPS 180-4 examples, and every length around a block's end.
    @Test func theDigestIsSHA256() {
        #expect(SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(SHA256.hex(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            SHA256.hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        )
        #expect(
            SHA256.hex([UInt8](repeating: 97, count: 64))
                == "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
        )
    }

    @Test(arguments: [
        ("1.30.500-gke.126", true), ("1.30.500-gke.125", false), ("1.30.400-gke.999", false),
        ("1.31.100-gke.136", true),
        ("1.31.0-gke.800", false), ("1.32.0-gke.1", true), ("1.34.0-gke.566", true), ("1.16.1", false),
    ])
    func quietIsKnownFrom(version: String, known: Bool) {
        #expect(GDCVersion(version).map { ReleaseTable.current.has("quietUpdate", in: $0) } == known)
    }

    @Test func bmctlSaysItsVersionAmongOtherWords() {
        let printed = GDCVersion(printed: "[2024-01-01 00:00:00+0000] bmctl version: 1.33.200-gke.70, git commit: 12.3")
        #expect(printed == GDCVersion(1, 33, 200, build: 70))
        #expect(GDCVersion(printed: "unknown") == nil)
    }
}
