import GoData
import Secrets

/// The smallest Docker `config.json` a node can use: one inline login for exactly one registry.
///
///     {"auths": {"172.18.0.20:5000": {"auth": "…"}}}
///
/// Kubernetes reads `auths` only; a credential helper lives on the workstation and is of no use on a node.
package enum DockerConfigJSON {
    /// - Parameter user: without a colon: Basic separates name and password at the first one.
    package static func text(host: String, user: String, password: Secret) -> Secret {
        let login = password.reveal { Base64.encode(Array("\(user):\($0)".utf8)) }
        return Secret(
            """
            {
              "auths": {
                \(jsonString(host)): {
                  "auth": "\(login)"
                }
              }
            }

            """
        )
    }

    /// The same with the login masked, to look at before it is written.
    package static func masked(host: String) -> [String] {
        ["{", "  \"auths\": {", "    \(jsonString(host)): {", "      \"auth\": \"••••••••\"", "    }", "  }", "}"]
    }

    /// A host holds nothing that JSON would escape but what a test might try.
    private static func jsonString(_ text: String) -> String {
        "\"" + text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline } + "\""
    }
}
