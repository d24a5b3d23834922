import ArgumentParser
import MirrorCore
import MirrorSystem
import Operations
import Texts

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: texts("command.render.abstract"),
        discussion: discussion(
            texts("command.render.discussion"),
            examples: "render --format spec --endpoint https://10.0.0.5:5000",
            "render --format hosts-toml --cluster-config admin1.yaml --out files"
        )
    )

    @Option(help: help("render.format"))
    var format: RenderFormat

    @Option(help: help("render.clusterConfig", "file"))
    var clusterConfig: String?

    @Option(help: help("render.out", "dir"))
    var out: String?

    @OptionGroup var mirror: MirrorOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if clusterConfig == nil, mirror.isEmpty {
            throw ValidationError(texts("command.render.invalid"))
        }
        if clusterConfig != nil, !mirror.isEmpty {
            throw ValidationError(texts("command.render.invalid2"))
        }
    }

    func run() throws {
        let format = format.format
        let files = format.render(MirrorConfiguration(mirrors: try mirrors(format)))
        if let out {
            let paths = try Files.create(files, below: out, announces: !output.isJSON)
            if output.isJSON { try output.print(RenderJSON(files: files, written: paths)) }
            return
        }
        if output.isJSON { return try output.print(RenderJSON(files: files)) }
        for (index, file) in files.enumerated() {
            if files.count > 1 { Console.out((index > 0 ? "\n" : "") + "# \(file.path)") }
            for note in file.inferred { Console.error("\(file.path): \(texts(note))") }
            Console.document(file.text)
        }
    }

    /// From a cluster config file: what stands at the format's own place, else in the header, else in the spec.
    private func mirrors(_ format: any OutputFormat) throws -> [RegistryMirror] {
        guard let clusterConfig else { return try mirror.validated(for: format.place) }
        let config = try Files.clusterConfig(clusterConfig).config
        let places: [MirrorPlace] = format.place.map { [$0] } ?? [.header, .spec]
        for place in places where !config.registryMirrors(at: place).isEmpty {
            return try valid(config.registryMirrors(at: place), for: place)
        }
        throw Console.fail(Phrase("command.noMirrors", ["path": clusterConfig]), .dataError)
    }
}

/// `--format`: whatever `OutputFormats` has.
struct RenderFormat: ExpressibleByArgument {
    let format: any OutputFormat

    init?(argument: String) {
        guard let format = OutputFormats.named(argument) else { return nil }
        self.format = format
    }

    static var allValueStrings: [String] { OutputFormats.all.map(\.id) }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// `render --output json`
private struct RenderJSON: Encodable {
    struct File: Encodable {
        let path: String
        let text: String
        let inferred: [String]
        /// With `--out`: where it was written.
        let written: String?
    }

    let files: [File]

    init(files: [RenderedFile], written: [String] = []) {
        self.files = files.enumerated().map { index, file in
            File(
                path: file.path,
                text: file.text,
                inferred: file.inferred.map { texts($0) },
                written: index < written.count ? written[index] : nil
            )
        }
    }
}
