import MirrorCore
import MirrorSystem
import Operations
import Texts
import Wizard

/// Reads the admin cluster's mirrors for the wizard; blocks as long as kubectl takes.
struct AdoptionRun {
    /// The user cluster's file.
    let config: ClusterConfig

    func run(_ request: AdoptRequest) -> AdoptOutcome {
        do throws(Refusal) {
            let adoption: MirrorAdoption
            switch request {
            case .saved(let path):
                let bytes: [UInt8]
                do throws(FileError) { bytes = try FileSnapshot(reading: path).bytes } catch {
                    throw Refusal(reading: error)
                }
                let answer = Adoption.Source.answer(bytes, name: nil, namespace: nil)
                adoption = try Adoption(into: config, asking: nil).run(answer, texts)
            case .kubectl(let name, let namespace, let kubeconfig):
                let live = Adoption.Source.kubectl(name: name, namespace: namespace, kubeconfig: kubeconfig)
                adoption = try Adoption(into: config, asking: kubeconfig).run(live, texts)
            }
            return .adopted(adoption.mirrors.map { MirrorDraft($0) }, adoption.concerns)
        } catch {
            return .failed(error.problem, fix: error.fix ?? Phrase("live.fix.command"))
        }
    }
}
