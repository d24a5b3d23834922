import RegistryClient

/// Asks for what cannot be there before anything is sent.
struct Canary {
    let client: PushClient
    let context: PushContext

    /// - Throws: `saysYesToEverything` when the registry claims to have a blob that nobody made.
    func sing(in repository: String) throws(PushFailure) {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let digest = contentDigest(bytes)
        let size = try context.trying(.look) { client.blobSize(digest, in: repository) }
        if size != nil { throw .saysYesToEverything }
    }
}
