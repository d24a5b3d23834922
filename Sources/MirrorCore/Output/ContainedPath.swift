/// A path that stays below the folder it is put into, whoever wrote it.
package struct ContainedPath: Equatable, Sendable {
    /// The folders on the way and the file's own name.
    package let parts: [String]

    /// - Returns: `nil` for a path that leads out or nowhere: `..`, a name no file system has, a control character.
    package init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        guard !parts.isEmpty, parts.allSatisfy(Self.isName) else { return nil }
        self.parts = parts
    }

    private static func isName(_ part: String) -> Bool {
        part != "." && part != ".." && part.utf8.count <= 255 && part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
