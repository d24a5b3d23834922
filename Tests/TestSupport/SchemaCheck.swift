import Foundation
import Testing

/// Every JSON text that a test gets from the program has to be as docs/schema says.
enum SchemaCheck {
    static func check(_ words: [String], _ result: Tool.Result) {
        // What a script of the lab prints around it is not the program's.
        guard let start = words.lastIndex(of: Tool.mirrorctl), start == 0 || words[0].hasSuffix("nsenter") else {
            return
        }
        let arguments = Array(words[(start + 1)...])
        // A lost output and one that was cut off by a signal is not whole.
        guard let format = format(arguments), format != "text", !result.data.isEmpty,
            ![74, 130].contains(result.status),
            result.status < 128
        else { return }
        guard let command = command(arguments) else { return }
        let events = format == "jsonl" ? JSONSchema.named(command + ".events") : nil
        guard let schema = events ?? JSONSchema.named(command) else {
            Issue.record("no schema of \(command): \(arguments)")
            return
        }
        let texts = events == nil ? [result.data] : result.data.split(separator: 10).map { Data($0) }
        for text in texts {
            guard let value = try? JSONSerialization.jsonObject(with: text) else {
                Issue.record("\(arguments) printed no JSON: \(String(decoding: text.prefix(300), as: UTF8.self))")
                return
            }
            if let trouble = schema.trouble(with: value) {
                Issue.record("\(arguments): \(trouble)")
                return
            }
        }
    }

    private static func format(_ arguments: [String]) -> String? {
        let joined = arguments.last { $0.hasPrefix("--output=") }.map { String($0.dropFirst(9)) }
        let apart = arguments.lastIndex(of: "--output").flatMap { arguments.dropFirst($0 + 1).first }
        return (joined ?? apart).flatMap { ["json", "jsonl"].contains($0) ? $0 : nil }
    }

    /// `push images` is `push-images`; `nil` for what is no command.
    private static func command(_ arguments: [String]) -> String? {
        var words = arguments[...]
        if words.first == "--lang" { words = words.dropFirst(2) }
        guard let first = words.first, !first.hasPrefix("-") else { return nil }
        return first == "push" ? "push-" + (words.dropFirst().first ?? "") : first
    }
}
