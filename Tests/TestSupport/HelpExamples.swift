/// The command lines that `--help` shows.
package enum HelpExamples {
    /// - Parameter command: `push images`
    package static func of(_ command: String) throws -> [String] {
        let words = command.split(separator: " ").map(String.init)
        let help = try Tool.run(Tool.mirrorctl, words + ["--help"]).output
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(of: "EXAMPLES:") else { return [] }
        let shown = lines[(start + 1)...].prefix { $0.hasPrefix("  ") }
        return shown.joined(separator: "\n").split(separator: "\n  mirrorctl ").map { example in
            let text = example.hasPrefix("  mirrorctl ") ? String(example.dropFirst(12)) : String(example)
            return "mirrorctl " + text
        }
    }
}
