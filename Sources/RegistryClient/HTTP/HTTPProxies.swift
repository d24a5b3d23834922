/// Which proxies stand between us and a registry.
package enum HTTPProxies: Sendable {
    /// Straight to the address, as a node's containerd without a proxy goes.
    case none
    /// What HTTPS_PROXY, http_proxy and NO_PROXY say, as libcurl reads them.
    case environment
}
