import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// Why something is not done: a sentence, what to do instead, and the status a command ends with. Commands say it, the
/// wizard shows it.
struct Refusal: Error {
    let problem: Phrase
    var fix: Phrase?
    let status: ExitStatus

    init(_ problem: Phrase, fix: Phrase? = nil, _ status: ExitStatus) {
        self.problem = problem
        self.fix = fix
        self.status = status
    }

    init(reading error: FileError) { self.init(error.problem, fix: error.fix, error.readStatus) }
    init(writing error: FileError) { self.init(error.problem, fix: error.fix, error.writeStatus) }
    init(_ error: LiveClusterError) { self.init(error.problem, fix: error.fix, .dataError) }
    init(_ error: KubectlError) { self.init(error.problem, fix: error.fix, .unavailable) }

    init(_ error: NodeReportFolder.Trouble) {
        switch error {
        case .unreadable: self.init(error.problem, .noInput)
        case .empty: self.init(error.problem, .dataError)
        }
    }

    init(_ error: ReadyError) {
        switch error {
        case .file(let error): self.init(reading: error)
        case .notYAML, .noMirrors, .badMirror, .replaced, .unusableName, .live:
            self.init(error.problem, fix: error.fix, .dataError)
        case .kubectl(let error): self.init(error)
        case .reports(let error): self.init(error)
        case .package(let error): self.init(error.problem, error.status)
        case .cancelled: self.init(error.problem, .interrupted)
        }
    }

    static func reading(reports path: String) throws(Refusal) -> [NodeInspection] {
        do throws(NodeReportFolder.Trouble) { return try NodeReportFolder.read(path) } catch { throw Refusal(error) }
    }

    /// Says it on standard error and gives what to throw.
    var said: any Error {
        fix.map { Console.fail(problem, fix: $0, status) } ?? Console.fail(problem, status)
    }
}

extension Console {
    /// A refusal ends the command.
    static func saying<Result>(_ body: () throws(Refusal) -> Result) throws -> Result {
        do { return try body() } catch { throw error.said }
    }
}
