/// One file of the configuration as it is written: before files are merged and tables renamed.
package struct ConfigDocument: Equatable, Sendable {
    package let file: String
    /// `nil` when it says none.
    package let version: Int64?
    package let table: ConfigTable

    package init(file: String, version: Int64?, table: ConfigTable) {
        self.file = file
        self.version = version
        self.table = table
    }
}

/// An entry of `disabled_plugins` or `required_plugins`.
package struct ListedPlugin: Equatable, Sendable {
    /// With the type before it where containerd puts it there.
    package let id: String
    package let written: String
    package let source: SourcePosition

    init(id: String, written: String, _ source: SourcePosition) {
        self.id = id
        self.written = written
        self.source = source
    }
}
