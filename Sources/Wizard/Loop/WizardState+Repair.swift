import MirrorCore
import Texts

/// The vendor's own mistake, in a file or in what was pasted: shown, and repaired on demand.
extension WizardState {
    mutating func takeOver(_ pasted: PastedMirrors) {
        overlay = nil
        answers.mirrors = pasted.drafts
        mirrorIndex = 0
        cursor = focusedText.count
    }

    mutating func startRepair(breaksHardLink: Bool = false) -> [Effect] {
        overlay = nil
        let request = nextRequest()
        repairRequest = request
        return [.repair(request, path: answers.clusterConfigPath, breaksHardLink: breaksHardLink)]
    }

    mutating func repaired(_ request: RequestID, _ outcome: WriteOutcome) -> [Effect] {
        guard repairRequest == request else { return [] }
        repairRequest = nil
        switch outcome {
        case .failed(let phrase):
            cluster = .failed(phrase)
            return []
        case .hardLinked(let names):
            ask(HardLinkQuestion(names: names, write: .repair))
            return []
        case .written(let path, let backup):
            repairNote = Phrase("repair.done", ["path": path, "backup": backup ?? ""])
            let request = nextRequest()
            cluster = .reading(request)
            return [.readClusterConfig(request, path: answers.clusterConfigPath)]
        }
    }
}
