import Foundation
import TestSupport
import Testing
import Texts

@testable import mirrorctl

/// A command that a text tells somebody to run is there, and has the options that stand with it.
@Suite struct NamedCommandTests {
    /// `mirrorctl push images --source …` up to where the words are prose again.
    private static func commands(in text: String) -> [(words: [String], options: [String])] {
        text.ranges(of: "mirrorctl ").compactMap { range in
            let line = text[range.upperBound...].prefix { !"`;,:。、)（\n".contains($0) }
            var words: [String] = []
            var options: [String] = []
            for word in line.split(separator: " ") {
                if word.hasPrefix("--") {
                    options.append(String(word.prefix { $0 != "=" && $0 != "." }))
                } else if options.isEmpty, word.allSatisfy({ $0.isASCII && $0.isLowercase }), words.count < 2 {
                    words.append(String(word))
                } else if word.hasSuffix(".") {
                    break
                }
            }
            return words.isEmpty && options.isEmpty ? nil : (words, options)
        }
    }

    @Test func everyCommandOfTheTextsIsThere() throws {
        let names = Set(Mirrorctl.configuration.subcommands.map { $0._commandName })
        var helps: [[String]: String] = [:]
        func help(_ words: [String]) throws -> String {
            if let known = helps[words] { return known }
            let result = try Tool.run(Tool.mirrorctl, words + ["--help"])
            helps[words] = result.output
            return result.output
        }
        var seen = 0
        for catalogue in Catalogue.all {
            for key in catalogue.keys.sorted() {
                for (words, options) in Self.commands(in: catalogue(key)) {
                    // "mirrorctl runs", "this mirrorctl prints": prose, where no option follows.
                    guard let name = words.first, names.contains(name) else {
                        for option in options where option != "--help" {
                            #expect(try help([]).contains(option), "\(key): \(option)")
                        }
                        continue
                    }
                    let command = name == "push" ? ["push", "images"] : [name]
                    for option in options where option != "--help" {
                        #expect(try help(command).contains(option + " "), "\(key): \(command) \(option)")
                    }
                    seen += 1
                }
            }
        }
        #expect(seen > 60)
    }
}
