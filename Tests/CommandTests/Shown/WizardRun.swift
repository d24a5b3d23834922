import Diagnosis
import MirrorCore
import MirrorSystem
import Synchronization
import TestSupport
import Testing
import Texts
import Threads

@testable import Wizard
@testable import mirrorctl

/// A session of the wizard with the real edge behind it, one effect after the other, and no terminal.
final class WizardRun {
    private(set) var state: WizardState
    private let workspace = Mutex(Workspace())
    private let jobs = WizardJobService()
    private let pushes = PushService()
    private let upgrades = ReadyService()
    private let troubles = TroubleService(sshConfig: nil)
    private let asksMirrors: Bool

    /// - Parameter answers: what was typed; it is done once everything that follows from it has come.
    init(columns: Int = 160, rows: Int = 60, _ answers: Answers, keepsList: Bool = false, asksMirrors: Bool = false) {
        // As the program does: an ssh that has ended is written to.
        ignoreWriteSignals()
        self.asksMirrors = asksMirrors
        state = WizardState(size: Size(columns: columns, rows: rows), answers: answers)
        state.mirrors.keepsList = keepsList
        perform(start(&state))
    }

    /// What is typed or chosen outside the fields, and everything that follows.
    func change(_ body: (inout WizardState) -> [Effect]) {
        let before = state
        let effects = body(&state)
        perform(effects + state.followUps(since: before))
    }

    func show(_ step: StepID) {
        change { state in
            state.go(to: step)
            return []
        }
    }

    /// Presses a button of the page.
    func press(_ id: FieldID) throws {
        let step = state.currentStep
        let field = try #require(step.fields(state).first { $0.id == id })
        let action = try #require(step.action(of: field, state))
        #expect(action.isReady)
        change(action.run)
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects { for event in answer(effect) { perform(reduce(&state, event)) } }
    }

    /// Probes are not made, and drafts are not kept: what is shown does not rest on them.
    private func answer(_ effect: Effect) -> [Event] {
        switch effect {
        case .wake(let timer, _):
            switch timer {
            case .readClusterConfig, .checkPackage, .explainPull, .traceLog: return [.timer(timer)]
            case .probe: return asksMirrors ? [.timer(timer)] : []
            default: return []
            }
        case .readClusterConfig(let request, let path):
            return [.clusterConfigRead(request, workspace.withLock { $0.read(path) })]
        case .edit(let request, let edit):
            return [.edited(request, workspace.withLock { $0.edit(edit, request: request) })]
        case .write(let request, let edit, let breaksHardLink):
            return [.written(request, workspace.withLock { $0.write(edit: edit, breaksHardLink: breaksHardLink) })]
        case .probe(let request, let plan) where asksMirrors:
            return [.probeFinished(request, Prober().probe(plan, cancellation: Cancellation()) { _ in })]
        case .inspectNodes(let request, let places, let login, let file):
            let found = Mutex<[Event]>([])
            troubles.inspect(places, login, file) { place, state in
                found.withLock { $0.append(.nodeInspected(request, place, state)) }
            }
            return found.withLock { $0 } + [.nodesInspected(request)]
        case .explainPull(let request, let question): return [.pullExplained(request, troubles.explain(question))]
        case .traceLog(let request, let question): return [.logTraced(request, troubles.trace(question))]
        case .export(let request, let wanted, let replaces):
            return [.exported(request, ExportRun.run(wanted, replaces: replaces))]
        case .job(let request, let job): return [.jobEnded(request, jobs.run(job, in: workspace))]
        case .adopt(let request, let wanted):
            let config = workspace.withLock { $0.config }
            return [.adopted(request, AdoptionRun(config: config).run(wanted))]
        case .checkPackage(let request, let path): return [.packageChecked(request, pushes.check(path))]
        case .listPackage(let request, let path):
            return pushes.list(path, progress: { _ in }).map { [.packageListed(request, $0)] } ?? []
        case .push(let request, let order):
            let last = Mutex<PushProgress?>(nil)
            let end = pushes.run(
                order,
                reading: { _ in },
                listed: { _ in },
                progress: { progress in last.withLock { $0 = progress } }
            )
            let progress: [Event] = last.withLock { $0 }.map { [.pushProgressed(request, $0)] } ?? []
            return progress + [.pushEnded(request, end)]
        case .lookReady(let request, let question):
            return [.readyEnded(request, upgrades.look(question, progress: { _ in }))]
        default: return []
        }
    }

    // MARK: What a person sees

    /// The page, line by line, as it is drawn in so many columns.
    func lines(width: Int, height: Int = 60) -> [String] {
        let body = state.currentStep.body(state, width: width, height: height, .english)
        return body.lines.map { line in
            let text = line.map(\.text).joined()
            #expect(line.width <= width, "cut on the screen: \(text)")
            return text
        }
    }

    /// The commands that the page shows, each as it would be copied: in lines that end in backslashes.
    func shownCommands(width: Int = 78, height: Int = 60) -> [String] {
        var commands: [String] = []
        var goesOn = false
        for line in lines(width: width, height: height) {
            if goesOn {
                commands[commands.count - 1] += "\n" + line
            } else if let start = line.firstRange(of: #/(?:^ +|: |or )mirrorctl [a-z]+ [^ .]/#)?.lowerBound,
                let words = line[start...].firstRange(of: "mirrorctl ")
            {
                commands.append(String(line[words.lowerBound...]))
            } else {
                continue
            }
            goesOn = line.hasSuffix("\\")
        }
        return commands
    }

    func shownCommand(width: Int = 78, height: Int = 60) throws -> String {
        let commands = shownCommands(width: width, height: height)
        return try #require(commands.count == 1 ? commands.first : nil, "\(commands) in \(lines(width: width))")
    }
}

/// A command line as a shell reads it, with the program of this build.
enum PastedCommand {
    /// - Parameter answer: what is added to the line, instead of an answer on a terminal: `--yes`.
    static func run(_ line: String, in folder: String, _ answer: String = "", _ environment: [String: String]? = nil)
        throws -> Tool.Result
    {
        let program = shellWord(Tool.mirrorctl)
        let script = "cd \(shellWord(folder)) && mirrorctl() { \(program) \"$@\"; } && \(line) \(answer)"
        return try Tool.run("/bin/sh", ["-c", script], environment: environment)
    }
}
