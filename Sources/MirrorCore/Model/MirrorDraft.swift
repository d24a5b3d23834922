/// One registry mirror as the operator typed it, possibly incomplete or wrong.
///
/// Every field is text: a draft can hold anything, so nothing typed is ever lost. `validate()` turns it into a
/// `RegistryMirror` or into every issue at once.
package struct MirrorDraft: Hashable, Sendable, Codable {
    /// `https://HOST[:PORT]`; a `/v2/NAMESPACE` typed here counts as the mirror namespace.
    package var endpoint = ""
    /// The path below the mirror's root, without slashes around it; empty for the root.
    package var mirrorNamespace = ""
    /// Registry hosts that are mirrored besides `gcr.io`, in order.
    package var hosts: [String] = []
    /// Header form: paths on the admin workstation; empty when not needed.
    package var caCertPath = ""
    package var pullCredentialConfigPath = ""
    /// Spec form: `NAMESPACE/NAME` of a Secret; empty when not needed.
    package var caCertSecret = ""
    package var pullCredentialSecret = ""

    package init(
        endpoint: String = "",
        mirrorNamespace: String = "",
        hosts: [String] = [],
        caCertPath: String = "",
        pullCredentialConfigPath: String = "",
        caCertSecret: String = "",
        pullCredentialSecret: String = ""
    ) {
        self.endpoint = endpoint
        self.mirrorNamespace = mirrorNamespace
        self.hosts = hosts
        self.caCertPath = caCertPath
        self.pullCredentialConfigPath = pullCredentialConfigPath
        self.caCertSecret = caCertSecret
        self.pullCredentialSecret = pullCredentialSecret
    }

    /// A key that is missing is an empty answer.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
        endpoint = try text(.endpoint)
        mirrorNamespace = try text(.mirrorNamespace)
        hosts = try values.decodeIfPresent([String].self, forKey: .hosts) ?? []
        caCertPath = try text(.caCertPath)
        pullCredentialConfigPath = try text(.pullCredentialConfigPath)
        caCertSecret = try text(.caCertSecret)
        pullCredentialSecret = try text(.pullCredentialSecret)
    }
}

/// The fields an issue or a finding can point at; the wizard jumps to the step that holds one.
package enum DraftField: String, Equatable, Sendable, CaseIterable, Codable {
    case clusterConfig, endpoint, mirrorNamespace, hosts
    case caCertPath, pullCredentialConfigPath, caCertSecret, pullCredentialSecret
}
