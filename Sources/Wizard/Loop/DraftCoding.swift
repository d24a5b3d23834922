import MirrorCore
import Secrets

/// A draft as JSON. Moments have most in common, so each list of mirrors, answers and other texts stands there once, and a
/// moment is a row of numbers.
extension Draft: Codable {
    private struct Stored: Codable {
        var version = 1
        var file: String
        var cluster: String
        var savedAt: String
        var leftSteps: [String: String]
        var mirrors: [MirrorDraft] = []
        var answers: [Answers] = []
        var others: [Others] = []
        var past: [Row] = []
        var future: [Row] = []
        var now: Row?
    }

    /// What is typed beside the answers.
    private struct Others: Codable, Equatable {
        var adoptSource: Int
        var adoptCluster: String
        var adoptKubeconfig: String
        var adoptSaved: String
        var isLoginOpen: Bool
        var user: String
        var kubeconfig: String
        var savedCluster: String
        var image: String
        var logPath: String
    }

    private struct Row: Codable {
        /// Indexes of what it holds.
        var mirrors: [Int]
        var baseline: [Int]
        var answers: Int
        var others: Int
        // Where one stood
        var step: String
        var focus: Int
        var cursor: Int
        var mirrorIndex: Int
    }

    package init(from decoder: any Decoder) throws {
        let stored = try Stored(from: decoder)
        func broken() -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "draft"))
        }
        func moment(_ row: Row) throws -> Moment {
            guard let step = StepID(rawValue: row.step), stored.answers.indices.contains(row.answers),
                stored.others.indices.contains(row.others),
                (row.mirrors + row.baseline).allSatisfy(stored.mirrors.indices.contains),
                row.focus >= 0, row.cursor >= 0, row.mirrorIndex >= 0
            else { throw broken() }
            var answers = stored.answers[row.answers]
            answers.mirrors = row.mirrors.map { stored.mirrors[$0] }
            let others = stored.others[row.others]
            return Moment(
                typed: TypedValues(
                    answers: answers,
                    adoptSource: AdoptState.Source(rawValue: others.adoptSource) ?? .none,
                    adoptCluster: others.adoptCluster,
                    adoptKubeconfig: others.adoptKubeconfig,
                    adoptSaved: others.adoptSaved,
                    login: TypedValues.Login(
                        isOpen: others.isLoginOpen,
                        user: others.user,
                        password: Secret("")
                    ),
                    pushPassword: Secret(""),
                    kubeconfig: others.kubeconfig,
                    savedCluster: others.savedCluster,
                    image: others.image,
                    logPath: others.logPath,
                    pastedLog: nil
                ),
                baseline: row.baseline.map { stored.mirrors[$0] },
                step: step,
                focus: row.focus,
                cursor: row.cursor,
                mirrorIndex: row.mirrorIndex
            )
        }
        guard stored.version == 1, let now = stored.now else { throw broken() }
        file = stored.file
        cluster = stored.cluster
        savedAt = stored.savedAt
        self.now = try moment(now)
        past = try stored.past.map(moment)
        future = try stored.future.map(moment)
        leftSteps = [:]
        for (track, step) in stored.leftSteps {
            if let track = TrackID(rawValue: track) { leftSteps[track] = StepID(rawValue: step) }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var stored = Stored(file: file, cluster: cluster, savedAt: savedAt, leftSteps: [:])
        for (track, step) in leftSteps { stored.leftSteps[track.rawValue] = step.rawValue }
        var known: [MirrorDraft: Int] = [:]
        func indexes(_ drafts: [MirrorDraft]) -> [Int] {
            drafts.map { draft in
                if let index = known[draft] { return index }
                stored.mirrors.append(draft)
                known[draft] = stored.mirrors.count - 1
                return stored.mirrors.count - 1
            }
        }
        func index<Value: Equatable>(_ value: Value, in pool: inout [Value]) -> Int {
            if let index = pool.lastIndex(of: value) { return index }
            pool.append(value)
            return pool.count - 1
        }
        func row(_ moment: Moment) -> Row {
            let typed = moment.typed
            var answers = typed.answers
            answers.mirrors = []
            let others = Others(
                adoptSource: typed.adoptSource.rawValue,
                adoptCluster: typed.adoptCluster,
                adoptKubeconfig: typed.adoptKubeconfig,
                adoptSaved: typed.adoptSaved,
                isLoginOpen: typed.login.isOpen,
                user: typed.login.user,
                kubeconfig: typed.kubeconfig,
                savedCluster: typed.savedCluster,
                image: typed.image,
                logPath: typed.logPath
            )
            return Row(
                mirrors: indexes(typed.answers.mirrors),
                baseline: indexes(moment.baseline),
                answers: index(answers, in: &stored.answers),
                others: index(others, in: &stored.others),
                step: moment.step.rawValue,
                focus: moment.focus,
                cursor: moment.cursor,
                mirrorIndex: moment.mirrorIndex
            )
        }
        stored.past = past.map(row)
        stored.future = future.map(row)
        stored.now = row(now)
        try stored.encode(to: encoder)
    }

    /// With less of the way back, for a file that has become too long.
    package var shortened: Draft? {
        guard !past.isEmpty || !future.isEmpty else { return nil }
        var draft = self
        draft.past = Array(past.suffix(past.count / 2))
        draft.future = Array(future.suffix(future.count / 2))
        return draft
    }
}
