/// The mirrors that a cluster runs with beside those that a file gives it.
///
/// A header names files where the cluster has Secrets that bmctl made of them: they count as the same where both are
/// there, since what is in them cannot be told from here.
package struct LiveComparison: Equatable, Sendable {
    /// As the cluster spells them.
    package let running: [MirrorDraft]
    /// The same spelling; a file without a Secret to it stands as its path.
    package let intended: [MirrorDraft]

    package init(running: [MirrorDraft], file: [MirrorDraft], at place: MirrorPlace) {
        let running = running.map { $0.fields(at: .spec) }
        self.running = running
        guard place == .header else {
            intended = file.map { $0.fields(at: .spec) }
            return
        }
        let matches = MirrorMatching.match(file.map(\.withoutMaterial), with: running.map(\.withoutMaterial))
        intended = zip(file, matches).map { draft, match in
            let live = match.map { running[$0] }
            var spelled = draft.withoutMaterial
            spelled.caCertSecret = Self.secret(live?.caCertSecret, path: draft.caCertPath)
            spelled.pullCredentialSecret = Self.secret(live?.pullCredentialSecret, path: draft.pullCredentialConfigPath)
            return spelled
        }
    }

    private static func secret(_ live: String?, path: String) -> String {
        guard !path.isEmpty else { return "" }
        return live.flatMap { $0.isEmpty ? nil : $0 } ?? path
    }

    package var isSame: Bool { running == intended }

    /// Both lists as texts that can be compared line by line.
    package func change(path: String) -> FileChange {
        FileChange(path: path, before: Self.text(running), after: Self.text(intended))
    }

    private static func text(_ mirrors: [MirrorDraft]) -> [UInt8] {
        guard !mirrors.isEmpty else { return [] }
        let lines = mirrors.flatMap { draft in
            var fields = ["endpoint: \(YAMLText.scalar(draft.url))"]
            if !draft.caCertSecret.isEmpty { fields.append("caCertSecretRef: \(YAMLText.scalar(draft.caCertSecret))") }
            if !draft.pullCredentialSecret.isEmpty {
                fields.append("pullCredentialSecretRef: \(YAMLText.scalar(draft.pullCredentialSecret))")
            }
            if !draft.hosts.isEmpty { fields += ["hosts:"] + draft.hosts.map { "- \(YAMLText.scalar($0))" } }
            return yamlItem(fields)
        }
        return Array((["registryMirrors:"] + lines).joined(separator: "\n").utf8) + [0x0A]
    }
}

extension MirrorDraft {
    /// Neither CA nor login.
    fileprivate var withoutMaterial: MirrorDraft {
        MirrorDraft(endpoint: endpoint, mirrorNamespace: mirrorNamespace, hosts: hosts)
    }
}
