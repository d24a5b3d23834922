import Diagnosis
import ImagePackage
import MirrorCore
import MirrorSystem
import Texts
import Threads

extension AuditImages {
    /// What kubectl is asked for.
    package enum Answer: CaseIterable, Sendable {
        case pods, nodes

        func command(_ kubeconfig: String?) -> ShellCommand {
            self == .pods ? KubectlCommand.pods(kubeconfig: kubeconfig) : KubectlCommand.nodes(kubeconfig: kubeconfig)
        }
    }

    /// An answer that was saved, or just given.
    /// - Parameter source: what it is called.
    package mutating func take(_ bytes: [UInt8], _ kind: Answer, from source: String) throws(Refusal) {
        do throws(AuditInputError) {
            switch kind {
            case .pods: try add(pods: bytes)
            case .nodes: try add(nodes: bytes)
            }
        } catch {
            throw Refusal(error.problem(path: source, command: kind.command(nil).description), .dataError)
        }
    }

    /// Asks kubectl for all of it.
    package mutating func ask(_ kubeconfig: String, _ cancellation: Cancellation) throws(Refusal) {
        let kubectl = Kubectl(kubeconfig: kubeconfig, deadlineSeconds: 120)
        for kind in Answer.allCases {
            let command = kind.command(kubeconfig)
            let answer: [UInt8]
            do throws(KubectlError) {
                answer = try kubectl.objects(command, cancellation: cancellation)
            } catch {
                throw cancellation.isCancelled ? Refusal(Phrase("audit.interrupted"), .interrupted) : Refusal(error)
            }
            try take(answer, kind, from: command.words[0])
        }
    }

    /// Each image under each of its tags, else by digest.
    package mutating func add(_ package: OpenedPackage) {
        for image in package.contents.images { add(image, of: package.name) }
    }

    private mutating func add(_ image: PackagedImage, of package: String) {
        guard !image.isNameGuessed else { return add(image.name, user: package, isNameless: true) }
        for tag in image.tags { add("\(image.name):\(tag)", user: package) }
        guard image.tags.isEmpty else { return }
        guard let digest = image.manifests()?.last?.digest else {
            return add(image.name, user: package, isNameless: true)
        }
        add("\(image.name)@\(digest)", user: package)
    }
}
