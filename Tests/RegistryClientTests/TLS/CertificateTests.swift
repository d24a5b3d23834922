import Foundation
import RegistryClient
import TestSupport
import Testing

@Suite struct CertificateTests {
    private static func pem(_ name: String) throws -> [UInt8] {
        let lab = try Lab.running()
        return Array(try Data(contentsOf: URL(fileURLWithPath: "\(lab.folder)/pki/\(name)")))
    }

    @Test func factsOfACertificate() throws {
        let good = try #require(Certificate.all(inPEM: Self.pem("good.crt")).first)
        #expect(good.subject == "CN=good")
        #expect(good.issuer == "CN=Lab Root CA,O=Lab")
        #expect(good.dnsNames == ["localhost"])
        #expect(good.ipAddresses == ["127.0.0.1"])
        #expect((good.keyType, good.keyBits) == ("EC", 256))
        #expect(good.signatureAlgorithm == "ecdsa-with-SHA256")
        #expect(good.fingerprint.count == 32 * 3 - 1)
        #expect(good.notBefore < good.notAfter)
        #expect(!good.isCA && !good.isSelfSigned)
        let root = try #require(Certificate.all(inPEM: Self.pem("ca.crt")).first)
        #expect(root.isCA && root.isSelfSigned && root.organization == "Lab")
        let aia = try #require(Certificate.all(inPEM: Self.pem("aia.crt")).first)
        #expect(aia.caIssuersURL == "http://127.0.0.1/inter.der")
        let expired = try #require(Certificate.all(inPEM: Self.pem("expired.crt")).first)
        // 2024-01-01
        #expect(expired.notAfter == 1_704_067_200)
    }

    /// A CA and the server's certificate can have the same name: the key that signed tells them apart.
    @Test func namesAloneDoNotSignACertificate() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path
        func openssl(_ arguments: [String]) throws -> [UInt8] {
            let result = try Tool.run("/usr/bin/openssl", arguments)
            #expect(result.status == 0, "\(result.errors)")
            return Array(result.data)
        }
        let new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/O=Corp/CN=same"]
        let (ca, key) = ("\(folder)/ca.crt", "\(folder)/ca.key")
        _ = try openssl(["req", "-x509"] + new + ["-keyout", key, "-out", ca])
        let leaf = try openssl(["req", "-x509", "-CA", ca, "-CAkey", key] + new + ["-keyout", "\(folder)/k"])
        let root = Array(try Data(contentsOf: URL(fileURLWithPath: ca)))
        let found = Certificate.all(inPEM: root + leaf)
        #expect(found.map(\.subject) == found.map(\.issuer))
        #expect(found.map(\.isSelfSigned) == [true, false])
    }

    @Test func aBundleIsReadAsGoReadsIt() throws {
        let key = try Self.pem("ca.key")
        let bundle = try Array("# a comment\n".utf8) + key + Self.pem("ca.crt") + Self.pem("chain.crt")
        #expect(Certificate.all(inPEM: bundle).count == 3)
        #expect(Certificate.all(inPEM: key).isEmpty)
        #expect(Certificate.all(inPEM: []).isEmpty)
        let damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        #expect(try Certificate.all(inPEM: Array(damaged.utf8) + Self.pem("ca.crt")).count == 1)
    }

    @Test func damagedBytesAreHarmless() throws {
        let der = try #require(Certificate.all(inPEM: Self.pem("wrong-name.crt")).first).der
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            var bytes = der
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let parsed = Certificate(
                der: Bool.random(using: &random)
                    ? bytes : Array(bytes.prefix(.random(in: 0...bytes.count, using: &random)))
            )
            #expect((parsed?.subject.utf8.count ?? 0) <= 512 * 3)
        }
    }
}
