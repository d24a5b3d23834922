import MirrorCore

/// `--mirrors FILE`: a `registryMirrors` list as it stands in a header or a spec, or a whole cluster config file.
enum MirrorListFile {
    static func read(_ path: String) throws -> [MirrorDraft] {
        let bytes = try Files.readStream(path)
        let config: ClusterConfig
        do {
            config = try ClusterConfig(yaml: bytes)
        } catch {
            throw Files.fail(error, path: path)
        }
        let mirrors = [MirrorPlace.header, .spec].map(config.registryMirrors(at:)).first { !$0.isEmpty }
        if mirrors == nil, config.header?.hasPrivateRegistries ?? config.cluster?.hasPrivateRegistries ?? false {
            throw Console.fail(Phrase("listEdit.privateRegistries", ["path": path]), .dataError)
        }
        guard let mirrors else { throw Console.fail(Phrase("command.noMirrors", ["path": path]), .dataError) }
        return mirrors
    }
}
