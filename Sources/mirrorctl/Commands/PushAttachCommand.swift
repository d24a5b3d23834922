import ArgumentParser
import Glibc
import MirrorCore
import MirrorSystem
import Operations
import Texts
import Threads
import Wizard

/// `push attach`: pushes that run without a terminal, and what became of those that have ended.
struct PushAttachCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: texts("command.pushAttach.abstract"),
        discussion: discussion(
            texts("command.pushAttach.discussion"),
            examples: "push attach",
            "push attach --output json"
        )
    )

    @Argument(help: help("pushAttach.number", "number"))
    var number: Int?

    @Flag(help: help("pushAttach.stop"))
    var stop = false

    @OptionGroup var outputOptions: OutputOptions

    func run() throws {
        let all = DetachedPush.all
        if outputOptions.isJSON, !stop { return try outputOptions.print(PushAttachJSON(all)) }
        guard let push = try chosen(all) else { return }
        if stop, push.isRunning {
            guard DetachedPush.folder.stop(push.number) else {
                throw Refusal(Phrase("push.attach.notStopped", ["number": "\(push.number)"]), .noPermission).said
            }
        }
        try show(push.isRunning ? try followed(push) : push)
    }

    /// The one that is named, or the only one that comes into question.
    private func chosen(_ all: [DetachedPush]) throws -> DetachedPush? {
        if let number {
            if let push = all.first(where: { $0.number == number }) { return push }
            throw Refusal(
                Phrase("push.attach.unknown", ["number": "\(number)"]),
                fix: Phrase("push.attach.list"),
                .noInput
            ).said
        }
        let running = all.filter(\.isRunning)
        if running.count == 1 { return running[0] }
        if running.isEmpty, all.count == 1 { return all[0] }
        if all.isEmpty {
            Console.out(texts("push.attach.none"))
            return nil
        }
        for push in all { Console.out(push.line) }
        if stop { throw Refusal(Phrase("push.attach.which"), .usage).said }
        Console.out(texts("push.attach.which"))
        return nil
    }

    /// Until it ends. Ctrl-C ends the looking, and nothing else.
    private func followed(_ push: DetachedPush) throws -> DetachedPush {
        let left = Cancellation()
        let interrupt = Interrupt.watch { left.cancel() }
        defer { interrupt.cancel() }
        let lines = PushProgressLines(head: push.title, hasEvents: false)
        Console.error(texts(stop ? "push.attach.stops" : "push.attach.leave"))
        var push = push
        var shown: PushProgress?
        while push.isRunning {
            if let progress = push.progress, progress != shown { lines.show(progress) }
            shown = push.progress
            // Nothing tells when a file has grown on every file system that it may lie on.
            guard left.sleep(milliseconds: 300) else {
                lines.say(texts("push.attach.left", ["command": push.command]))
                throw ExitStatus.interrupted.exit
            }
            guard let now = DetachedPush(push.number, in: DetachedPush.folder) else { break }
            push = now
        }
        lines.clear()
        return push
    }

    private func show(_ push: DetachedPush) throws {
        guard let end = push.end else {
            throw Refusal(
                Phrase("push.attach.lost", ["log": DetachedPush.folder.log(of: push.number)]),
                fix: Phrase("push.again"),
                .problem
            ).said
        }
        if !push.isRunning { Console.out(push.title) }
        Console.out(end.text)
        if end.status != 0 { throw ExitCode(end.status) }
    }
}

extension DetachedPush {
    var package: String { head.source.split(separator: "/").last.map(String.init) ?? head.source }

    /// As every push is headed.
    var title: String { texts(Phrase("push.head", ["package": package, "target": head.target])) }

    var command: String { ShellCommand.attach(number).description }

    var line: String {
        let state: Phrase
        if let end {
            let key: String =
                switch end.end.kind {
                case .complete: "complete"
                case .incomplete: "incomplete"
                case .stopped: "stopped"
                case .refused: "refused"
                }
            state = Phrase("push.attach.\(key)")
        } else if isRunning {
            state = Phrase("push.attach.running", ["percent": "\(progress?.percent ?? 0)"])
        } else {
            state = Phrase("push.attach.killed")
        }
        return "\(number)  \(title)  \(texts(state))"
    }
}

/// `push attach --output json`: all there are.
struct PushAttachJSON: Encodable {
    let pushes: [DetachedPushJSON]

    init(_ pushes: [DetachedPush]) { self.pushes = pushes.map { DetachedPushJSON($0) } }
}

struct DetachedPushJSON: Encodable {
    let number: Int
    let source: String
    let target: String
    /// Seconds since 1970.
    let begun: Int64
    let isRunning: Bool
    let percent: Int
    /// Of its exit, once it has ended.
    let status: Int32?
    let log: String

    init(_ push: DetachedPush) {
        (number, isRunning) = (push.number, push.isRunning)
        (source, target, begun) = (printable(push.head.source), push.head.target, push.head.begun)
        percent = push.progress?.percent ?? 0
        status = push.end?.status
        log = DetachedPush.folder.log(of: push.number)
    }
}
