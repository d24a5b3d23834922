import Containerd
import FoundationEssentials
import Texts

/// Of a command line that was refused: the first word that is no command and no option, and what was meant by it.
struct UnknownWord {
    let problem: Phrase
    let fix: Phrase

    /// What the parser knows of itself.
    private struct Help: Decodable { let command: Command }

    private struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        func option(_ name: String) -> Argument? { arguments?.first { $0.names?.contains { $0.name == name } == true } }
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: String
        let names: [Name]?
        let shouldDisplay: Bool?
    }

    init?(in words: [String]) {
        let dump = Data(Mirrorctl._dumpHelp().utf8)
        guard let root = try? JSONDecoder().decode(Help.self, from: dump).command else { return nil }
        var path = [root]
        // Without a subcommand the words are the wizard's.
        let usual = root.subcommands?.first { $0.commandName == WizardCommand.configuration.commandName }
        var rest = words[...]
        while let word = rest.popFirst(), word != "--" {
            if word.hasPrefix("--") {
                let name = String(word.dropFirst(2).prefix { $0 != "=" })
                let commands = path.count == 1 ? path + [usual].compactMap(\.self) : path.suffix(1)
                guard let option = commands.lazy.compactMap({ $0.option(name) }).first else {
                    guard !name.hasPrefix("-"), !["help", "version", "generate-completion-script"].contains(name) else {
                        return nil
                    }
                    let known = commands.flatMap { $0.arguments ?? [] }.filter { $0.shouldDisplay != false }
                    let names = known.flatMap { $0.names ?? [] }.filter { $0.kind == "long" }.map(\.name)
                    self.init("command.unknownOption", "--" + name, path, Self.meant(name, names).map { "--" + $0 })
                    return
                }
                if option.kind == "option", !word.contains("=") { rest = rest.dropFirst() }
            } else if !word.hasPrefix("-"), let commands = path.last?.subcommands, !commands.isEmpty {
                if let command = commands.first(where: { $0.commandName == word }) {
                    path.append(command)
                    continue
                }
                // A package.
                if path.count == 1, words.contains("--push") { return nil }
                self.init("command.unknownCommand", word, path, Self.meant(word, commands.map(\.commandName)))
                return
            }
        }
        return nil
    }

    private init(_ key: String, _ word: String, _ path: [Command], _ meant: String?) {
        let command = path.map(\.commandName).joined(separator: " ")
        problem = Phrase(key, ["word": word, "command": command])
        fix = meant.map { Phrase("command.meant", ["word": $0]) } ?? Phrase("command.seeHelp", ["command": command])
    }

    /// One that is near, or else one that begins alike.
    private static func meant(_ typed: String, _ names: [String]) -> String? {
        Spelling.meant(typed, among: names)
            ?? names.filter { typed.count > 2 && ($0.hasPrefix(typed) || typed.hasPrefix($0)) }.min {
                $0.count < $1.count
            }
    }
}
