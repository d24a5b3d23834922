/// Go's `path` package, to the letter.
package enum GoPath {
    /// `path.Clean`
    package static func clean(_ path: String) -> String {
        guard !path.isEmpty else { return "." }
        if isClean(path) { return path }
        let isRooted = path.utf8.first == 0x2F
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isRooted {
                parts.append(part)
            }
        }
        let body = parts.joined(separator: "/")
        return isRooted ? "/" + body : body.isEmpty ? "." : body
    }

    /// No empty part, and none that begins with a dot; most paths are so.
    private static func isClean(_ path: String) -> Bool {
        var previous: UInt8 = 0
        for (index, byte) in path.utf8.enumerated() {
            if byte == 0x2F, previous == 0x2F { return false }
            if byte == 0x2E, previous == 0x2F || index == 0 { return false }
            previous = byte
        }
        return previous != 0x2F
    }

    /// `path.Join`
    package static func join(_ elements: [String]) -> String {
        let filled = elements.filter { !$0.isEmpty }
        return filled.isEmpty ? "" : clean(filled.joined(separator: "/"))
    }

    package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == 0x2F }
}
