import GoData

/// What containerd logs while it loads a configuration that it accepts.
package enum ContainerdConfigWarning: Equatable, Sendable {
    case oldVersion
    case versionNotSupported(Int64)
    case ambiguousPlugin(String)
    case migrated(from: Int64)
    /// At the top of a file.
    case unknownKey(String, file: String, line: Int, column: Int)
    /// In a plugin's table; the key's parts joined by blanks.
    case unknownPluginKey(String, plugin: String, source: SourcePosition)

    /// The log line without time and level.
    package var text: String {
        let strict = "error=\"strict mode: fields in the document are missing in the target struct\""
        switch self {
        case .oldVersion:
            return "msg=\"containerd config version `1` has been deprecated and will be converted on each startup in "
                + "containerd v2.0, use `containerd config migrate` after upgrading to containerd 2.0 to avoid "
                + "conversion on startup\""
        case .versionNotSupported(let version):
            return "msg=\"containerd config version `\(version)` is not supported, the max version is `2`, use "
                + "`containerd config default` to generate a new config or manually revert to version `2`\""
        case .ambiguousPlugin(let name):
            return "msg=\"Ambiguous \(name) plugin in v1 config, treating as io.containerd.grpc.v1.\(name)\""
        case .migrated(let version):
            return "msg=\"Configuration migrated from version \(version), use `containerd config migrate` to avoid "
                + "migration\""
        case .unknownKey(let key, let file, let line, let column):
            return "msg=\"Ignoring unknown key in TOML\" column=\(column) \(strict) file=\(file) "
                + "key=\(Self.field(key)) row=\(line)"
        case .unknownPluginKey(let key, let plugin, _):
            return "msg=\"Ignoring unknown key in TOML for plugin\" \(strict) key=\(Self.field(key)) plugin=\(plugin)"
        }
    }

    private static func field(_ text: String) -> String { text.contains(" ") ? GoText.quoted(text) : text }
}
