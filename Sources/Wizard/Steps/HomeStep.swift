import MirrorCore
import Texts

/// The jobs, the cluster config files that are here, and what was left unfinished: one key away from everywhere.
struct HomeStep: WizardStep {
    let id = StepID.home
    let usesFullWidth = true
    let followsCursor = true
    let hasPreview = false

    /// A line that can be chosen.
    enum Row: Equatable {
        case job(HomeJob)
        case file(FoundClusterFile)
        case work(Draft)
    }

    static func rows(_ state: WizardState) -> [Row] {
        HomeJob.allCases.map(Row.job) + (state.home.found?.files ?? []).map(Row.file)
            + state.home.unfinished.map(Row.work)
    }

    static func row(_ state: WizardState) -> Row? {
        let rows = rows(state)
        return rows.indices.contains(state.focus) ? rows[state.focus] : nil
    }

    func fields(_ state: WizardState) -> [Field] {
        Self.rows(state).map { row in
            let id: FieldID =
                switch row {
                case .job: .homeJob
                case .file: .homeFile
                case .work: .homeWork
                }
            return Field(id, .item(label: "", isCurrent: false))
        }
    }

    func bindings(_ state: WizardState) -> [KeyBinding] {
        let keys = HomeJob.allCases.indices.compactMap { "\($0 + 1)".first.map(Key.character) }
        return [
            KeyBinding("1-\(keys.count)", keys, hint: "job", help: .jobs) { state, key in
                if let index = keys.firstIndex(of: key) { state.begin(HomeJob.allCases[index]) }
                return []
            }
        ]
    }

    func action(of field: Field, _ state: WizardState) -> FieldAction? {
        guard let row = Self.row(state) else { return nil }
        return FieldAction("open") { state in
            switch row {
            case .job(let job): state.begin(job)
            case .file(let file): return state.open(file)
            case .work(let work): state.takeUp(work)
            }
            return []
        }
    }

    func fieldToFix(_ state: WizardState) -> DraftField? { nil }

    var lookAgainHelp: HelpLine { .look }

    func lookAgain(_ state: inout WizardState) -> [Effect] { state.lookForClusterFiles() }

    func titlePath(_ state: WizardState) -> String { state.answers.clusterConfigPath }

    func status(_ state: WizardState) -> StepStatus { .pending }

    func body(_ state: WizardState, width: Int, height: Int, _ texts: Catalogue) -> Body {
        HomeView(state: state, texts: texts).body(width: width)
    }
}
