import Containerd
import MirrorCore

/// An image of a few hundred bytes whose name and content nobody can guess: one layer with one file that holds the nonce.
package struct CanaryImage: Equatable, Sendable {
    package struct Part: Equatable, Sendable {
        package let mediaType: String
        package let digest: String
        package let bytes: [UInt8]

        init(_ mediaType: String, _ bytes: [UInt8]) {
            self.mediaType = mediaType
            self.bytes = bytes
            digest = "sha256:" + SHA256.hex(bytes)
        }

        var descriptor: String {
            "{\"mediaType\":\"\(mediaType)\",\"digest\":\"\(digest)\",\"size\":\(bytes.count)}"
        }
    }

    /// 32 hexadecimal digits: 128 random bits.
    package let nonce: String
    /// The public registry whose mirror is proven.
    package let registryHost: String
    package let layer: Part
    package let config: Part
    package let manifest: Part

    package static let folder = "mirrorctl-canary"
    package static let tag = "proof"

    /// - Parameter architecture: Go's name for the node's.
    package init(nonce: String, registryHost: String, architecture: String = "amd64") {
        self.nonce = nonce
        self.registryHost = registryHost
        let tar = TarArchive.write([TarArchive.Entry("canary", Array((nonce + "\n").utf8))])
        layer = Part("application/vnd.oci.image.layer.v1.tar", tar)
        let text =
            "{\"architecture\":\"\(architecture)\",\"os\":\"linux\",\"config\":{},"
            + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"\(layer.digest)\"]}}"
        config = Part("application/vnd.oci.image.config.v1+json", Array(text.utf8))
        let type = "application/vnd.oci.image.manifest.v1+json"
        let document =
            "{\"schemaVersion\":2,\"mediaType\":\"\(type)\",\"config\":\(config.descriptor),"
            + "\"layers\":[\(layer.descriptor)]}"
        manifest = Part(type, Array(document.utf8))
    }

    /// Below the mirror's namespace.
    package var repository: String { "\(Self.folder)/\(nonce)" }

    /// What the node is told to pull.
    package var reference: String { "\(registryHost)/\(repository):\(Self.tag)" }

    /// As the mirror spells the repository.
    package func repository(at mirror: MirrorEndpoint) -> String {
        mirror.mirrorNamespace.map { "\($0)/\(repository)" } ?? repository
    }
}
