import MirrorCore
import TOML

/// One answer in an answers file: its key, and where it is in the answers.
struct AnswerName<Part>: Sendable {
    /// `endpoint`, `push.source`
    let name: String
    /// `nil`: not answered, so not written.
    let value: @Sendable (Part) -> AnswerValue?
    /// - Returns: whether the value is one for this answer.
    let set: @Sendable (inout Part, AnswerValue) -> Bool
    /// What would be one, where that is no text: the key `answersFile.kind.KIND`.
    let kind: String

    static func text(_ name: String, _ path: any WritableKeyPath<Part, String> & Sendable) -> AnswerName {
        AnswerName(
            name: name,
            value: { $0[keyPath: path].isEmpty ? nil : .text($0[keyPath: path]) },
            set: { part, value in
                guard case .text(let text) = value else { return false }
                part[keyPath: path] = text
                return true
            },
            kind: "text"
        )
    }

    static func optional(_ name: String, _ path: any WritableKeyPath<Part, String?> & Sendable) -> AnswerName {
        AnswerName(
            name: name,
            value: { $0[keyPath: path].map { .text($0) } },
            set: { part, value in
                guard case .text(let text) = value else { return false }
                part[keyPath: path] = text
                return true
            },
            kind: "text"
        )
    }
}

enum AnswerValue: Equatable {
    case text(String)
    case flag(Bool)
    case list([String])

    init?(_ value: TOMLValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .boolean(let flag): self = .flag(flag)
        case .array(let elements):
            let texts = elements.compactMap(\.value.string)
            guard texts.count == elements.count else { return nil }
            self = .list(texts)
        default: return nil
        }
    }

    /// As TOML has it.
    var text: String {
        switch self {
        case .text(let text): TOMLText.basicString(text)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let texts): TOMLText.array(texts)
        }
    }
}

/// In the order in which they are written. ADD AN ANSWER as a line here; docs/answers.md lists them.
enum AnswerNames {
    static let all: [AnswerName<Answers>] = [
        .text("clusterConfigPath", \.clusterConfigPath), .text("newHeaderPath", \.newHeaderPath), operation, place,
        .text("probeImage", \.probeImage), .text("push.source", \.push.source),
        .text("push.signature", \.push.signature), .text("push.publicKey", \.push.publicKey),
        .optional("push.registry", \.push.registry), .optional("push.caCertPath", \.push.caCertPath),
        .optional("push.dockerConfigPath", \.push.dockerConfigPath), isHTTP, .text("push.username", \.push.username),
        isZstd, .text("push.threads", \.push.threads), .text("push.limitRate", \.push.limitRate),
        .text("upgrade.target", \.upgrade.target), .text("upgrade.package", \.upgrade.package),
        .text("upgrade.between", \.upgrade.between), .text("upgrade.live", \.upgrade.live),
        .text("upgrade.reports", \.upgrade.reports), .text("upgrade.within", \.upgrade.within),
        .text("upgrade.caCertPath", \.upgrade.caCertPath),
        .text("upgrade.dockerConfigPath", \.upgrade.dockerConfigPath),
    ]

    /// Of each `[[mirrors]]`.
    static let mirror: [AnswerName<MirrorDraft>] = [
        .text("endpoint", \.endpoint), .text("mirrorNamespace", \.mirrorNamespace), hosts,
        .text("caCertPath", \.caCertPath), .text("pullCredentialConfigPath", \.pullCredentialConfigPath),
        .text("caCertSecret", \.caCertSecret), .text("pullCredentialSecret", \.pullCredentialSecret),
    ]

    static let mirrors = "mirrors"
    static let tables = ["push", "upgrade"]

    private static let operation = AnswerName<Answers>(
        name: "operation",
        value: { .text($0.operation.rawValue) },
        set: { answers, value in
            guard case .text(let text) = value, let operation = ClusterOperation(rawValue: text) else { return false }
            answers.operation = operation
            return true
        },
        kind: "operation"
    )

    private static let place = AnswerName<Answers>(
        name: "place",
        value: { $0.place.map { .text($0.rawValue) } },
        set: { answers, value in
            guard case .text(let text) = value, let place = MirrorPlace(rawValue: text) else { return false }
            answers.place = place
            return true
        },
        kind: "place"
    )

    private static let hosts = AnswerName<MirrorDraft>(
        name: "hosts",
        value: { $0.hosts.isEmpty ? nil : .list($0.hosts) },
        set: { draft, value in
            guard case .list(let hosts) = value else { return false }
            draft.hosts = hosts
            return true
        },
        kind: "list"
    )

    private static let isHTTP = AnswerName<Answers>(
        name: "push.isHTTP",
        value: { $0.push.isHTTP.map { .flag($0) } },
        set: { answers, value in
            guard case .flag(let flag) = value else { return false }
            answers.push.isHTTP = flag
            return true
        },
        kind: "flag"
    )

    private static let isZstd = AnswerName<Answers>(
        name: "push.isZstd",
        value: { $0.push.isZstd ? .flag(true) : nil },
        set: { answers, value in
            guard case .flag(let flag) = value else { return false }
            answers.push.isZstd = flag
            return true
        },
        kind: "flag"
    )
}
