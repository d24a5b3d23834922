/// The file and line that a setting comes from.
package struct SourcePlace: Equatable, Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}
