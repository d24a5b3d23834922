import Diagnosis
import Foundation
import MirrorCore
import Testing

@Suite struct CanaryImageTests {
    private let image = CanaryImage(nonce: String(repeating: "0123456789abcdef", count: 2), registryHost: "gcr.io")

    @Test func itsPartsNameOneAnother() throws {
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: Data(image.manifest.bytes)) as? [String: Any]
        )
        #expect((manifest["config"] as? [String: Any])?["digest"] as? String == image.config.digest)
        #expect((manifest["layers"] as? [[String: Any]])?.first?["digest"] as? String == image.layer.digest)
        #expect((manifest["layers"] as? [[String: Any]])?.first?["size"] as? Int == image.layer.bytes.count)
        let config = try #require(try JSONSerialization.jsonObject(with: Data(image.config.bytes)) as? [String: Any])
        #expect((config["rootfs"] as? [String: Any])?["diff_ids"] as? [String] == [image.layer.digest])
    }

    @Test func anotherNonceIsAnotherImage() {
        let other = CanaryImage(nonce: String(repeating: "f", count: 32), registryHost: "gcr.io")
        #expect(other.manifest.digest != image.manifest.digest)
        #expect(other.reference != image.reference)
    }

    @Test func theMirrorsNamespaceStandsBeforeTheName() {
        let mirror = MirrorEndpoint(scheme: .https, host: "h", port: 5000, mirrorNamespace: "team/a")
        #expect(image.repository(at: mirror) == "team/a/\(image.repository)")
    }
}
