/// The bmctl lines an operator runs before and after the cluster config file is written.
package enum BmctlCommand {
    /// `bmctl push images`: neither scheme nor `/v2` before the namespace, unlike the endpoint.
    ///
    /// - Parameter version: of bmctl and package, which must be equal; `VERSION` stays where it is not known.
    package static func pushImages(to mirror: RegistryMirror, version: String?) -> String {
        var words = [
            "bmctl", "push", "images", "--source=./bmpackages_\(version ?? "VERSION").tar.xz",
            "--private-registry=\(mirror.endpoint.pushTarget)",
        ]
        if case .file(let path) = mirror.caCert { words.append("--cacert=\(path)") }
        if mirror.pullCredential == nil { words.append("--need-credential=false") }
        return words.map(shellWord).joined(separator: " ")
    }

    package static func createCluster(_ name: String) -> String { "bmctl create cluster -c \(shellWord(name))" }

    /// The kubeconfig is the cluster's own, or its admin cluster's for a user cluster.
    package static func updateCluster(_ name: String, kubeconfig: String = "ADMIN_KUBECONFIG") -> String {
        "bmctl update cluster -c \(shellWord(name)) --kubeconfig=\(shellWord(kubeconfig))"
    }
}

/// A word as a POSIX shell reads it back.
package func shellWord(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ":", "=", "@", "%", "+", ",": true
        default: false
        }
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
