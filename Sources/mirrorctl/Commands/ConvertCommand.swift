import ArgumentParser
import Containerd
import Diagnosis
import MirrorCore
import MirrorSystem
import Operations
import Texts

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: texts("command.convert.abstract"),
        discussion: discussion(
            texts("command.convert.discussion"),
            examples: "convert --root node --containerd-version 2.0.11 --out new",
            "convert --root node --out other --output json"
        )
    )

    @OptionGroup var node: NodeOptions

    @Option(help: help("convert.out", "dir"))
    var out: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let tree = node.tree
        let files = RecordingFiles(tree.files)
        let conversion: MirrorConversion
        do throws(MirrorConversion.Refusal) {
            conversion = try tree.conversion(files)
        } catch {
            SaidBack.note(files)
            throw Console.fail(error.phrase, .dataError)
        }
        SaidBack.note(files)
        let rendered = conversion.files.map { RenderedFile(path: $0.path, text: $0.text) }
        try Files.create(rendered, below: out, announces: !output.isJSON)
        if output.isJSON {
            try output.print(ConvertJSON(conversion))
        } else {
            Console.out(Self.text(conversion))
        }
        guard conversion.isWhole else { throw ExitStatus.problem.exit }
    }

    private static func text(_ conversion: MirrorConversion) -> String {
        var lines = (conversion.deadKeys.map(\.phrase) + conversion.losses).map { texts($0) }
        for difference in conversion.differences {
            lines.append(texts("command.convert.differs", ["registryHost": difference.registryHost]))
            lines += difference.lines.map { "  " + printable($0) }
        }
        lines.append(texts(conversion.proof))
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
    let deadKeys: [DeadKeyJSON]

    init(_ conversion: MirrorConversion) {
        containerdVersion = "\(conversion.target)"
        files = conversion.files.map(\.path)
        compared = conversion.compared
        differences = conversion.differences.map { Difference(registryHost: $0.registryHost, lines: $0.lines) }
        losses = conversion.losses.map { texts($0) }
        deadKeys = conversion.deadKeys.map { DeadKeyJSON($0) }
    }
}

struct DeadKeyJSON: Encodable {
    let table: String
    let key: String
    let file: String?
    let line: Int?
    let reason: String
    let remedy: String?

    init(_ dead: DeadKey) {
        (table, key) = (dead.table, dead.key)
        (file, line) = (dead.source?.file, dead.source?.line)
        reason = texts(dead.problem.phrase(dead.key))
        remedy = dead.remedy.map { texts($0) }
    }
}
