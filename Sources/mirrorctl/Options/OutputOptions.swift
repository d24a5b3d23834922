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
    func print(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        Console.out(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
