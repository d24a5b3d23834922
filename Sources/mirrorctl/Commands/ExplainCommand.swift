import ArgumentParser
import Containerd
import Diagnosis
import Texts

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: texts("command.explain.abstract"),
        discussion: discussion(
            examples: "explain MIR0201",
            "explain"
        )
    )

    @Argument(help: help("explain.code"))
    var code: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let codes = try code.map { [try Self.known($0)] } ?? findingCodes
        if output.isJSON { return try output.print(ExplainJSON(findings: codes.map(ExplainJSON.Entry.init))) }
        let entries = codes.map(ExplainJSON.Entry.init)
        guard code != nil else { return entries.forEach { Console.out("\($0.code)  \($0.title)") } }
        for entry in entries {
            Console.out("\(entry.code)  \(entry.title)\n\n\(entry.cause)\n\n\(Mark.remedy) \(entry.nextStep)")
        }
    }

    private static func known(_ code: String) throws -> String {
        let upper = code.uppercased()
        guard findingCodes.contains(upper) else {
            let problem = Phrase("command.unknownCode", ["code": code])
            guard let meant = Spelling.meant(upper, among: findingCodes) else { throw Console.fail(problem, .usage) }
            throw Console.fail(problem, fix: Phrase("command.meant", ["word": meant]), .usage)
        }
        return upper
    }
}

/// `explain --output json`: what is said of a finding whatever the case.
struct ExplainJSON: Encodable {
    struct Entry: Encodable {
        let code: String
        let title: String
        let cause: String
        let nextStep: String

        init(_ code: String) {
            self.code = code
            title = texts.general("\(code).title")
            cause = texts.general("\(code).cause")
            nextStep = texts.general("\(code).next")
        }
    }

    let findings: [Entry]
}
