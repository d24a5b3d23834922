import MirrorCore

/// `--private-registry HOST:PORT[/NAMESPACE]`
enum PushAddress {
    /// The endpoint, or what to type instead and the end of the command.
    static func endpoint(_ text: String, isHTTP: Bool) throws -> MirrorEndpoint {
        if let mark = text.firstRange(of: "://") {
            throw Console.fail(Phrase("push.scheme", ["fixed": withoutV2(String(text[mark.upperBound...]))]), .usage)
        }
        guard withoutV2(text) == text else {
            throw Console.fail(Phrase("push.v2", ["fixed": withoutV2(text)]), .usage)
        }
        let parts = text.split(separator: "/", maxSplits: 1)
        let draft = MirrorDraft(
            endpoint: (isHTTP ? "http://" : "https://") + (parts.first ?? ""),
            mirrorNamespace: parts.count == 2 ? String(parts[1]) : ""
        )
        guard let mirror = try valid([draft], for: .header).first else { throw ExitStatus.dataError.exit }
        return mirror.endpoint
    }

    private static func withoutV2(_ text: String) -> String {
        var parts = text.split(separator: "/")
        if parts.count > 1, parts[1] == "v2" { parts.remove(at: 1) }
        return parts.joined(separator: "/")
    }
}
