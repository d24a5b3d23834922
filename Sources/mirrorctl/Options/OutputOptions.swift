import ArgumentParser

/// `--output text|json|jsonl`, which every subcommand takes.
struct OutputOptions: ParsableArguments {
    /// `jsonl` is one object on a line: events as they happen where a command has them (push, node), else the same as `json`.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, jsonl
    }

    @Option(help: help("output.output"))
    var output: Format = .text

    var isJSON: Bool { output != .text }

    var hasEvents: Bool { output == .jsonl }

    func print(_ value: some Encodable) throws { Console.json(try text(value)) }

    /// The same object on one line, whatever the format: scripts take the last line of a push.
    func printLine(_ value: some Encodable) throws { Console.json(try JSONDocument(value).line) }

    /// Something that happened, or a part of what a command found.
    static func event(_ value: some Encodable) {
        if let line = try? JSONDocument(value).line { Console.json(line) }
    }

    /// Before a write that is told afterwards: `value` is what will be said of it, as far as it is known.
    func check(_ value: some Encodable) throws {
        try StandardOutput.check(room: isJSON ? try text(value).utf8.count * 2 + 4096 : 4096)
    }

    private func text(_ value: some Encodable) throws -> String {
        let document = JSONDocument(value)
        return try hasEvents ? document.line : document.text
    }
}
