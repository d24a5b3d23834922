import MirrorCore

/// `why IMAGE --log FILE|-`
struct LogTrace {
    let path: String
    /// `nil`: the one that failed last.
    let image: String?
    let node: NodeOptions
    let output: OutputOptions

    func run() throws {
        let bytes = path == "-" ? try Files.readStandardInput() : try Files.read(path)
        let reader = TraceReader(String(decoding: bytes, as: UTF8.self))
        guard let image = image ?? reader.images.last else {
            throw Console.fail(Phrase("trace.nothingAtAll", ["file": path]), .dataError)
        }
        let found: PullTrace?
        do throws(ImageReferenceError) { found = try reader.trace(of: image) } catch {
            throw Console.fail(Phrase("why.badImage", ["image": image, "reason": error.description]), .dataError)
        }
        guard let trace = found else { throw nothing(image, reader.images) }
        let places = places(of: trace)
        if output.isJSON {
            try output.print(TraceJSON(trace, places: places))
        } else {
            Console.out(TraceText(trace, places: places).text)
        }
        if trace.result != .pulled || trace.cause != nil { throw ExitStatus.problem.exit }
    }

    private func nothing(_ image: String, _ others: [String]) -> any Error {
        let error = Console.fail(Phrase("trace.nothing", ["file": path, "image": image]), .dataError)
        if !others.isEmpty {
            Console.error("  " + texts("trace.others", ["images": others.suffix(10).joined(separator: ", ")]))
        }
        return error
    }

    /// The line of the node's files that each host comes from, when its tree was named.
    private func places(of trace: PullTrace) -> [String: SourcePlace] {
        guard node.root != "/", var explainer = try? PullExplainer(version: node.version, files: node.files),
            let plan = try? explainer.explain(trace.image)
        else { return [:] }
        var places: [String: SourcePlace] = [:]
        for attempt in plan.attempts {
            if let source = attempt.endpoint.source { places[attempt.endpoint.host] = source }
        }
        return places
    }
}
