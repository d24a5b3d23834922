import GoData
import TOML

/// Why containerd, or its CRI plugin, does not start with a configuration.
package enum ContainerdConfigError: Error, Equatable, Sendable {
    /// `--config` names a file that is not there.
    case notThere(file: String)
    case unreadable(file: String, NodeFileError)
    case toml(file: String, TOMLError)
    case wrongType(key: String, expected: String, found: String, source: SourcePosition)
    case unsupportedVersion(Int64, highest: Int, file: String, source: SourcePosition?)
    /// 2.3.0 to 2.3.4.
    case newerDropIn(Int64, root: Int64, source: SourcePosition)
    /// 1.x, version 2: a plugin's key without its quotes.
    case invalidPluginKey(String, file: String, source: SourcePosition)
    /// A short name in `disabled_plugins` or `required_plugins`.
    case invalidListedPlugin(String, list: String, file: String, source: SourcePosition)
    /// It is not in this release, or it is disabled.
    case requiredPluginMissing(String, source: SourcePosition)
    /// Nothing that containerd says: more than is read here.
    case beyondLimit(ConfigLimit, source: SourcePosition)

    /// Whether containerd may well start, and only we do not know how.
    package var isOurLimit: Bool {
        switch self {
        case .beyondLimit: true
        case .unreadable(_, let error): error.isOurLimit
        case .toml(_, let error): error.isLimit
        default: false
        }
    }

    package var source: SourcePosition? {
        switch self {
        case .notThere(let file), .unreadable(let file, _): SourcePosition(file: file, line: 0)
        case .toml(let file, let error): SourcePosition(file: file, line: error.line)
        case .wrongType(_, _, _, let source), .newerDropIn(_, _, let source), .invalidPluginKey(_, _, let source),
            .invalidListedPlugin(_, _, _, let source), .requiredPluginMissing(_, let source),
            .beyondLimit(_, let source):
            source
        case .unsupportedVersion(_, _, let file, let source): source ?? SourcePosition(file: file, line: 0)
        }
    }

    /// What `containerd` prints; the words of its TOML libraries only where they were seen.
    package func text(rules: ContainerdRules) -> String {
        let isOld = rules.highestConfigVersion == 2
        switch self {
        case .notThere(let file):
            return Self.unreadable(file: file, .notFound).text(rules: rules)
        case .unreadable(let file, let error):
            return isOld ? "failed to load TOML: \(file): open \(file): \(error)" : "open \(file): \(error)"
        case .toml(let file, let error):
            return isOld
                ? "failed to load TOML: \(file): (\(error.line), \(error.column))"
                    + (error.libraryWords(rules).map { ": " + $0 } ?? "")
                : "failed to unmarshal TOML at row \(error.line) column \(error.column)"
                    + (error.libraryWords(rules).map { ": toml: " + $0 } ?? "")
        case .wrongType(let key, let expected, let found, let source):
            return "\(source.file):\(source.line): \(key) is a \(found), not a \(expected)"
        case .unsupportedVersion(let version, let highest, let file, _):
            let what =
                isOld
                ? "unsupported config version `\(version)`"
                : "expected containerd config version equal to or less than `\(highest)`, got `\(version)`"
            return "failed to load TOML from \(file): \(what)"
        case .newerDropIn(let version, let root, _):
            return "drop-in config version \(version) higher than root config version \(root)"
        case .invalidPluginKey(let key, let file, _):
            return "failed to load TOML from \(file): invalid plugin key URI \(GoText.quoted(key)) "
                + "expect io.containerd.x.vx"
        case .invalidListedPlugin(let name, let list, let file, _):
            return "failed to load TOML from \(file): invalid \(list) plugin URI \(GoText.quoted(name)) "
                + "expect io.containerd.x.vx"
        case .requiredPluginMissing(let name, _): return "required plugin [\(name)] not included"
        case .beyondLimit(let limit, let source):
            return "\(source.file):\(source.line): more than \(limit.value) \(limit == .bytes ? "MiB" : "\(limit)")"
        }
    }
}

extension TOMLError {
    /// The words of go-toml, v1 or v2, for the faults whose words were seen.
    package func libraryWords(_ rules: ContainerdRules) -> String? {
        switch (reason, rules.highestConfigVersion == 2) {
        case (.newlineInString, true): "unescaped control character U+000A"
        case (.newlineInString, false): "basic strings cannot have new lines"
        case (.bracketInHeader, true): "unexpected token table key cannot contain ']', was expecting a table key"
        default: nil
        }
    }
}
