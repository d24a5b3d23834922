import ArgumentParser

/// The catalogue's text for an option: `command.COMMAND.OPTION`.
func help(_ key: String, _ valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: texts("command.\(key)")).named(valueName)
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String?) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}
