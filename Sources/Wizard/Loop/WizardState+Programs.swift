import MirrorCore
import Texts

/// Long things in the operator's own programs: the pager and the editor.
extension WizardState {
    /// What ^Y would copy, whole.
    mutating func viewWhole() -> [Effect] {
        guard let text = whole else {
            notice = Phrase("view.nothing")
            return []
        }
        if hasPager { return [.page(text)] }
        preview.scroll = 0
        ask(WholeText(text: text))
        return []
    }

    var canEdit: Bool {
        guard !answers.clusterConfigPath.isEmpty else { return false }
        switch mirrors.cluster {
        case .read, .failed, .repairable: break
        case .none, .reading: return false
        }
        if case .running = mirrors.writing { return false }
        return mirrors.jobs.running == nil
    }

    mutating func openEditor() -> [Effect] { [.openEditor(path: answers.clusterConfigPath)] }

    /// What was typed stays; the file is read anew.
    mutating func editorClosed(_ problem: Phrase?) -> [Effect] {
        if let problem {
            notice = problem
            return []
        }
        let request = nextRequest()
        mirrors.cluster = .reading(request)
        return [.rereadClusterConfig(request, path: answers.clusterConfigPath)]
    }

    mutating func fileCompared(_ path: String, _ change: ChangePreview?) {
        guard path == answers.clusterConfigPath else { return }
        guard let change else {
            notice = Phrase("editor.unchanged", ["path": path])
            return
        }
        preview.scroll = 0
        ask(ChangedFileNote(theirs: change, isOwn: true))
    }
}
