import ArgumentParser
import Diagnosis
import Texts

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: texts("command.explain.abstract")
    )

    @Argument(help: help("explain.code"))
    var code: String?

    func run() throws {
        guard let code else {
            for code in findingCodes { Console.out("\(code)  \(texts.general("\(code).title"))") }
            return
        }
        let upper = code.uppercased()
        guard findingCodes.contains(upper) else {
            throw Console.fail(Phrase("command.unknownCode", ["code": code]), .usage)
        }
        Console.out("\(upper)  \(texts.general("\(upper).title"))\n")
        Console.out("\(texts.general("\(upper).cause"))\n\n\(Mark.remedy) \(texts.general("\(upper).next"))")
    }
}
