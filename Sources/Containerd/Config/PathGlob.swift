import GoData

/// `filepath.Glob` for `*` and `?`. What all patterns of one configuration may look at is limited, and each is asked once.
package struct PathGlob {
    /// Names in folders.
    package static let maximumNames = 50_000
    /// As the kernel: no name is longer.
    private static let longestName = 255

    private let files: any NodeFiles
    private var namesLeft = PathGlob.maximumNames
    private var known: [String: [String]] = [:]

    package init(_ files: any NodeFiles) { self.files = files }

    /// - Returns: `nil` when more names would have to be looked at than are.
    package mutating func matches(_ pattern: String) -> [String]? {
        if let found = known[pattern] { return found }
        var found = ["/"]
        let parts = pattern.split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() {
            if !part.contains("*"), !part.contains("?") {
                found = found.map { GoPath.join([$0, part]) }
                if index == parts.count - 1 { found = found.filter { (try? files.kind(of: $0)) != nil } }
                continue
            }
            let mask = NameMask(part)
            var matching: [String] = []
            for folder in found {
                let names = (try? files.names(in: folder)) ?? []
                // A folder itself counts: there may be many empty ones.
                namesLeft -= names.count + 1
                guard namesLeft >= 0 else { return nil }
                for name in names where name.utf8.count <= Self.longestName && mask.matches(name) {
                    matching.append(GoPath.join([folder, name]))
                }
            }
            found = matching
        }
        known[pattern] = found
        return found
    }
}

/// A pattern for one name: `*` is any text, `?` any character.
private struct NameMask {
    private let pattern: [Unicode.Scalar]
    /// Characters that a name needs at least.
    private let least: Int

    init(_ text: String) {
        pattern = Array(text.unicodeScalars)
        least = pattern.count { $0 != "*" }
    }

    /// The last star takes one character more at each failure; those before it are settled.
    func matches(_ text: String) -> Bool {
        let name = Array(text.unicodeScalars)
        guard name.count >= least else { return false }
        var (at, next) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while at < name.count {
            if next < pattern.count, pattern[next] == "*" {
                star = (next, at)
                next += 1
            } else if next < pattern.count, pattern[next] == "?" || pattern[next] == name[at] {
                (at, next) = (at + 1, next + 1)
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (at, next) = (last.name + 1, last.pattern + 1)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == "*" }
    }
}
