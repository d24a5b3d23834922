import MirrorCore
import MirrorSystem
import Texts

/// Takes an admin cluster's mirrors over into a user cluster: from an answer of kubectl, or by running it.
package struct Adoption: Sendable {
    package enum Source: Sendable {
        case answer([UInt8], name: String?, namespace: String?)
        case kubectl(name: String, namespace: String?, kubeconfig: String)
    }

    /// The user cluster's file.
    private let config: ClusterConfig
    /// Of the managing cluster, which is asked for the Secrets; nobody is without it.
    private let kubeconfig: String?

    package init(into config: ClusterConfig, asking kubeconfig: String?) {
        self.config = config
        self.kubeconfig = kubeconfig
    }

    /// Blocks as long as kubectl takes.
    /// - Parameter texts: in which it is said why a Secret could not be asked for.
    package func run(_ source: Source, _ texts: Catalogue) throws(Refusal) -> MirrorAdoption {
        let admin = try Self.admin(source)
        let references = MirrorAdoption.references(of: admin)
        let checks = kubeconfig.map { Kubectl(kubeconfig: $0).checks(of: references, texts) } ?? [:]
        do throws(AdoptionError) {
            return try MirrorAdoption(from: admin, into: config, checks: checks)
        } catch {
            throw Refusal(error.problem, fix: error.fix, .dataError)
        }
    }

    private static func admin(_ source: Source) throws(Refusal) -> LiveCluster {
        switch source {
        case .answer(let bytes, let name, let namespace):
            do throws(LiveClusterError) {
                return try LiveCluster(kubectl: bytes, name: name, namespace: namespace)
            } catch {
                throw Refusal(error)
            }
        case .kubectl(let name, let namespace, let kubeconfig):
            do throws(KubectlError) {
                return try Kubectl(kubeconfig: kubeconfig).cluster(name, namespace: namespace)
            } catch {
                throw Refusal(error)
            }
        }
    }
}
