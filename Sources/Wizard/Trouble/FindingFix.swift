import Diagnosis
import MirrorCore

extension Finding {
    /// The answer of the mirror's track that mends what was found on a node; `nil` when none would.
    package var mendingField: DraftField? { parts["next"] == nil ? field ?? Self.fields[code] : nil }

    private static let fields: [String: DraftField] = [
        // The node's files
        "MIR0705": .caCertPath, "MIR0706": .mirrorNamespace, "MIR0707": .mirrorNamespace, "MIR0709": .endpoint,
        "MIR0711": .hosts,
        // Its log
        "MIR0851": .caCertPath, "MIR0852": .endpoint, "MIR0853": .endpoint, "MIR0854": .endpoint, "MIR0856": .endpoint,
        "MIR0857": .endpoint, "MIR0858": .endpoint, "MIR0859": .pullCredentialConfigPath, "MIR0860": .mirrorNamespace,
        "MIR0868": .hosts, "MIR0890": .endpoint, "MIR0870": .mirrorNamespace,
    ]
}
