/// A registry host as it stands in `hosts:`: `NAME[:PORT]`, nothing else.
enum RegistryHostSyntax {
    /// - Returns: the id and arguments, or `nil` for a usable host.
    static func problem(in text: String) -> (id: String, arguments: [String: String])? {
        guard !text.isEmpty else { return ("host.empty", [:]) }
        if text.contains("*") { return ("host.pattern", ["host": text]) }
        var bare = text[...]
        if let mark = bare.firstRange(of: "://") { bare = bare[mark.upperBound...] }
        let fixed = String(bare.prefix { $0 != "/" })
        if fixed != text {
            guard RegistryHost(fixed.lowercased()) != nil else { return ("host.name", ["host": text]) }
            return ("host.urlOrPath", ["host": text, "fixed": fixed.lowercased()])
        }
        guard text.lowercased() == text else { return ("host.upperCase", ["host": text, "fixed": text.lowercased()]) }
        // containerd looks these up as docker.io; an entry under their own name is never consulted.
        if ["index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"].contains(text) {
            return ("host.dockerHub", ["host": text])
        }
        let colon = text.lastIndex(of: ":").flatMap { text.hasSuffix("]") ? nil : $0 }
        let name = colon.map { text[..<$0] } ?? text[...]
        if let colon, HostSyntax.port(text[text.index(after: colon)...]) == nil { return ("host.name", ["host": text]) }
        let isIPv6 = name.hasPrefix("[") && name.hasSuffix("]") && HostSyntax.isIPv6(name.dropFirst().dropLast())
        guard isIPv6 || HostSyntax.isHost(name) else { return ("host.name", ["host": text]) }
        switch RegistryHost.problem(in: text) {
        case nil: return nil
        case .hubPath: return ("host.hubPath", ["host": text])
        default: return ("host.name", ["host": text])
        }
    }
}
