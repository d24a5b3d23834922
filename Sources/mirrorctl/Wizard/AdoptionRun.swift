import MirrorCore
import MirrorSystem
import Texts
import Wizard

/// Reads the admin cluster's mirrors for the wizard; blocks as long as kubectl takes.
struct AdoptionRun {
    /// The user cluster's file.
    let config: ClusterConfig

    func run(_ request: AdoptRequest) -> AdoptOutcome {
        do {
            let (admin, checks) = try read(request)
            let adoption = try MirrorAdoption(from: admin, into: config, checks: checks)
            return .adopted(adoption.mirrors.map { MirrorDraft($0) }, adoption.concerns)
        } catch let error as FileError {
            return .failed(error.problem, fix: error.fix)
        } catch let error as LiveClusterError {
            return .failed(error.problem, fix: error.fix)
        } catch let error as KubectlError {
            return .failed(error.problem, fix: error.fix)
        } catch let error as AdoptionError {
            return .failed(error.problem, fix: error.fix)
        } catch {
            return .failed(Phrase("live.nothing"), fix: Phrase("live.fix.command"))
        }
    }

    private func read(_ request: AdoptRequest) throws -> (LiveCluster, [SecretReference: SecretCheck]) {
        switch request {
        case .saved(let path): return (try LiveCluster(kubectl: try FileSnapshot(reading: path).bytes), [:])
        case .kubectl(let name, let namespace, let kubeconfig):
            let kubectl = Kubectl(kubeconfig: kubeconfig)
            let admin = try kubectl.cluster(name, namespace: namespace)
            return (admin, kubectl.checks(of: MirrorAdoption.references(of: admin), texts))
        }
    }
}
