import Texts

/// Why a text is not YAML that can be read, and where; never the text itself, which may hold secrets.
package struct YAMLError: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case syntax(YAMLSyntaxProblem)
        case notUTF8
        case controlCharacter
        /// Nested deeper than `limit`, aliases included.
        case tooDeep(limit: Int)
        /// Aliases stand for more than `limit` nodes.
        case tooManyAliases(limit: Int)
        /// Aliases stand for more than `limit` bytes of text.
        case tooMuchAliased(limit: Int)
        /// More than `limit` keys, values and collections in one document.
        case tooManyValues(limit: Int)
        case tooManyDocuments(limit: Int)
        /// More than `limit` mirrors and hosts in one list.
        case tooManyHosts(limit: Int)
        /// An alias of nothing, or of the node that it is in.
        case unknownAlias
        /// A mapping or sequence as a key: mostly an unfilled `{{ placeholder }}`.
        case keyIsNotText
        case tooLarge(limit: Int)
    }

    /// From 1.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int
    package let reason: Reason
    /// The line holds `{{`, `{%`, `%{` or `${`: the file is a template that was not filled in.
    package var looksLikeTemplate = false

    init(line: Int, column: Int, reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// The first mirror or host that is one too many.
    init(beyond limit: Int, at place: YAMLSpan) {
        self.init(line: Int(place.line), column: Int(place.column), reason: .tooManyHosts(limit: limit))
    }

    /// Why bytes cannot be read; `nil` when they can.
    package static func reading(_ bytes: [UInt8]) -> YAMLError? {
        do {
            _ = try readYAML(bytes, keeping: { _ in false })
            return nil
        } catch {
            return error
        }
    }

    /// What is wrong, without the place.
    package var problem: Phrase {
        switch reason {
        case .syntax(let problem): problem.phrase
        case .notUTF8: Phrase("yaml.notUTF8")
        case .controlCharacter: Phrase("yaml.controlCharacter")
        case .tooDeep(let limit): Phrase("yaml.tooDeep", ["limit": "\(limit)"])
        case .tooManyAliases(let limit): Phrase("yaml.tooManyAliases", ["limit": "\(limit)"])
        case .tooMuchAliased(let limit): Phrase("yaml.tooMuchAliased", ["limit": "\(limit)"])
        case .tooManyValues(let limit): Phrase("yaml.tooManyValues", ["limit": "\(limit)"])
        case .tooManyDocuments(let limit): Phrase("yaml.tooManyDocuments", ["limit": "\(limit)"])
        case .tooManyHosts(let limit): Phrase("yaml.tooManyHosts", ["limit": "\(limit)"])
        case .unknownAlias: Phrase("yaml.unknownAlias")
        case .keyIsNotText: Phrase("yaml.keyIsNotText")
        case .tooLarge(let limit): Phrase("yaml.tooLarge", ["limit": "\(limit)"])
        }
    }

    /// Line and column, for the text that stands before `problem`.
    package var place: Phrase { Phrase("yaml.place", ["line": "\(line)", "column": "\(column)"]) }

    /// What to do about it.
    package var fix: Phrase { Phrase(looksLikeTemplate ? "yaml.fix.template" : "yaml.fix.syntax") }
}
