/// The file and line that a setting comes from.
package struct SourcePosition: Equatable, Hashable, Sendable {
    package let file: String
    /// From 1; 0 for the whole file.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `FILE:LINE`; without a line for a file or folder as a whole.
    package var description: String { line > 0 ? "\(file):\(line)" : file }
}
