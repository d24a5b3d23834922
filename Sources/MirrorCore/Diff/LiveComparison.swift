/// The mirrors that a cluster runs with beside those that a file gives it.
///
/// A header names files where the cluster has Secrets that bmctl made of them: they count as the same where both are
/// there, since what is in them cannot be told from here.
package struct LiveComparison: Equatable, Sendable {
    /// As the cluster spells them.
    package let running: [MirrorDraft]
    /// The same spelling; a file without a Secret to it stands as the header has it.
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
            Self.spell(draft.caCertPath, live?.caCertSecret, in: &spelled, \.caCertPath, \.caCertSecret)
            Self.spell(
                draft.pullCredentialConfigPath,
                live?.pullCredentialSecret,
                in: &spelled,
                \.pullCredentialConfigPath,
                \.pullCredentialSecret
            )
            return spelled
        }
    }

    private static func spell(
        _ path: String,
        _ live: String?,
        in draft: inout MirrorDraft,
        _ file: WritableKeyPath<MirrorDraft, String>,
        _ secret: WritableKeyPath<MirrorDraft, String>
    ) {
        guard !path.isEmpty else { return }
        if let live, !live.isEmpty { draft[keyPath: secret] = live } else { draft[keyPath: file] = path }
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
            for (key, value) in [
                ("caCertPath", draft.caCertPath), ("caCertSecretRef", draft.caCertSecret),
                ("pullCredentialConfigPath", draft.pullCredentialConfigPath),
                ("pullCredentialSecretRef", draft.pullCredentialSecret),
            ] where !value.isEmpty {
                fields.append("\(key): \(YAMLText.scalar(value))")
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
