import Texts

/// Why mirrors cannot be put into a cluster config file; nothing was changed then. Lines are from 1.
package enum ClusterConfigEditError: Error, Equatable, Sendable {
    case notYAML(YAMLError)
    case noCluster
    case severalClusters(lines: [Int])
    case severalHeaders(lines: [Int])
    /// `spec:` is missing or empty.
    case noSpec(line: Int)
    /// A key on the way to the mirrors stands twice.
    case repeatedKey(String, line: Int, firstLine: Int)
    /// A value on the way to the mirrors is of another type than it has to be.
    case otherType(key: String, line: Int)
    /// Written in a way whose lines cannot be told apart: explicit `? key`, several keys in a line.
    case unusualLayout(line: Int)
    /// An alias on the way to the mirrors, or an anchor that is used elsewhere.
    case alias(line: Int)
    /// `%YAML` before the first document leaves no place for a header.
    case directives
    /// The mirrors, or the place where they would go in, are filled in by a template engine.
    case template(line: Int)
    /// Paths belong into the header, Secrets into the spec; index of the mirror, from 0.
    case otherPlace(mirror: Int)
    /// Reading the result back gave something else than intended: refused to be safe.
    case notAsIntended

    package var problem: Phrase {
        switch self {
        case .notYAML(let error):
            Phrase(
                "edit.notYAML",
                ["line": "\(error.line)", "column": "\(error.column)"],
                parts: ["problem": error.problem]
            )
        case .noCluster: Phrase("edit.noCluster")
        case .severalClusters(let lines): Phrase("edit.severalClusters", ["lines": list(lines)])
        case .severalHeaders(let lines): Phrase("edit.severalHeaders", ["lines": list(lines)])
        case .noSpec(let line): Phrase("edit.noSpec", ["line": "\(line)"])
        case .repeatedKey(let key, let line, let first):
            Phrase("edit.repeatedKey", ["key": key, "line": "\(line)", "first": "\(first)"])
        case .otherType(let key, let line): Phrase("edit.otherType", ["key": key, "line": "\(line)"])
        case .unusualLayout(let line): Phrase("edit.unusualLayout", ["line": "\(line)"])
        case .alias(let line): Phrase("edit.alias", ["line": "\(line)"])
        case .directives: Phrase("edit.directives")
        case .template(let line): Phrase("edit.template", ["line": "\(line)"])
        case .otherPlace(let mirror): Phrase("edit.otherPlace", ["number": "\(mirror + 1)"])
        case .notAsIntended: Phrase("edit.notAsIntended")
        }
    }

    /// The first ones: there may be thousands.
    private func list(_ lines: [Int]) -> String {
        lines.prefix(10).map(String.init).joined(separator: ", ") + (lines.count > 10 ? ", …" : "")
    }

    /// What is wrong with the YAML, when that is the reason.
    package var detail: Phrase? {
        if case .notYAML(let error) = self { error.problem } else { nil }
    }

    /// What to do instead.
    package var fix: Phrase {
        switch self {
        case .notYAML(let error): error.fix
        case .noCluster: Phrase("edit.fix.noCluster")
        case .severalClusters, .severalHeaders: Phrase("edit.fix.several")
        case .noSpec: Phrase("edit.fix.noSpec")
        case .repeatedKey: Phrase("edit.fix.repeatedKey")
        case .otherType, .unusualLayout: Phrase("edit.fix.layout")
        case .alias: Phrase("edit.fix.alias")
        case .directives: Phrase("edit.fix.directives")
        case .template: Phrase("edit.fix.template")
        case .otherPlace: Phrase("edit.fix.otherPlace")
        case .notAsIntended: Phrase("edit.fix.byHand")
        }
    }
}
