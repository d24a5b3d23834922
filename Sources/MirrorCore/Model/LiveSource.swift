/// Where the running cluster is read.
package enum LiveSource: Equatable, Sendable {
    case kubectl(kubeconfig: String)
    /// What kubectl printed.
    case saved(path: String)
}
