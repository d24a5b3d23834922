/// What came of looking for a Secret in the managing cluster.
package enum SecretCheck: Equatable, Sendable {
    case found(SecretFacts)
    case missing
    /// It could not be asked for; why, as it was said.
    case failed(String)
    case notAsked
}

/// A Secret as a mirror uses it.
struct SecretUse: Equatable, Sendable {
    enum Purpose: Equatable, Sendable { case caCert, pullCredential }

    let reference: SecretReference
    let purpose: Purpose

    /// Each Secret once, in the mirrors' order.
    static func all(in mirrors: [RegistryMirror]) -> [SecretUse] {
        var uses: [SecretUse] = []
        for mirror in mirrors {
            for (source, purpose) in [(mirror.caCert, Purpose.caCert), (mirror.pullCredential, .pullCredential)] {
                guard case .secret(let reference)? = source else { continue }
                let use = SecretUse(reference: reference, purpose: purpose)
                if !uses.contains(use) { uses.append(use) }
            }
        }
        return uses
    }

    /// The entry that GDC reads.
    var key: String { purpose == .caCert ? "ca.crt" : ".dockerconfigjson" }
    var type: String { purpose == .caCert ? "Opaque" : "kubernetes.io/dockerconfigjson" }

    func concerns(_ check: SecretCheck, userNamespace: String) -> [EditConcern] {
        var arguments = ["secret": reference.description, "key": key, "type": type]
        arguments["command"] =
            ShellCommand([
                "kubectl", "get", "secret", reference.name, "-n", reference.namespace, "--kubeconfig",
                "ADMIN_KUBECONFIG",
            ]).description
        switch check {
        case .notAsked: return [EditConcern(.note, "adopt.notChecked", arguments)]
        case .missing: return [EditConcern(.refusal, "adopt.missing", arguments)]
        case .failed(let words):
            arguments["words"] = words
            return [EditConcern(.warning, "adopt.checkFailed", arguments)]
        case .found(let facts):
            var concerns: [EditConcern] = []
            if !facts.keys.contains(key) { concerns.append(EditConcern(.refusal, "adopt.noKey", arguments)) }
            if purpose == .pullCredential, facts.type != type {
                arguments["is"] = facts.type
                concerns.append(EditConcern(.warning, "adopt.otherType", arguments))
            }
            if reference.namespace != userNamespace, facts.markSource != "true" {
                arguments["namespace"] = userNamespace
                arguments["command"] =
                    ShellCommand([
                        "kubectl", "annotate", "secret", reference.name, "-n", reference.namespace,
                        "\(SecretFacts.markSourceKey)=true", "--kubeconfig", "ADMIN_KUBECONFIG",
                    ]).description
                concerns.append(EditConcern(.warning, "adopt.notForwarded", arguments))
            }
            return concerns
        }
    }
}
