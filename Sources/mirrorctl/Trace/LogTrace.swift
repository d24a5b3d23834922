import MirrorCore

/// `why IMAGE --log FILE|-`
struct LogTrace {
    /// What the log is called when something is said about it.
    let path: String
    /// `nil`: the one that failed last.
    let image: String?
    let output: OutputOptions

    static func read(_ path: String) throws -> String {
        let bytes = try Files.readStream(path)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter bundle: the node's files, where they are known, and the version they are read as.
    func show(_ log: String, _ bundle: EvidenceBundle, save path: String? = nil) throws {
        let trace = try trace(log)
        if let path {
            var bundle = bundle
            bundle.log = log
            bundle.image = trace.image
            bundle.verdict = trace.verdict.key
            try BundleFile.write(bundle, to: path, known: [])
        }
        let places = Self.places(of: trace, bundle)
        if output.isJSON {
            try output.print(TraceJSON(trace, places: places))
        } else {
            Console.out(TraceText(trace, places: places).text)
        }
        if trace.result != .pulled || trace.cause != nil { throw ExitStatus.problem.exit }
    }

    private func trace(_ log: String) throws -> PullTrace {
        let reader = TraceReader(log)
        guard let image = image ?? reader.images.last else {
            throw Console.fail(Phrase("trace.nothingAtAll", ["file": path]), .dataError)
        }
        let found: PullTrace?
        do throws(ImageReferenceError) { found = try reader.trace(of: image) } catch {
            throw Console.fail(Phrase("why.badImage", ["image": image, "reason": error.description]), .dataError)
        }
        guard let found else { throw nothing(image, reader.images) }
        return found
    }

    private func nothing(_ image: String, _ others: [String]) -> any Error {
        let error = Console.fail(Phrase("trace.nothing", ["file": path, "image": image]), .dataError)
        if !others.isEmpty {
            Console.error("  " + texts("trace.others", ["images": others.suffix(10).joined(separator: ", ")]))
        }
        return error
    }

    /// The line of the node's files that each host comes from.
    private static func places(of trace: PullTrace, _ bundle: EvidenceBundle) -> [String: SourcePlace] {
        var bundle = bundle
        bundle.image = trace.image
        guard !bundle.files.entries.isEmpty, let verdict = try? WhyVerdict(bundle) else { return [:] }
        var places: [String: SourcePlace] = [:]
        for attempt in verdict.plan.attempts {
            if let source = attempt.endpoint.source { places[attempt.endpoint.host] = source }
        }
        return places
    }
}
