import Diagnosis
import Foundation
import RegistryClient
import TestSupport
import Testing

/// No certificate ends the process: of a server, a CA file, or a bundle, read by OpenSSL and by our own reader of Go's rules.
@Suite struct CertificateFuzzTests {
    private static let extensions = [
        "subjectAltName=DNS:h.test,DNS:*.h.test,IP:10.0.0.5,IP:2001:db8::1,email:a@h.test,URI:https://h.test/x",
        "nameConstraints=critical,permitted;DNS:h.test,excluded;IP:10.1.0.0/255.255.0.0,permitted;email:.h.test",
        "basicConstraints=critical,CA:TRUE,pathlen:2", "keyUsage=critical,keyCertSign,digitalSignature",
        "extendedKeyUsage=serverAuth,clientAuth,1.2.3.4", "authorityInfoAccess=caIssuers;URI:http://h.test/ca.crt",
        "crlDistributionPoints=URI:http://h.test/crl", "certificatePolicies=1.2.3.4,2.5.29.32.0",
    ]

    /// DER.
    private static func made(_ key: String, in folder: TemporaryFolder) throws -> [UInt8] {
        let options = extensions.flatMap { ["-addext", $0] }
        let result = try Tool.run(
            "/usr/bin/openssl",
            ["req", "-x509", "-newkey"] + key.split(separator: " ").map(String.init) + [
                "-nodes", "-days", "400", "-subj", "/C=JP/O=Läb/CN=h.test", "-utf8", "-outform", "DER",
                "-keyout", "/dev/null", "-out", folder("c.der"),
            ] + options
        )
        try #require(result.status == 0, "\(result.errors)")
        return Array(try Data(contentsOf: URL(filePath: folder("c.der"))))
    }

    @Test func damagedCertificates() throws {
        let folder = try TemporaryFolder()
        let samples = try ["ec -pkeyopt ec_paramgen_curve:P-256", "rsa:1024", "ed25519"].map {
            try Self.made($0, in: folder)
        }
        var mutation = Mutation(
            seed: 11,
            bytes: samples,
            words: [
                "\u{30}\u{7F}", "\u{02}\u{01}", "\u{06}\u{03}", "\u{03}\u{02}\u{07}", "\u{17}\u{0D}991231235959Z",
                "\u{5}\u{0}", "*.",
            ]
        )
        mutation.search { der in
            let certificate = Certificate(der: der)
            #expect((certificate?.subject.utf8.count ?? 0) <= 512 * 3)
            let judge = GoJudge(pool: [samples[0], der], host: "h.test", now: 1_795_000_000) {
                Certificate.isSigned($0, by: $1)
            }
            _ = judge.verdicts(on: [der, samples[1]])
            _ = GoJudge.unread([der])
            // A wrapped body, as a file has it.
            let body = "-----BEGIN CERTIFICATE-----\n\(Data(der).base64EncodedString())\n-----END CERTIFICATE-----\n"
            #expect(Certificate.all(inPEM: Array(body.utf8)).count == (certificate == nil ? 0 : 1))
        }
    }

    @Test func damagedFiles() throws {
        let folder = try TemporaryFolder()
        let der = try Self.made("ed25519", in: folder)
        let pem = "# CA\n-----BEGIN CERTIFICATE-----\n\(Data(der).base64EncodedString())\n-----END CERTIFICATE-----\n"
        var mutation = Mutation(
            seed: 12,
            samples: [pem],
            words: ["-----BEGIN ", "CERTIFICATE-----", "-----END ", "Proc-Type: 4,ENCRYPTED\n", "=", "\r\n"]
        )
        mutation.search { bytes in _ = Certificate.all(inPEM: bytes) }
    }
}
