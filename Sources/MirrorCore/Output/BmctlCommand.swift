/// The bmctl lines an operator runs before and after the cluster config file is written.
package enum BmctlCommand {
    /// `bmctl push images`: neither scheme nor `/v2` before the namespace, unlike the endpoint.
    ///
    /// - Parameter version: of bmctl and package, which must be equal; `VERSION` stays where it is not known.
    package static func pushImages(to mirror: RegistryMirror, version: String?) -> ShellCommand {
        var words = [
            "bmctl", "push", "images", "--source=./bmpackages_\(version ?? "VERSION").tar.xz",
            "--private-registry=\(mirror.endpoint.pushTarget)",
        ]
        if case .file(let path) = mirror.caCert { words.append("--cacert=\(path)") }
        if mirror.pullCredential == nil { words.append("--need-credential=false") }
        return ShellCommand(words)
    }

    package static func createCluster(_ name: String) -> ShellCommand {
        ShellCommand(["bmctl", "create", "cluster", "-c", name])
    }

    /// The kubeconfig is the cluster's own, or its admin cluster's for a user cluster.
    package static func updateCluster(_ name: String, kubeconfig: String = "ADMIN_KUBECONFIG") -> ShellCommand {
        ShellCommand(["bmctl", "update", "cluster", "-c", name, "--kubeconfig=\(kubeconfig)"])
    }

    /// The line that is run, rather than shown.
    ///
    /// - Parameters:
    ///   - isQuiet: without questions; only where bmctl knows how.
    ///   - workspace: where the clusters' folders are, when bmctl would not find it itself.
    package static func update(
        _ name: String,
        kubeconfig: String,
        isQuiet: Bool,
        workspace: String? = nil
    ) -> ShellCommand {
        var words = ["bmctl", "update", "cluster", "-c", name, "--kubeconfig", kubeconfig]
        if let workspace { words += ["--workspace-dir", workspace] }
        if isQuiet { words.append("--quiet") }
        return ShellCommand(words)
    }
}
