/// Where a cluster config file holds its mirrors.
package enum MirrorPlace: String, Equatable, Sendable, CaseIterable, Codable {
    /// The key-value document that only bmctl reads; CA and credentials are paths on the admin workstation.
    case header
    /// `spec.nodeConfig.registryMirrors` of the Cluster; CA and credentials are Secrets in the managing cluster.
    case spec

    /// Every key of a mirror that can occur here, in writing order; others in a file are left alone.
    var keys: [String] {
        switch self {
        case .header: ["endpoint", "caCertPath", "pullCredentialConfigPath", "hosts"]
        case .spec: ["endpoint", "caCertSecretRef", "pullCredentialSecretRef", "hosts"]
        }
    }
}
