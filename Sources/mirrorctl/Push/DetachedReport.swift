import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Synchronization
import Texts
import Wizard

/// What a push without a terminal tells of itself: that it has begun, where it stands, how it ended.
final class DetachedReport: Sendable {
    private let record: DetachedRecord
    private let isAnnounced = Mutex(false)
    private let isStopping = Mutex(false)
    private let begun = ContinuousClock.now

    init(source: String, target: String, isHTTP: Bool) throws(Refusal) {
        do throws(FileError) { record = try DetachedPush.folder.begin() } catch { throw Refusal(writing: error) }
        record.write(DetachedPushHead(source: source, target: target, isHTTP: isHTTP, begun: Int64(time(nil))))
    }

    /// Whoever started it waits for its number, and is let go.
    private func announce() {
        let isFirst = isAnnounced.withLock { isAnnounced in
            defer { isAnnounced = true }
            return !isAnnounced
        }
        guard isFirst else { return }
        StandardOutput.write("\(record.number)\n")
        record.takeOutput()
    }

    func stops() { isStopping.withLock { $0 = true } }

    /// - Returns: whether it is worth a line of the log.
    func take(_ step: PushStep) -> Bool {
        switch step {
        case .begun: announce()
        // Whether it can be begun is known when all is read; who started it is not to wait for that.
        case .read where begun + .seconds(2) < .now: announce()
        case .stands(let sample):
            record.write(PushProgress(sample), isStopping: isStopping.withLock { $0 })
            return sample.seconds % 30 == 0
        case .reading, .read, .listed, .event: break
        }
        return true
    }

    func end(_ result: PushResult) {
        announce()
        record.write(DetachedPushEnd(end: PushEnd(result), text: kept(result.text), status: result.status.rawValue))
    }

    /// Where nothing was begun, whoever started it is still there to be told, and nothing is kept.
    func end(_ refusal: Refusal) {
        guard isAnnounced.withLock({ $0 }) else { return record.discard() }
        let end: PushEnd.Kind =
            refusal.status == .interrupted ? .stopped : .refused(refusal.problem, fix: refusal.fix)
        let said = ([refusal.problem] + [refusal.fix].compactMap(\.self)).map { texts($0) }
        let text = said.joined(separator: "\n  \(Mark.remedy) ")
        record.write(DetachedPushEnd(end: PushEnd(end), text: kept(text), status: refusal.status.rawValue))
    }

    private func kept(_ text: String) -> String { SaidBack.maskedAnywhere(URLLogin.masked(text)) }
}

/// Starting one.
enum DetachedStart {
    struct Failure: Error {
        /// As it was said on standard error.
        let words: String
        let status: Int32
    }

    /// - Parameter words: of the command line, behind `mirrorctl`; of the login only what is no secret.
    /// - Returns: its number.
    static func start(_ words: [String], _ login: PushTarget.Login) throws(Failure) -> Int {
        var words = words + ["--detached", "--lang", texts.language]
        var input: [UInt8] = []
        if case .user(_, let password) = login {
            words.append("--password-stdin")
            input = password.reveal { Array($0.utf8) } + [0x0A]
        }
        let outcome: DetachedProcess.Outcome
        do throws(ChildProcessError) { outcome = try DetachedProcess.start(words, input: input) } catch {
            throw Failure(words: "mirrorctl: " + texts(error.problem), status: ExitStatus.unavailable.rawValue)
        }
        switch outcome {
        case .begun(let said): return Int(said.filter { !$0.isWhitespace }) ?? 0
        case .ended(let words, let status): throw Failure(words: words, status: status)
        }
    }
}
