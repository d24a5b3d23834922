/// The kubectl lines that read from a managing cluster; none of them changes anything.
package enum KubectlCommand {
    /// The page's command with the resource word that it lacks.
    package static func cluster(_ name: String, namespace: String, kubeconfig: String) -> ShellCommand {
        ShellCommand([
            "kubectl", "get", "cluster", name, "-n", namespace, "--kubeconfig", kubeconfig, "-o", "yaml",
        ])
    }

    /// NodePools of a cluster's namespace.
    package static func nodePools(namespace: String, kubeconfig: String) -> ShellCommand {
        ShellCommand([
            "kubectl", "get", "nodepools.baremetal.cluster.gke.io", "-n", namespace, "--kubeconfig", kubeconfig, "-o",
            "yaml",
        ])
    }

    /// Every Pod of a cluster.
    package static func pods(kubeconfig: String?) -> ShellCommand { list(["pods", "-A"], kubeconfig) }

    /// Every node, with the images that it says it has.
    package static func nodes(kubeconfig: String?) -> ShellCommand { list(["nodes"], kubeconfig) }

    private static func list(_ what: [String], _ kubeconfig: String?) -> ShellCommand {
        ShellCommand(["kubectl", "get"] + what + (kubeconfig.map { ["--kubeconfig", $0] } ?? []) + ["-o", "json"])
    }

    /// Type, mark and names of the entries, one a line: the values never leave the cluster.
    package static func secretFacts(_ reference: SecretReference, kubeconfig: String) -> ShellCommand {
        let template =
            "{{.type}}{{\"\\n\"}}{{with .metadata.annotations}}{{with index . \"\(SecretFacts.markSourceKey)\"}}{{.}}{{end}}{{end}}"
            + "{{\"\\n\"}}{{range $key, $value := .data}}{{$key}}{{\"\\n\"}}{{end}}"
        return ShellCommand([
            "kubectl", "get", "secret", reference.name, "-n", reference.namespace, "--kubeconfig", kubeconfig, "-o",
            "go-template=\(template)",
        ])
    }

    /// The namespace that bmctl gives a cluster unless the file says another.
    package static func usualNamespace(of cluster: String) -> String { "cluster-\(cluster)" }
}

extension SecretFacts {
    /// Reads what `KubectlCommand.secretFacts` prints.
    package init(_ reference: SecretReference, printed text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let mark = lines.count > 1 ? lines[1] : ""
        self.init(
            reference: reference,
            type: lines.first ?? "",
            keys: lines.dropFirst(2).filter { !$0.isEmpty },
            markSource: mark.isEmpty || mark == "<no value>" ? nil : mark
        )
    }
}
