/// Which key was meant.
package enum Spelling {
    /// The one that is nearest to what was typed, if one is near.
    package static func meant(_ typed: String, among names: [String]) -> String? {
        let plain = plainForm(typed)
        if let alias = aliases[plain]?.first(where: names.contains) { return alias }
        if let same = names.first(where: { plainForm($0) == plain }) { return same }
        let near = names.map { (name: $0, distance: distance(plainForm($0), plain)) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= max(1, min(2, near.name.count / 4)) else { return nil }
        return near.name
    }

    /// Insertions, deletions, replacements and swapped neighbours between two short texts; longer ones are far apart.
    package static func distance(_ one: String, _ other: String) -> Int {
        let (left, right) = (Array(one.utf8), Array(other.utf8))
        guard max(left.count, right.count) <= 64 else { return left == right ? 0 : 64 }
        var before: [Int] = []
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var next = [i + 1]
            for (j, b) in right.enumerated() {
                var best = min(next[j] + 1, row[j + 1] + 1, row[j] + (a == b ? 0 : 1))
                if i > 0, j > 0, a == right[j - 1], left[i - 1] == b { best = min(best, before[j - 1] + 1) }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }

    private static func plainForm(_ text: String) -> String { text.lowercased().filter { $0 != "_" && $0 != "-" } }

    /// What other programs call the same, in plain form.
    private static let aliases: [String: [String]] = [
        "registries": ["registry"], "registrymirrors": ["mirrors"], "mirror": ["mirrors"], "config": ["configs"],
        "url": ["endpoint"], "urls": ["endpoint"], "endpointurl": ["endpoint"], "hosts": ["host"], "mirrors": ["host"],
        "endpoint": ["host"],
        "configdir": ["config_path"], "certsdir": ["config_path"], "hostsdir": ["config_path"],
        "certspath": ["config_path"], "configdirectory": ["config_path"], "headers": ["header"],
        "insecureskipverify": ["skip_verify"], "insecure": ["insecure_skip_verify", "skip_verify"],
        "tlsskipverify": ["skip_verify"], "skiptlsverify": ["insecure_skip_verify", "skip_verify"],
        "skipverify": ["insecure_skip_verify"], "cafile": ["ca"], "cacert": ["ca_file", "ca"], "ca": ["ca_file"],
        "cert": ["cert_file", "client"], "key": ["key_file"], "clientcert": ["client"],
        "clientcertificate": ["client"], "user": ["username"], "pass": ["password"], "token": ["identitytoken"],
    ]
}
