import Texts

/// What a text is that does not speak of a pull, as far as its words show it.
package struct OtherText: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Equatable, Sendable {
        case empty, compressed, utf16
        /// kubelet waits before the next pull, and does not say why the last one failed.
        case backOff
        /// A container whose image had been pulled before, and is none.
        case unpacking
        case container, sandbox, scheduling, mount, noRuntime
        case kernel, docker, crio, accessLog, podTable, config
    }

    package let kind: Kind
    /// From 1.
    package let line: Int

    package init(kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }

    package var phrase: Phrase { Phrase("otherText.\(kind.rawValue)", ["line": "\(line)"]) }

    /// Texts that say where what was logged of a pull is found.
    package static let lookFor = ["trace.lookFor", "trace.lookForNode", "trace.lookForPod", "trace.lookForPull"]

    /// More lines are not looked at: what a text is shows at its beginning.
    private static let lines = 100_000

    /// What it is, the most telling first; empty where nothing is known.
    package static func kinds(of text: String) -> [OtherText] {
        if text.utf8.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 }) {
            return [OtherText(kind: .empty, line: 1)]
        }
        let start = Array(text.utf8.prefix(512))
        // A gzip or zstd file is no UTF-8; what is left of its magic number is enough.
        if start.starts(with: [0x1F]) || start.starts(with: Array("(\u{FFFD}/\u{FFFD}".utf8))
            || start.starts(with: Array("\u{FFFD}7zXZ".utf8))
        {
            return [OtherText(kind: .compressed, line: 1)]
        }
        if start.filter({ $0 == 0 }).count * 3 > start.count { return [OtherText(kind: .utf16, line: 1)] }
        var found: [Kind: Int] = [:]
        var count = 0
        LogText.eachPart(text) { number, bytes in
            count += 1
            guard count <= lines, let index = words.first(in: bytes) else { return }
            let kind = table[index].1
            found[kind] = min(number, found[kind] ?? number)
        }
        return Kind.allCases.compactMap { kind in found[kind].map { OtherText(kind: kind, line: $0) } }
    }

    private static let table: [(String, Kind)] = [
        ("Back-off pulling image", .backOff), ("ImagePullBackOff", .backOff), ("ErrImagePull", .backOff),
        ("create containerd container: error unpacking image", .unpacking),
        ("create containerd container", .container), ("CreateContainerError", .container),
        ("CreateContainerConfigError", .container), ("create containerd task", .container),
        ("RunContainerError", .container), ("CrashLoopBackOff", .container),
        ("restarting failed container", .container),
        ("OCI runtime create failed", .container), ("exec format error", .container), ("OOMKilled", .container),
        ("probe failed", .container), ("failed to start container", .container),
        ("FailedCreatePodSandBox", .sandbox), ("create pod sandbox", .sandbox),
        ("cni plugin not initialized", .sandbox),
        ("FailedScheduling", .scheduling), ("nodes are available", .scheduling),
        ("FailedMount", .mount), ("MountVolume", .mount), ("FailedAttachVolume", .mount),
        ("unknown service runtime", .noRuntime), ("containerd.sock: connect", .noRuntime),
        (" kernel: ", .kernel), ("Linux version ", .kernel), ("audit(", .kernel), ("] audit: ", .kernel),
        ("dockerd[", .docker), ("Error response from daemon", .docker), ("crio[", .crio),
        ("\"GET /v2/", .accessLog), ("\"HEAD /v2/", .accessLog),
        ("READY   STATUS", .podTable),
        ("[plugins.", .config), ("[host.\"", .config), ("registryMirrors:", .config), ("[registry", .config),
    ]

    private static let words = ByteWords(table.map(\.0))
}
