import MirrorCore
import Texts

/// The Cluster step's part for user clusters: where the admin cluster's mirrors are read.
struct AdoptFields {
    let state: WizardState

    var fields: [Field] {
        guard state.canAdopt else { return [] }
        let choice = Choice(
            options: AdoptState.Source.allCases.map { Phrase("adopt.source.\($0)") },
            selected: state.mirrors.adopt.source.rawValue
        ) { state, index in
            state.mirrors.adopt.source = AdoptState.Source(rawValue: index) ?? .none
            state.mirrors.adopt.progress = .idle
        }
        let source = Field(.adoptSource, .choice(choice))
        switch state.mirrors.adopt.source {
        case .none: return [source]
        case .kubectl:
            return [
                source, Field(.adoptCluster, .text(\.mirrors.adopt.cluster)),
                Field(.adoptKubeconfig, .path(\.mirrors.adopt.kubeconfig)), Field(.adopt, .button),
            ]
        case .saved: return [source, Field(.adoptSaved, .path(\.mirrors.adopt.savedPath)), Field(.adopt, .button)]
        }
    }

    func addNotes(to body: inout Body, _ texts: Catalogue) {
        switch state.mirrors.adopt.progress {
        case .idle: break
        case .running: body.addRunning(texts("adopt.running"))
        case .failed(let phrase, let fix):
            body.add(texts(phrase), mark: .wrong)
            body.add(texts(fix), .text, indent: 2, mark: .remedy)
        case .done(let drafts, _):
            guard drafts == state.answers.mirrors else { return }
            body.add(texts("adopt.done", ["count": "\(drafts.count)"]), mark: .good)
            for concern in state.adoptConcerns {
                let style: StyleRole =
                    concern.severity == .refusal ? .error : concern.severity == .warning ? .warning : .hint
                body.add(texts(concern.problem), style, indent: 0, mark: concern.severity.mark)
                body.add(texts(concern.fix), .text, indent: 2, mark: .remedy)
            }
        }
    }
}
