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
        mirrors.repair.request = request
        return [.repair(request, path: answers.clusterConfigPath, breaksHardLink: breaksHardLink)]
    }

    mutating func repaired(_ request: RequestID, _ outcome: WriteOutcome) -> [Effect] {
        guard mirrors.repair.request == request else { return [] }
        mirrors.repair.request = nil
        switch outcome {
        case .failed(let phrase), .changedMeanwhile(let phrase, _):
            mirrors.cluster = .failed(phrase)
            return []
        case .hardLinked(let names):
            ask(HardLinkQuestion(names: names, write: .repair))
            return []
        case .written(let path, let backup):
            mirrors.repair.note = Phrase("repair.done", ["path": path, "backup": backup ?? ""])
            let request = nextRequest()
            mirrors.cluster = .reading(request)
            return [.readClusterConfig(request, path: answers.clusterConfigPath)]
        }
    }
}
