import Texts

/// A complaint of libyaml, as one of ours where it is a usual one.
package enum YAMLSyntaxProblem: Equatable, Sendable {
    case badCharacter, mappingNotAllowed, sequenceNotAllowed, missingColon, expectedKey, expectedDash
    case unclosedFlow, unclosedQuote, expectedDocumentStart, badAlias, tab, directive
    /// libyaml's words: constant texts of its scanner and parser.
    case other(String)

    /// From `yaml_parser_t.problem` of libyaml 0.2.5 (src/scanner.c, src/parser.c).
    init(libyaml text: String) {
        self = Self.usual[text] ?? .other(text)
    }

    private static let usual: [String: YAMLSyntaxProblem] = [
        "found character that cannot start any token": .badCharacter,
        "mapping values are not allowed in this context": .mappingNotAllowed,
        "block sequence entries are not allowed in this context": .sequenceNotAllowed,
        "could not find expected ':'": .missingColon,
        "did not find expected key": .expectedKey,
        "did not find expected '-' indicator": .expectedDash,
        "did not find expected ',' or ']'": .unclosedFlow,
        "did not find expected ',' or '}'": .unclosedFlow,
        "found unexpected end of stream": .unclosedQuote,
        "did not find expected <document start>": .expectedDocumentStart,
        "could not find expected directive name": .directive,
        "found unknown directive name": .directive,
        "did not find expected alphabetic or numeric character": .badAlias,
        "found a tab character that violates indentation": .tab,
        "found a tab character where an indentation space is expected": .tab,
    ]

    var phrase: Phrase {
        switch self {
        case .other(let words): Phrase("yaml.syntax.other", ["words": words])
        default: Phrase("yaml.syntax.\(self)")
        }
    }
}
