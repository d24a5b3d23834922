import ArgumentParser
import Containerd
import Diagnosis
import MirrorSystem

/// `--via`: how a node is reached without SSH.
enum NodeVia: String, ExpressibleByArgument, CaseIterable { case kubectl }

/// What `--via kubectl` needs: the cluster's login, and the image of the pods.
struct PodOptions: ParsableArguments {
    @Option(help: help("pods.kubeconfig", "file"))
    var kubeconfig: String?

    @Option(help: help("pods.context", "name"))
    var context: String?

    @Option(help: help("pods.image", "image"))
    var image: String?

    @Option(help: help("pods.podNamespace", "ns"))
    var podNamespace: String?

    @Flag(help: help("pods.yes"))
    var yes = false

    var access: KubectlAccess {
        KubectlAccess(kubeconfig: kubeconfig, context: context, namespace: podNamespace ?? "default")
    }

    /// - Parameter isUsed: `--via kubectl` was given.
    /// - Parameter needsImage: pods are to be created.
    func check(isUsed: Bool, needsImage: Bool = true) throws {
        guard isUsed else {
            guard kubeconfig == nil, context == nil, image == nil, podNamespace == nil, !yes else {
                throw ValidationError(texts("command.pods.withoutVia"))
            }
            return
        }
        guard image != nil || !needsImage else { throw ValidationError(texts("command.pods.needsImage")) }
        if let image {
            do throws(ImageReferenceError) {
                _ = try ImageReference(image, rules: ContainerdRules(version: ContainerdVersion(2, 0)))
            } catch {
                throw ValidationError(texts("command.pods.badImage", ["image": image, "reason": error.description]))
            }
        }
        if let podNamespace, !KubernetesNodes.isLabel(podNamespace) {
            throw ValidationError(texts("command.pods.badNamespace", ["namespace": podNamespace]))
        }
    }
}
