/// `filepath.Glob` for `*` and `?`.
enum PathGlob {
    static func matches(_ pattern: String, in files: any NodeFiles) -> [String] {
        var found = ["/"]
        let parts = pattern.split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() {
            if !part.contains("*"), !part.contains("?") {
                found = found.map { GoPath.join([$0, part]) }
                if index == parts.count - 1 { found = found.filter { (try? files.kind(of: $0)) != nil } }
            } else {
                found = found.flatMap { directory -> [String] in
                    let names = (try? files.names(in: directory)) ?? []
                    return names.filter { matches($0[...], part[...]) }.map { GoPath.join([directory, $0]) }
                }
            }
        }
        return found
    }

    private static func matches(_ name: Substring, _ pattern: Substring) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        if first == "*" {
            let rest = pattern.drop { $0 == "*" }
            return name.indices.contains { matches(name[$0...], rest) } || rest.isEmpty
        }
        guard let character = name.first, first == "?" || first == character else { return false }
        return matches(name.dropFirst(), pattern.dropFirst())
    }
}
