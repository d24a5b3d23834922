import MirrorCore

/// A `registryMirrors` list as it stands in a header or a spec, with or without that key, or a whole cluster config file.
package enum MirrorList {
    package enum Problem: Error, Equatable, Sendable {
        case notYAML(YAMLError)
        /// The older key in its place, which is no list of mirrors.
        case privateRegistries
        case none
        /// Keys that would be lost.
        case unusable([MirrorListKeys.Unusable])
    }

    /// - Parameter place: whose list is taken where a file has both.
    package static func drafts(in given: [UInt8], preferring place: MirrorPlace?) throws(Problem) -> [MirrorDraft] {
        let bare = MirrorListKeys.header(ofBareList: given)
        let bytes = bare ?? given
        let config: ClusterConfig
        do { config = try ClusterConfig(yaml: bytes) } catch { throw .notYAML(error) }
        guard let found = config.filledPlace(preferring: place ?? .header) else {
            let isOlder = config.header?.hasPrivateRegistries ?? config.cluster?.hasPrivateRegistries ?? false
            throw isOlder ? .privateRegistries : .none
        }
        let unusable = MirrorListKeys.unusable(bytes, at: found, linesAbove: bare == nil ? 0 : 1)
        guard unusable.isEmpty else { throw .unusable(unusable) }
        return config.registryMirrors(at: found)
    }
}
