import ArgumentParser
import MirrorCore
import MirrorSystem

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: texts("command.convert.abstract"),
        discussion: texts("command.convert.discussion")
    )

    @OptionGroup var node: NodeOptions

    @Option(help: help("convert.out", "dir"))
    var out: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let files = RecordingFiles(node.files)
        let conversion: MirrorConversion
        do throws(MirrorConversion.Refusal) {
            conversion = try MirrorConversion(files: files, source: source, target: node.version)
        } catch {
            SaidBack.note(files)
            throw Console.fail(error.phrase, .dataError)
        }
        SaidBack.note(files)
        for file in conversion.files {
            let rendered = RenderedFile(path: file.path, text: file.text)
            try Files.create(rendered, below: out, announces: !output.isJSON)
        }
        if output.isJSON {
            try output.print(ConvertJSON(conversion))
        } else {
            Console.out(Self.text(conversion))
        }
        if !conversion.differences.isEmpty || !conversion.losses.isEmpty { throw ExitStatus.problem.exit }
    }

    /// Files of version 1 or 2 are judged as 1.x reads them, which knows every setting in them.
    private var source: ContainerdVersion {
        let guessed = ContainerdVersion.guess(from: node.files)
        return guessed.major == 1 ? guessed : node.present.version
    }

    private static func text(_ conversion: MirrorConversion) -> String {
        var lines = conversion.losses.map { texts($0) }
        for difference in conversion.differences {
            lines.append(texts("command.convert.differs", ["registryHost": difference.registryHost]))
            lines += difference.lines.map { "  " + printable($0) }
        }
        let same = conversion.compared.count - conversion.differences.count
        lines.append(texts("command.convert.proof", ["count": "\(same)", "version": "\(conversion.target)"]))
        return lines.joined(separator: "\n")
    }
}

/// `convert --output json`
struct ConvertJSON: Encodable {
    struct Difference: Encodable {
        let registryHost: String
        let lines: [String]
    }

    let containerdVersion: String
    let files: [String]
    let compared: [String]
    let differences: [Difference]
    let losses: [String]

    init(_ conversion: MirrorConversion) {
        containerdVersion = "\(conversion.target)"
        files = conversion.files.map(\.path)
        compared = conversion.compared
        differences = conversion.differences.map { Difference(registryHost: $0.registryHost, lines: $0.lines) }
        losses = conversion.losses.map { texts($0) }
    }
}
