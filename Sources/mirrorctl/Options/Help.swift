import ArgumentParser

/// The catalogue's text for an option: `command.COMMAND.OPTION`.
func help(_ key: String, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: texts("command.\(key)")).named(valueName)
}

/// What stands below a command's first sentence: more words, and command lines that work as they are. A test runs each of
/// them, with its own registry in place of 10.0.0.5:5000, in a folder with the files that they name.
func discussion(_ words: String? = nil, examples: String...) -> String {
    let lines = examples.map { "  mirrorctl " + $0 }
    return ([words, texts("command.examples") + "\n" + lines.joined(separator: "\n")] as [String?]).compactMap(\.self)
        .joined(separator: "\n\n")
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String?) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}
