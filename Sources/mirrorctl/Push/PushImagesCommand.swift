import ArgumentParser
import Dispatch
import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem

extension LayerEncoding: ExpressibleByArgument {}

struct PushImagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "images",
        abstract: texts("command.pushImages.abstract"),
        discussion: texts("command.pushImages.discussion")
    )

    @Option(help: help("pushImages.source", "file"))
    var source: String

    @Option(help: help("pushImages.privateRegistry", "registry"))
    var privateRegistry: String?

    @Option(help: help("pushImages.cacert", "file"))
    var cacert: String?

    @OptionGroup var loginOptions: PushLoginOptions

    @Flag(help: help("pushImages.allowHttp"))
    var allowHttp = false

    @Option(help: help("pushImages.compression"))
    var compression: LayerEncoding = .gzip

    @Option(help: help("pushImages.threads", "n"))
    var threads = 4

    @Option(help: help("pushImages.limitRate", "bytes"))
    var limitRate: String?

    @Flag(help: help("pushImages.list"))
    var list = false

    @Option(help: help("pushImages.signature", "file"))
    var signature: String?

    @Option(help: help("pushImages.publicKey", "file"))
    var publicKey: String?

    @Option(help: help("pushImages.checkAgainst", "cluster-config"))
    var checkAgainst: String?

    @Flag(help: help("pushImages.dryRun"))
    var dryRun = false

    @Flag(help: help("pushImages.verifyOnly"))
    var verifyOnly = false

    @OptionGroup var outputOptions: OutputOptions

    func validate() throws {
        guard list || privateRegistry != nil else { throw ValidationError(texts("command.pushImages.invalid")) }
        guard (1...32).contains(threads) else { throw ValidationError(texts("command.pushImages.invalidThreads")) }
        guard limitRate.map({ byteCount(parsing: $0) != nil }) ?? true else {
            throw ValidationError(texts("command.pushImages.invalidRate"))
        }
        guard (signature == nil) == (publicKey == nil) else {
            throw ValidationError(texts("command.pushImages.invalidSignature"))
        }
    }

    func run() throws {
        let file = try PackageFile(source, encoding: compression)
        guard !list else {
            try verify(file)
            return try PackageList(OpenedPackage(file)).show(outputOptions)
        }
        guard let privateRegistry else { throw ExitStatus.usage.exit }
        // Reading the package may take minutes: what else can be wrong is said first.
        let endpoint = try PushAddress.endpoint(privateRegistry, isHTTP: allowHttp)
        let check = try checkAgainst.map { try MirrorCheck($0, endpoint: endpoint) }
        let login = try loginOptions.login(endpoint.hostAndPort, isHTTP: allowHttp)
        let pusher = try makePusher(PushTarget(endpoint: endpoint, caCertPath: cacert, login: login))
        try verify(file)
        let package = try packageToPush(file, endpoint, check)
        let journal = try openJournal(file.identity(), endpoint.pushTarget)
        let result = push(pusher, package, journal, endpoint.pushTarget)
        if outputOptions.isJSON {
            Console.out(PushEventJSON.line(PushSummaryJSON(result)))
        } else {
            Console.out(result.text)
        }
        if result.status != .done { throw result.status.exit }
    }

    /// Before the first byte is sent, and before the package is read.
    private func verify(_ file: PackageFile) throws {
        if let signature, let publicKey { try file.verify(signature: signature, publicKey: publicKey) }
    }

    private var work: Pusher.Work { verifyOnly ? .audit : dryRun ? .look : .push }

    /// A package that is dear to list is read once, unless it has to be known before anything is sent.
    private func packageToPush(
        _ file: PackageFile,
        _ endpoint: MirrorEndpoint,
        _ check: MirrorCheck?
    ) throws -> PushedPackage {
        if file.isDearToList, check == nil, work == .push {
            return PushedPackage(file, below: endpoint.mirrorNamespace)
        }
        let package = try OpenedPackage(file)
        try check?.check(package)
        return PushedPackage(package, below: endpoint.mirrorNamespace)
    }

    private func push(
        _ pusher: Pusher,
        _ package: PushedPackage,
        _ journal: PushJournal,
        _ target: String
    ) -> PushResult {
        var settings = PushSettings()
        settings.threads = threads
        settings.bytesPerSecond = limitRate.flatMap { byteCount(parsing: $0) }
        let head = texts(Phrase("push.head", ["package": package.name, "target": target]))
        let progress = PushProgress(head: head, images: package.images, isJSON: outputOptions.isJSON)
        let (stop, abort) = (Cancellation(), Cancellation())
        let interrupt = Interrupt.watch { signal in
            // A second Ctrl-C is meant; the end of a session may send more than one signal.
            if stop.isCancelled, signal == SIGINT { abort.cancel() }
            stop.cancel()
            progress.say(texts("push.stopping"))
        }
        defer { interrupt.cancel() }
        let isJSON = outputOptions.isJSON
        let begun = ContinuousClock.now
        progress.begin()
        let outcome = package.run(
            work,
            by: pusher,
            settings: settings,
            journal: journal,
            stop: stop,
            abort: abort
        ) { event in
            progress.take(event)
            if isJSON {
                Console.out(PushEventJSON.line(PushEventJSON(event, images: progress.images)))
            } else if case .imageEnded(let image, .failed(let failure)) = event {
                let image = progress.images[image]
                guard let finding = failure.finding(repository: image.repository) else { return }
                let arguments = ["image": image.name, "title": texts(finding.title)]
                progress.say(texts(Phrase("push.imageFailed", arguments)))
            }
        }
        progress.end()
        return PushResult(
            work: work,
            target: target,
            images: progress.images,
            outcome: outcome,
            tally: progress.tally,
            milliseconds: Int(begun.duration(to: .now) / .milliseconds(1)),
            journal: journal.path
        )
    }

    private func makePusher(_ target: PushTarget) throws -> Pusher {
        do {
            return try Pusher(target)
        } catch {
            let registry = target.endpoint.hostAndPort
            switch error {
            case .caFile: throw Console.fail(Phrase("push.badCA", ["path": cacert ?? ""]), .dataError)
            case .noLogin:
                let arguments = ["path": loginOptions.dockerConfig ?? "", "registry": registry]
                throw Console.fail(Phrase("push.noEntry", arguments), .dataError)
            case .badAddress: throw Console.fail(Phrase("push.badAddress", ["registry": registry]), .dataError)
            }
        }
    }

    private func openJournal(_ package: String, _ target: String) throws -> PushJournal {
        let folder = StateFolder.path ?? ".mirrorctl"
        do {
            if let journal = try PushJournal.open(folder: folder, package: package, target: target) { return journal }
        } catch {
            throw Files.fail(error, error.writeStatus)
        }
        throw Console.fail(Phrase("push.busy", ["target": target]), .stale)
    }
}
