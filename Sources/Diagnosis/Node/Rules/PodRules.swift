/// A node that was to be read through a pod, and was not: what stood in the way. ADD A CAUSE HERE.
let podRules: [any NodeRule] = [
    PodRule("MIR0835") { if case .notInCluster = $0 { PodRule.Seen() } else { nil } },
    PodRule("MIR0836") { if case .kubectl(let words) = $0 { PodRule.Seen(words) } else { nil } },
    PodRule("MIR0837") { if case .forbidden(let words) = $0 { PodRule.Seen(words) } else { nil } },
    PodRule("MIR0838") {
        if case .podSecurity(let space, let words) = $0 { PodRule.Seen(words, ["namespace": space]) } else { nil }
    },
    PodRule("MIR0839") {
        if case .refused(let space, let words) = $0 { PodRule.Seen(words, ["namespace": space]) } else { nil }
    },
    PodRule("MIR0840") {
        if case .imageNotPulled(let image, let words) = $0 { PodRule.Seen(words, ["image": image]) } else { nil }
    },
    PodRule("MIR0841") { if case .notStarted(let words) = $0 { PodRule.Seen(words) } else { nil } },
    PodRule("MIR0842") { if case .gone(let words) = $0 { PodRule.Seen(words) } else { nil } },
    PodRule("MIR0843") {
        if case .execDenied(let space, let words) = $0 { PodRule.Seen(words, ["namespace": space]) } else { nil }
    },
    PodRule("MIR0844") { if case .execFailed(let words) = $0 { PodRule.Seen(words) } else { nil } },
    PodRule("MIR0845") {
        if case .noStreams(let image) = $0 { PodRule.Seen("", ["image": image]) } else { nil }
    },
]

/// One way for a pod to fail, under its code.
struct PodRule: NodeRule {
    /// The cluster's words and the values of the texts.
    struct Seen {
        let words: String
        let arguments: [String: String]

        init(_ words: String = "", _ arguments: [String: String] = [:]) {
            self.words = words
            self.arguments = arguments
        }
    }

    let code: String
    let severity = Finding.Severity.error
    private let read: @Sendable (PodFailure) -> Seen?

    init(_ code: String, _ read: @escaping @Sendable (PodFailure) -> Seen?) {
        self.code = code
        self.read = read
    }

    func findings(in node: NodeJudgement) -> [Finding] {
        guard case .pod(let failure) = node.inspection.failure, let seen = read(failure) else { return [] }
        return [finding(node, Self.lines(seen.words), seen.arguments)]
    }

    /// What containerd and the API server say stands in one line, its cause at the end.
    private static func lines(_ words: String) -> [String] {
        words.split(whereSeparator: \.isNewline).suffix(5).map { String($0.prefix(1000)) }
    }
}
