import Containerd
import GoData
import Secrets

extension RegistryCredentials {
    /// Every secret in them, the parts of an `auth` too.
    package var secrets: [Secret] {
        byHost.values.flatMap { auth in
            var found = [auth.password, auth.auth, auth.identityToken]
            if let decoded = auth.auth.reveal({ try? Base64.decodeStrictly($0) }) {
                let pair = String(decoding: decoded, as: UTF8.self)
                if let colon = pair.firstIndex(of: ":") {
                    found.append(Secret(String(pair[pair.index(after: colon)...])))
                }
            }
            return found.filter { !$0.isEmpty }
        }
    }
}
