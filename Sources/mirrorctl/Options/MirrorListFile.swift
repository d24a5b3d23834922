import MirrorCore
import Texts

/// `--mirrors FILE`: a `registryMirrors` list as it stands in a header or a spec, with or without that key, or a whole
/// cluster config file.
enum MirrorListFile {
    /// - Parameter place: whose list is taken where a file has both.
    static func read(_ path: String, preferring place: MirrorPlace?) throws -> [MirrorDraft] {
        let given = try Files.readStream(path)
        let bare = MirrorListKeys.header(ofBareList: given)
        let bytes = bare ?? given
        let config: ClusterConfig
        do {
            config = try ClusterConfig(yaml: bytes)
        } catch {
            throw Files.fail(error, path: path)
        }
        let places = place == .spec ? [MirrorPlace.spec, .header] : [.header, .spec]
        let found = places.first { !config.registryMirrors(at: $0).isEmpty }
        if found == nil, config.header?.hasPrivateRegistries ?? config.cluster?.hasPrivateRegistries ?? false {
            throw Console.fail(Phrase("listEdit.privateRegistries", ["path": path]), .dataError)
        }
        guard let found else { throw Console.fail(Phrase("command.noMirrors", ["path": path]), .dataError) }
        let unusable = MirrorListKeys.unusable(bytes, at: found, linesAbove: bare == nil ? 0 : 1)
        guard unusable.isEmpty else {
            for key in unusable { Console.error("\(printable(path)): \(texts(key.phrase))") }
            throw Console.fail(Phrase("listEdit.unusableList"), .dataError)
        }
        return config.registryMirrors(at: found)
    }
}
