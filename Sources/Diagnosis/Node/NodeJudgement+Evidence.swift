import Containerd
import GoData
import MirrorCore

extension NodeRule {
    /// At most ten lines of foreign text, each of at most 200 characters; OpenSSH's frames of `@` left out.
    static func lines(_ text: String) -> [String] {
        let lines = text.split(whereSeparator: \.isNewline).map { String($0.prefix(200)) }
        return Array(lines.filter { line in line.contains { $0 != "@" && !$0.isWhitespace } }.prefix(10))
    }
}

extension NodeJudgement {
    /// CA files that an attempt names, without those of the system.
    var usedCAFiles: [String] {
        var files: Set<String> = []
        for attempt in attempts { files.formUnion(attempt.endpoint.tls.caFiles ?? []) }
        return files.sorted()
    }

    /// What its files lack for a judgement.
    package var treeFindings: [Finding] {
        TreeWithoutNode().findings(in: self) + EnvironmentFileMissing().findings(in: self)
    }

    package var proxyFindings: [Finding] { ProxyCoversMirror().findings(in: self) }

    /// What makes two spellings the same mirror: scheme, address, port and path.
    static func address(_ endpoint: MirrorEndpoint) -> String {
        let path = endpoint.mirrorNamespace.map { "/v2/" + $0 } ?? "/v2"
        return "\(endpoint.scheme.rawValue)://\(endpoint.host):\(endpoint.effectivePort)\(path)"
    }

    static func address(_ attempt: PullAttempt) -> String {
        let endpoint = attempt.endpoint
        let hasPort = GoText.splitHostPort(endpoint.host) != nil
        let host = hasPort ? endpoint.host : "\(endpoint.host):\(endpoint.scheme == "https" ? 443 : 80)"
        return "\(endpoint.scheme)://\(host)\(GoPath.clean(endpoint.path))"
    }
}
