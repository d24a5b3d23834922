import RegistryClient

extension CredentialScope {
    /// A token server is the operator's own when the CA that the operator gave has signed it, or the operator's login file
    /// names it.
    init(_ trust: Trust, _ config: DockerConfig?) {
        self.init { url in
            if case .certificates = trust { return true }
            guard let config else { return false }
            let host = url.host.contains(":") ? "[\(url.host)]" : url.host
            return (["\(host):\(url.port)"] + (url.port == 443 ? [host] : [])).contains { place in
                config.pushCredential(place) != nil
            }
        }
    }
}
