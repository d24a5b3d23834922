import ArgumentParser
import MirrorCore

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: texts("command.explain.abstract")
    )

    @Argument(help: help("explain.code"))
    var code: String?

    func run() throws {
        guard let code else {
            for code in findingCodes { Console.out("\(code)  \(texts("\(code).title"))") }
            return
        }
        let upper = code.uppercased()
        guard findingCodes.contains(upper) else {
            throw Console.fail(Phrase("command.unknownCode", ["code": code]), .usage)
        }
        Console.out("\(upper)  \(texts("\(upper).title"))\n\n\(texts("\(upper).cause"))\n\n→ \(texts("\(upper).next"))")
    }
}
