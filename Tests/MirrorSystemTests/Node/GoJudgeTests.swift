import Diagnosis
import Foundation
import RegistryClient
import TestSupport
import Testing

/// Go's own packages judge the chains of `make-certificates`, and ours have to say the same, word by word.
@Suite(.serialized) struct GoJudgeTests {
    /// 2026-11-18: within the dates of all that are not meant to be out of them.
    private static let now: Int64 = 1_795_000_000

    private struct Case {
        let name: String
        let chain: [[UInt8]]
        let pool: [[UInt8]]
        let host: String

        init(_ folder: String, _ name: String) throws {
            self.name = name
            chain = try Self.blocks("\(folder)/\(name)/chain.pem")
            pool = try Self.blocks("\(folder)/\(name)/pool.pem")
            host = try String(contentsOfFile: "\(folder)/\(name)/host", encoding: .utf8)
        }

        /// Not by OpenSSL, which cannot read all of them.
        private static func blocks(_ path: String) throws -> [[UInt8]] {
            try String(contentsOfFile: path, encoding: .utf8)
                .components(separatedBy: "-----BEGIN CERTIFICATE-----").dropFirst()
                .map { block in
                    let body = block.components(separatedBy: "-----END")[0].filter { !$0.isWhitespace }
                    return [UInt8](try #require(Data(base64Encoded: body)))
                }
        }

        var judge: GoJudge {
            GoJudge(pool: pool, host: host, now: now, isSigned: { Certificate.isSigned($0, by: $1) })
        }
    }

    /// Made once: OpenSSL signs each of them.
    private static let made = Result {
        let folder = try TemporaryFolder()
        let place = folder("cases")
        let made = try Tool.run("/usr/bin/python3", ["\(repositoryRoot)/Tests/Lab/make-certificates", place])
        try #require(made.status == 0, "\(made.errors)")
        let cases = try FileManager.default.contentsOfDirectory(atPath: place).sorted().map { try Case(place, $0) }
        return (folder: folder, place: place, cases: cases)
    }

    @Test(.enabled(if: GoCompiler(.trixie) != nil, "not run: Tests/setup has to fetch golang-1.24 of trixie"))
    func goSaysTheSameInTrixie() throws { try compare(#require(GoCompiler(.trixie))) }

    @Test(.enabled(if: GoCompiler(.forky) != nil, "not run: Tests/setup has to fetch golang-1.26 of forky"))
    func goSaysTheSameInForky() throws { try compare(#require(GoCompiler(.forky))) }

    @Test(.enabled(if: GoCompiler(.installed) != nil, "not run: needs golang-go, Go 1.19 in Debian 12"))
    func goSaysTheSameAsInstalled() throws { try compare(#require(GoCompiler(.installed))) }

    private func compare(_ go: GoCompiler) throws {
        let (_, place, cases) = try Self.made.get()
        #expect(cases.count > 150)
        let source = try String(contentsOfFile: "\(repositoryRoot)/Tests/Lab/judge.go", encoding: .utf8)
        let folder = try TemporaryFolder()
        let said = try Tool.run(go.build(source, in: folder), [place, String(Self.now)])
        let theirs = said.output.split(separator: "\n").map { line in
            line.split(separator: "\t", maxSplits: 1).map(String.init)
        }
        #expect(theirs.count == cases.count)
        let release = GoRelease(go.minor)
        for (one, answer) in zip(cases, theirs) {
            try #require(answer.count == 2 && answer[0] == one.name)
            let ours = one.judge.refusal(of: one.chain, by: release)?.words ?? "ok"
            // The prefix is crypto/tls' own.
            let plain = ours.replacing("tls: failed to verify certificate: ", with: "")
            #expect(plain == answer[1], "Go 1.\(go.minor) \(one.name)")
        }
    }

    /// Verdicts over all releases, with the release that brought each.
    @Test func verdictsNameTheReleases() throws {
        let cases = try Self.made.get().cases
        func verdicts(_ name: String) throws -> [GoVerdict] {
            let one = try #require(cases.first { $0.name == name })
            return one.judge.verdicts(on: one.chain)
        }
        #expect(try verdicts("good") == [])
        #expect(try verdicts("self-signed-given") == [])
        #expect(try verdicts("leaf-given") == [])
        #expect(try verdicts("pool-with-negative") == [])
        let negative = try #require(try verdicts("serial-negative").first)
        #expect(negative.refusal.rule == .negativeSerial && negative.minors == [23, 24, 25, 26])
        #expect(negative.since.containerds == "1.6.39+, 1.7.28+, 2.0.5+, 2.1+, 2.2+, 2.3+")
        #expect(negative.isOfEveryBranch && !negative.isOfEveryRelease)
        let root = try #require(try verdicts("root-serial-negative").first)
        #expect(root.refusal.rule == .negativeSerial && root.minors == [23, 24, 25, 26])
        #expect(root.refusal.words.hasSuffix("x509: certificate signed by unknown authority"))
        let authority = try #require(try verdicts("root-without-constraints").first)
        #expect(authority.refusal.rule == .notAnAuthority && authority.isOfEveryRelease)
        #expect(try verdicts("usage-client").map(\.refusal.rule) == [.extendedKeyUsage])
        #expect(try verdicts("key-pss").map(\.refusal.rule) == [.keyType])
        #expect(try verdicts("key-brainpoolP256r1").map(\.refusal.rule) == [.ellipticCurve])
        #expect(try verdicts("key-rsa-512").map(\.minors) == [[24, 25, 26]])
        #expect(try verdicts("extension-policy-constraints").map(\.isOfOldReleases) == [true])
    }

    /// Any bytes at all give a verdict: each chain with bytes changed, cut and doubled, by fixed seeds.
    @Test func damagedCertificatesAreJudged() throws {
        let cases = try Self.made.get().cases
        var numbers = SeededGenerator(seed: 13)
        let end = ContinuousClock.now + .seconds(20)
        var judged = 0
        for round in 0..<40 where ContinuousClock.now < end {
            for one in cases {
                var chain = one.chain
                let index = Int.random(in: chain.indices, using: &numbers)
                guard !chain[index].isEmpty else { continue }
                for _ in 0...(round % 4) {
                    let place = Int.random(in: chain[index].indices, using: &numbers)
                    switch numbers.next() % 4 {
                    case 0: chain[index][place] ^= 1 << UInt8(numbers.next() % 8)
                    case 1: chain[index][place] = [0, 0x7F, 0x80, 0x84, 0xFF][Int(numbers.next() % 5)]
                    case 2 where chain[index].count > 1: chain[index].removeSubrange(place...)
                    default: chain[index].insert(chain[index][place], at: place)
                    }
                    if chain[index].isEmpty { break }
                }
                let pool = numbers.next() % 3 == 0 ? one.pool + [chain[index]] : one.pool
                let judge = GoJudge(pool: pool, host: one.host, now: Self.now, isSigned: { _, _ in true })
                judged += judge.verdicts(on: chain).count + 1
                _ = GoJudge.unread([chain[index]])
            }
        }
        #expect(judged > 150)
    }
}
