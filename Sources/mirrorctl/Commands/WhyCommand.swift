import ArgumentParser
import FoundationEssentials
import MirrorCore
import MirrorSystem

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: texts("command.why.abstract"),
        discussion: texts("command.why.discussion")
    )

    @Argument(help: help("why.image", "image"))
    var image: String?

    @Option(help: help("why.images", "file"))
    var images: String?

    @OptionGroup var node: NodeOptions

    @Flag(help: help("why.live"))
    var live = false

    @Option(help: help("why.log", "file"))
    var log: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if log != nil, images == nil, !live { return }
        guard (image == nil) != (images == nil), log == nil else { throw ValidationError(texts("command.why.invalid")) }
    }

    func run() throws {
        if let log { return try LogTrace(path: log, image: image, node: node, output: output).run() }
        let version = node.version
        if node.containerdVersion == nil, node.present.isGuessed {
            Console.error("mirrorctl: " + texts("why.versionGuessed", ["version": "\(version)"]))
        }
        var explainer: PullExplainer
        do throws(PullExplainer.StartError) {
            explainer = try PullExplainer(version: version, files: node.files)
        } catch {
            try reportStart(error, version, image: image ?? "")
            throw ExitStatus.problem.exit
        }
        guard let image else { return try explainList(&explainer) }
        let plan: PullPlan
        do throws(ImageReferenceError) { plan = try explainer.explain(image) } catch {
            let values = ["image": image, "reason": error.description]
            throw Console.fail(Phrase("why.badImage", values), .dataError)
        }
        var findings = explainer.findings(for: plan)
        if node.containerdVersion != nil {
            findings += VersionProphet.findings(for: plan, present: node.present.version, files: node.files)
        }
        let trace = live ? liveTrace(plan, explainer.credentials) : [:]
        if output.isJSON {
            try output.print(WhyJSON(plan: plan, findings: findings, trace: trace))
        } else {
            Console.out(WhyText(plan: plan, findings: findings, trace: trace).text)
        }
        if !plan.usesMirror || findings.contains(where: { $0.severity == .error }) { throw ExitStatus.problem.exit }
    }

    /// One line for each image of a list: who is asked first.
    private func explainList(_ explainer: inout PullExplainer) throws {
        let path = images ?? "-"
        let bytes = path == "-" ? try Files.readStandardInput() : try Files.read(path)
        var list = WhyListJSON(containerdVersion: "\(explainer.rules.version)")
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let image = line.drop { $0 == " " }
            guard !image.isEmpty, !image.hasPrefix("#") else { continue }
            list.add(String(image), &explainer)
        }
        if output.isJSON { try output.print(list) } else { Console.out(list.text) }
        if list.images.contains(where: { !$0.usesMirror }) { throw ExitStatus.problem.exit }
    }

    /// What the last answer of each host was.
    private func liveTrace(_ plan: PullPlan, _ credentials: RegistryCredentials) -> [Int: String] {
        var trace: [Int: String] = [:]
        for exchange in LivePull(plan: plan, files: node.files).run(credentials: credentials).exchanges {
            switch exchange.answer {
            case .response(let response): trace[exchange.attempt] = HTTPStatus.line(response.status)
            case .failure(let failure): trace[exchange.attempt] = printable(failure.text)
            }
        }
        return trace
    }

    private func reportStart(_ error: PullExplainer.StartError, _ version: ContainerdVersion, image: String) throws {
        let finding = VersionProphet.doesNotStart(error, version: version)
        if output.isJSON {
            try output.print(WhyJSON(image: image, version: version, findings: [finding]))
        } else {
            Console.out(texts("why.noStart", ["version": "\(version)"]) + "\n\n" + FindingText(finding).text)
        }
    }
}
