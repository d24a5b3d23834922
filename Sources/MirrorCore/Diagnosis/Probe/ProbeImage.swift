/// An image reference as typed, cut into what the mirror is asked for.
///
/// As containerd reads it: the first component is a registry host when it has a dot or a colon or is `localhost`, and
/// the mirror sees the path without it.
package struct ProbeImage: Equatable, Sendable {
    /// `gcr.io`; `nil` when the reference has none.
    package let registryHost: String?
    /// `anthos-baremetal-release/pause`
    package let repository: String
    /// A tag, or `sha256:…`.
    package let reference: String

    /// `nil` when it is not a reference.
    package init?(_ text: String) {
        guard text.utf8.count <= 512 else { return nil }
        var rest = text[...]
        var host: Substring?
        if let slash = rest.firstIndex(of: "/") {
            let first = rest[..<slash]
            if first.contains(".") || first.contains(":") || first == "localhost" {
                host = first
                rest = rest[rest.index(after: slash)...]
            }
        }
        var reference: Substring = "latest"
        if let at = rest.firstIndex(of: "@") {
            reference = rest[rest.index(after: at)...]
            rest = rest[..<at]
            guard Self.isDigest(reference) else { return nil }
            // NAME:TAG@DIGEST: the digest decides.
            if let colon = rest.lastIndex(of: ":") { rest = rest[..<colon] }
        } else if let colon = rest.lastIndex(of: ":") {
            reference = rest[rest.index(after: colon)...]
            rest = rest[..<colon]
            guard Self.isTag(reference) else { return nil }
        }
        if host == "docker.io", !rest.contains("/") { rest = "library/" + rest }
        guard Self.isRepository(rest) else { return nil }
        registryHost = host.map(String.init)
        repository = String(rest)
        self.reference = String(reference)
    }

    /// `NAMESPACE/REPOSITORY`
    package func path(below mirrorNamespace: String?) -> String {
        mirrorNamespace.map { "\($0)/\(repository)" } ?? repository
    }

    /// The separator before `reference`.
    package var separator: String { reference.contains(":") ? "@" : ":" }

    private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isRepository(_ text: Substring) -> Bool {
        text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { component in
            guard let first = component.utf8.first, let last = component.utf8.last else { return false }
            return isLowerOrDigit(first) && isLowerOrDigit(last)
                && component.utf8.allSatisfy { isLowerOrDigit($0) || "._-".utf8.contains($0) }
        }
    }

    private static func isTag(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 128, !".-".utf8.contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            isLowerOrDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || "._-".utf8.contains(byte)
        }
    }

    private static func isDigest(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count >= 32 else { return false }
        return text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == UInt8(ascii: ":") }
    }
}
