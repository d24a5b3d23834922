import RegistryClient

/// Asks for what cannot be there before anything is sent.
struct ExistenceProbe {
    let client: PushClient
    let context: PushContext

    /// Of what nobody has.
    static var digest: String { contentDigest(randomBytes(32)) }

    /// - Throws: `saysYesToEverything` when the registry claims to have a blob that nobody made.
    func check(in repository: String) throws(PushFailure) {
        let digest = Self.digest
        let size = try context.trying(.look) { client.blobSize(digest, in: repository) }
        if size != nil { throw .saysYesToEverything }
    }
}

func randomBytes(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
}
