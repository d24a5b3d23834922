import Diagnosis
import Texts

/// What is done for a mirror beside its probe: a CA bundle, a login, a rehearsal.
extension ProbeView {
    /// What is being made or was made for this mirror.
    func addWork(to body: inout Body) {
        if state.mirrors.probe.rehearses { body.add(texts("probePage.rehearsing"), .hint) }
        addBundle(to: &body)
        switch state.mirrors.login.file {
        case .idle: break
        case .writing: body.addRunning(texts("write.running"))
        case .written(let path):
            guard path == state.mirror.pullCredentialConfigPath else { break }
            body.add(texts("login.written", ["path": printable(path)]), mark: .good)
        case .failed(let phrase): body.add(texts(phrase), mark: .wrong)
        }
    }

    private func addBundle(to body: inout Body) {
        switch state.mirrors.bundle {
        case .idle: break
        case .writing: body.addRunning(texts("probePage.proving"))
        case .failed(let phrase): body.add(texts(phrase), mark: .wrong)
        case .written(let path):
            body.add(texts("bundle.written", ["path": printable(path)]), mark: .good)
            body.add(texts("bundle.compare", ["path": printable(path)]), .warning)
        }
    }
}
