import ArgumentParser
import Diagnosis
import Glibc
import ImagePackage
import MirrorCore
import MirrorSystem
import Operations
import Texts

extension LayerEncoding: ExpressibleByArgument {}

struct PushImagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "images",
        abstract: texts("command.pushImages.abstract"),
        discussion: discussion(
            texts("command.pushImages.discussion"),
            examples: "push images --source bmpackages.tar.xz --list",
            "push images --source bmpackages.tar.xz --cacert ca.crt \\\n      --docker-config config.json --private-registry 10.0.0.5:5000/plant"
        )
    )

    @Option(help: help("pushImages.source", "file"))
    var source: String

    @Option(help: help("pushImages.privateRegistry", "registry"))
    var privateRegistry: String?

    @OptionGroup var ca: CAFileOption<CAOfPush>

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

    @Flag(help: help("pushImages.detach"))
    var detach = false

    /// It is the process that `--detach` has started.
    @Flag(help: .hidden)
    var detached = false

    @OptionGroup var outputOptions: OutputOptions

    func validate() throws {
        guard list || privateRegistry != nil else { throw ValidationError(texts("command.pushImages.invalid")) }
        guard (1...32).contains(threads) else { throw ValidationError(texts("command.pushImages.invalidThreads")) }
        guard limitRate.map({ byteCount(parsing: $0) != nil }) ?? true else {
            throw ValidationError(texts("command.pushImages.invalidRate"))
        }
        guard !detach || !(list || dryRun || verifyOnly || outputOptions.isJSON) else {
            throw ValidationError(texts("command.pushImages.invalidDetach"))
        }
        guard (signature == nil) == (publicKey == nil) else {
            throw ValidationError(texts("command.pushImages.invalidSignature"))
        }
    }

    func run() throws {
        guard !list else {
            let package = try Console.saying { () throws(Refusal) in try OpenedPackage.looking(packageFile()) }
            return try PackageList(package).show(outputOptions)
        }
        if detach {
            do { return try startDetached() } catch { throw (error as? Refusal)?.said ?? error }
        }
        let report =
            try detached ? DetachedReport(source: source, target: privateRegistry ?? "", isHTTP: allowHttp) : nil
        let result: PushResult
        do {
            result = try push(report)
        } catch {
            let refusal = error as? Refusal
            report?.end(refusal ?? Refusal(Phrase("command.refused"), .usage))
            // Whoever reads it waits for a summary.
            if outputOptions.isJSON {
                try outputOptions.printLine(PushSummaryJSON(target: privateRegistry ?? "", refusal))
            }
            throw refusal?.said ?? error
        }
        report?.end(result)
        if outputOptions.isJSON {
            try outputOptions.printLine(PushSummaryJSON(result))
            if let resuming = result.resuming { Console.error(resuming) }
        } else {
            Console.out(result.text)
        }
        if result.status != .done { throw result.status.exit }
    }

    /// The package, once its signature was found good where one is given.
    func packageFile() throws(Refusal) -> PackageFile {
        let pair = signature.flatMap { file in publicKey.map { (file: file, key: $0) } }
        return try PushSession.file(source, encoding: compression, signature: pair) {
            Console.error(texts(Phrase("push.signatureGood", ["path": source])))
        }
    }
}
