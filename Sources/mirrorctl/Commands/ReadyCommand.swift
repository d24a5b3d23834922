import ArgumentParser
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Threads

struct ReadyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ready",
        abstract: texts("command.ready.abstract"),
        discussion: discussion(
            texts("command.ready.discussion"),
            examples: "ready --to 1.34.0-gke.566 --cluster-config admin1.yaml",
            "ready --to 1.34.0-gke.566 --cluster-config admin1.yaml \\\n      --package bmpackages.tar.xz --output json"
        )
    )

    @Option(help: help("ready.to", "version"))
    var to: String

    @Option(help: help("ready.clusterConfig", "file"))
    var clusterConfig: String

    @Option(help: help("ready.package", "file"))
    var package: [String] = []

    @Option(help: help("ready.live", "file"))
    var live: String?

    @Option(help: help("ready.kubeconfig", "file"))
    var kubeconfig: String?

    @Option(help: help("ready.reports", "dir"))
    var reports: String?

    @Option(help: help("ready.within", "time"))
    var within = "\(ReadyQuestion.usualDays)d"

    @OptionGroup var ca: CAFileOption<CAOfReady>

    @Option(help: help("ready.dockerConfig", "file"))
    var dockerConfig: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard UpgradeTarget(to) != nil else { throw ValidationError(texts("command.ready.invalidVersion")) }
        guard ReadyQuestion.days(within) != nil else { throw ValidationError(texts("command.ready.invalidWithin")) }
        guard live == nil || kubeconfig == nil else { throw ValidationError(texts("command.ready.invalidLive")) }
    }

    func run() throws {
        guard let question else { throw ExitStatus.usage.exit }
        let saved = try live.flatMap { Files.isStream($0) ? try Files.readStream($0) : nil }
        let cancellation = Cancellation()
        let interrupt = Interrupt.watch { cancellation.cancel() }
        defer { interrupt.cancel() }
        let shown = StageLine()
        let run = ReadyRun(question, saved: saved, cancellation: cancellation) { shown.show($0.phrase) }
        let verdict = try Console.saying { () throws(Refusal) in
            defer { shown.clear() }
            do throws(ReadyError) { return try run.verdict() } catch { throw Refusal(error) }
        }
        if output.isJSON {
            try output.print(ReadyJSON(verdict))
        } else {
            Console.out(ReadyText(verdict).text)
        }
        if !verdict.isGood { throw ExitStatus.problem.exit }
    }

    private var question: ReadyQuestion? {
        guard let target = UpgradeTarget(to), let days = ReadyQuestion.days(within) else { return nil }
        var question = ReadyQuestion(target: target, clusterConfigPath: clusterConfig)
        question.packages = package
        question.live = live.map { .saved(path: $0) } ?? kubeconfig.map { .kubectl(kubeconfig: $0) }
        question.reports = reports
        question.days = days
        question.caCertPath = ca.caCert
        question.dockerConfigPath = dockerConfig
        return question
    }
}
