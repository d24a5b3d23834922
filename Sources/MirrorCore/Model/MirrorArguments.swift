/// Groups the words of a command line into mirrors.
///
/// Each `--endpoint` begins a mirror; `--namespace`, `--host` and the other options of a mirror belong to the last
/// one before them. Both `--option value` and `--option=value` count; everything else is passed over.
package enum MirrorArguments {
    package static func drafts(from words: [String]) -> [MirrorDraft] {
        var drafts: [MirrorDraft] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.map(String.init), name == "--endpoint" || setters[name] != nil else {
                continue
            }
            guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else { break }
            if name == "--endpoint" {
                drafts.append(MirrorDraft(endpoint: value))
            } else if !drafts.isEmpty {
                setters[name]?(&drafts[drafts.count - 1], value)
            }
        }
        return drafts
    }

    private static let setters: [String: @Sendable (inout MirrorDraft, String) -> Void] = [
        "--namespace": { $0.mirrorNamespace = $1 },
        "--host": { $0.hosts.append($1) },
        "--ca-cert-path": { $0.caCertPath = $1 },
        "--pull-credential-config-path": { $0.pullCredentialConfigPath = $1 },
        "--ca-cert-secret": { $0.caCertSecret = $1 },
        "--pull-credential-secret": { $0.pullCredentialSecret = $1 },
    ]
}
