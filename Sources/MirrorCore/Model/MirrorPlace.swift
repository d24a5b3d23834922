/// Where a cluster config file holds its mirrors.
package enum MirrorPlace: String, Equatable, Sendable, CaseIterable {
    /// The key-value document that only bmctl reads; CA and credentials are paths.
    case header
    /// `spec.nodeConfig.registryMirrors` of the Cluster; CA and credentials are Secret references.
    case spec
}
