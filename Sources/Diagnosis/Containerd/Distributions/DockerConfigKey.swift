import GoData

/// The keys of docker's `config.json` that nerdctl looks a registry up by, in order.
///
/// Source: nerdctl `pkg/imgutil/dockerconfigresolver/registryurl.go`. CRI itself never reads that file.
package struct DockerConfigKey: Equatable, Sendable {
    package static let hubIndex = "https://index.docker.io/v1/"

    package let canonical: String
    package let lookupOrder: [String]

    /// `nil` for an address that is no URL.
    package init?(address: String) {
        guard !address.isEmpty, address != "docker.io", address != Self.hubIndex else {
            canonical = Self.hubIndex
            lookupOrder = [Self.hubIndex]
            return
        }
        guard let url = try? GoURL(address.range(ofText: "://") == nil ? "https://" + address : address) else {
            return nil
        }
        let split = GoText.splitHostPort(url.host)
        let isStandard = split == nil || split?.port == "" || split?.port == "443"
        let name = split?.host ?? Self.withoutBrackets(url.host)
        let bracketed = name.contains(":") ? "[\(name)]" : name
        canonical = isStandard ? bracketed + ":443" : url.host
        if isStandard, name == "index.docker.io", url.path == "/v1/" {
            lookupOrder = [Self.hubIndex]
            return
        }
        var order = [canonical]
        if isStandard, name == "index.docker.io" || name == "registry-1.docker.io" { order.append(Self.hubIndex) }
        order += ["https://" + canonical, "http://" + canonical]
        if isStandard { order += [name, "https://" + name, "http://" + name] }
        lookupOrder = order
    }

    private static func withoutBrackets(_ host: String) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }
}
