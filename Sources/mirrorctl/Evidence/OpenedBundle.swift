import MirrorCore

/// `why [IMAGE] --bundle FILE` where the file is there.
struct OpenedBundle {
    let path: String
    /// `nil`: the one that the bundle is about.
    let image: String?
    let output: OutputOptions

    func run() throws {
        var bundle = try BundleFile.open(path)
        // What hosts answered, they answered about one image.
        if let image, image != bundle.image { bundle.live = [:] }
        bundle.image = image ?? bundle.image
        if let log = bundle.log {
            return try LogTrace(path: path, image: bundle.image, output: output).show(log, bundle)
        }
        guard let version = ContainerdVersion(bundle.containerdVersion) else {
            throw Console.fail(Phrase("evidence.noImage", ["path": path]), .dataError)
        }
        let verdict: WhyVerdict?
        do throws(PullExplainer.StartError) { verdict = try WhyVerdict(bundle) } catch {
            try WhyVerdict.print(error, version, image: bundle.image ?? "", output)
            throw ExitStatus.problem.exit
        }
        guard let verdict else { throw Console.fail(Phrase("evidence.noImage", ["path": path]), .dataError) }
        try verdict.print(output, trace: bundle.live)
    }
}
