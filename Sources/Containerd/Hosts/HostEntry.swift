/// One entry of a `hosts.toml`, or its root keys: containerd's `hostConfig`.
package struct HostEntry: Equatable, Sendable {
    /// Empty when `server` is not set: the upstream takes the place.
    package var scheme = ""
    package var host = ""
    package var path = ""
    package var capabilities: RegistryCapabilities = []
    package var tls = RegistryEndpoint.TLS()
    package var headers: [HTTPField] = []
    package var emptyHeaders: [String] = []
    package var hasHeaderTable = false
    package var dialTimeout: String?
    package var origin = RegistryEndpoint.Origin.hostTable
    package var source: SourcePosition?
}
