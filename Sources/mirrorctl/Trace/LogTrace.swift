import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Texts

/// `why IMAGE --log FILE|-`
struct LogTrace {
    /// What the log is called when something is said about it.
    let path: String
    /// `nil`: the one that failed last.
    let image: String?
    let output: OutputOptions
    /// Of the cluster's nodes; empty when they are not known.
    var versions: [GDCVersion] = []

    static func read(_ path: String) throws -> String {
        if Files.isStream(path) { return String(decoding: try Files.readStream(path), as: UTF8.self) }
        do throws(FileError) {
            return String(decoding: try FileSnapshot(reading: path).bytes, as: UTF8.self)
        } catch .tooLarge(_, let limit) {
            throw Console.fail(Phrase("trace.tooLarge", ["path": path, "limit": "\(limit >> 20)"]), .dataError)
        } catch {
            throw Files.fail(error, error.readStatus)
        }
    }

    /// - Parameter bundle: the node's files, where they are known, and the version they are read as.
    /// - Parameter hosts: whom the node asks for an image, where its files are at hand.
    func show(
        _ log: String,
        _ bundle: EvidenceBundle,
        save path: String? = nil,
        hosts: ((String) -> Set<String>?)? = nil
    ) throws {
        // A bundle is judged by what is in it, before it is written as after.
        let trace = try trace(log, path == nil ? hosts ?? bundle.hosts : bundle.hosts)
        if let path {
            var bundle = bundle
            bundle.log = log
            bundle.image = trace.image
            bundle.verdict = trace.verdict.key
            try EvidenceBundleFile.write(bundle, to: path, known: [])
        }
        let places = Self.places(of: trace, bundle)
        if output.isJSON {
            try output.print(TraceJSON(trace, places: places, versions: versions))
        } else {
            Console.out(TraceText(trace, places: places, versions: versions).text)
        }
        if trace.result != .pulled || trace.cause != nil { throw ExitStatus.problem.exit }
    }

    private func trace(_ log: String, _ hosts: (String) -> Set<String>?) throws -> PullTrace {
        let reader = TraceReader(log)
        guard let image = image ?? reader.images.last else {
            let error = Console.fail(Phrase("trace.nothingAtAll", ["file": path]), .dataError)
            hint(log)
            throw error
        }
        let found: PullTrace?
        do throws(PullRefusal) { found = try reader.told(of: image, hosts: hosts) } catch {
            throw try error.said(of: image, output)
        }
        guard let found else { throw nothing(image, reader.images, log) }
        return found
    }

    /// What the text is instead, and where the right one is.
    private func hint(_ log: String) {
        for kind in OtherText.kinds(of: log).prefix(3) { Console.error("  " + texts(kind.phrase)) }
        for key in OtherText.lookFor { Console.error("  " + texts(key)) }
        guard OtherText.kinds(of: log).contains(where: { $0.kind == .backOff }) else { return }
        for finding in PullTrace.possibleCauses(versions: versions) {
            Console.error("  \(texts(finding.title)): \(texts(finding.cause))")
        }
    }

    private func nothing(_ image: String, _ others: [String], _ log: String) -> any Error {
        let error = Console.fail(Phrase("trace.nothing", ["file": path, "image": image]), .dataError)
        if others.isEmpty {
            hint(log)
        } else {
            Console.error("  " + texts("trace.others", ["images": others.suffix(10).joined(separator: ", ")]))
        }
        return error
    }

    /// The line of the node's files that each host comes from.
    private static func places(of trace: PullTrace, _ bundle: EvidenceBundle) -> [String: SourcePosition] {
        var bundle = bundle
        bundle.image = trace.image
        guard !bundle.files.entries.isEmpty, let verdict = try? PullVerdict(bundle) else { return [:] }
        var places: [String: SourcePosition] = [:]
        for attempt in verdict.plan.attempts {
            if let source = attempt.endpoint.source { places[attempt.endpoint.host] = source }
        }
        return places
    }
}
