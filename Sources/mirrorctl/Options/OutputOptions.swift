import ArgumentParser
import FoundationEssentials

/// `--output text|json`, which every subcommand takes.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: help("output.output"))
    var output: Format = .text

    var isJSON: Bool { output == .json }

    /// One JSON object, keys sorted, so that two runs can be compared.
    func print(_ value: some Encodable) throws { Console.json(try Self.text(value)) }

    /// Before a write that is told afterwards: `value` is what will be said of it, as far as it is known.
    func check(_ value: some Encodable) throws {
        try StandardOutput.check(room: isJSON ? try Self.text(value).utf8.count * 2 + 4096 : 4096)
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
