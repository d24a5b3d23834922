/// What validation makes of a list of drafts.
package enum ValidatedMirrors: Equatable, Sendable {
    case valid([RegistryMirror])
    /// At least one issue, in the order of mirrors and fields.
    case invalid([ValidationIssue])

    package var issues: [ValidationIssue] {
        if case .invalid(let issues) = self { issues } else { [] }
    }

    package var mirrors: [RegistryMirror]? {
        if case .valid(let mirrors) = self { mirrors } else { nil }
    }
}

/// Checks every field of every mirror; the only place where a `RegistryMirror` is made.
///
/// Only the fields of `place` count: what was typed for the other spelling stays in the draft, unread.
package func validate(_ drafts: [MirrorDraft], for place: MirrorPlace) -> ValidatedMirrors {
    var hosts = HostChecks()
    return validate(drafts, for: place, knowing: &hosts)
}

/// - Parameter hosts: those that were checked before, and afterwards these, too.
package func validate(
    _ drafts: [MirrorDraft],
    for place: MirrorPlace,
    knowing hosts: inout HostChecks
) -> ValidatedMirrors {
    var issues: [ValidationIssue] = []
    var mirrors: [RegistryMirror] = []
    var known: Set<MirrorEndpoint> = []
    for (index, draft) in drafts.enumerated() {
        var check = MirrorCheck(index: index, draft: draft)
        if let mirror = check.mirror(for: place, &hosts) {
            if !known.insert(mirror.endpoint).inserted {
                check.report(.endpoint, "endpoint.duplicate", ["endpoint": mirror.endpoint.url])
            }
            mirrors.append(mirror)
        }
        issues += check.issues
    }
    return issues.isEmpty ? .valid(mirrors) : .invalid(issues)
}

/// The checks of one mirror.
private struct MirrorCheck {
    let index: Int
    let draft: MirrorDraft
    var issues: [ValidationIssue] = []

    mutating func report(_ field: DraftField, _ id: String, _ arguments: [String: String] = [:]) {
        issues.append(ValidationIssue(mirror: index, field: field, id: id, arguments: arguments))
    }

    mutating func mirror(for place: MirrorPlace, _ known: inout HostChecks) -> RegistryMirror? {
        let endpoint = endpoint()
        let hosts = checkHosts(&known)
        let caCert: MaterialSource?
        let pullCredential: MaterialSource?
        switch place {
        case .header:
            caCert = path(draft.caCertPath, .caCertPath).map(MaterialSource.file)
            pullCredential = path(draft.pullCredentialConfigPath, .pullCredentialConfigPath).map(MaterialSource.file)
        case .spec:
            caCert = secret(draft.caCertSecret, .caCertSecret).map(MaterialSource.secret)
            pullCredential = secret(draft.pullCredentialSecret, .pullCredentialSecret).map(MaterialSource.secret)
        }
        if caCert != nil, endpoint?.scheme == .http {
            report(place == .header ? .caCertPath : .caCertSecret, "ca.withoutTLS")
        }
        guard issues.isEmpty, let endpoint else { return nil }
        return RegistryMirror(
            endpoint: endpoint,
            hosts: hosts,
            caCert: caCert,
            pullCredential: pullCredential
        )
    }

    private mutating func endpoint() -> MirrorEndpoint? {
        let typedNamespace = draft.mirrorNamespace
        var namespaceIsGood = true
        if let problem = NamespaceSyntax.problem(in: typedNamespace) {
            report(.mirrorNamespace, problem.id, problem.arguments)
            namespaceIsGood = false
        }
        let syntax: EndpointSyntax
        do {
            syntax = try EndpointSyntax(draft.endpoint)
        } catch {
            report(.endpoint, error.id, error.arguments)
            return nil
        }
        if let inEndpoint = syntax.namespace {
            if let problem = NamespaceSyntax.problem(in: inEndpoint) {
                var arguments = problem.arguments
                let root = MirrorEndpoint(scheme: syntax.scheme, host: syntax.host, port: syntax.port).rootURL
                // It stands in the endpoint: that is what is to be typed.
                if let fixed = arguments["fixed"] { arguments["fixed"] = "\(root)/v2/\(fixed)" }
                report(.endpoint, problem.id, arguments)
                return nil
            }
            if !typedNamespace.isEmpty, inEndpoint != typedNamespace {
                report(
                    .mirrorNamespace,
                    "namespace.conflict",
                    ["inEndpoint": inEndpoint, "namespace": typedNamespace]
                )
                return nil
            }
        }
        guard namespaceIsGood else { return nil }
        return MirrorEndpoint(
            scheme: syntax.scheme,
            host: syntax.host,
            port: syntax.port,
            mirrorNamespace: syntax.namespace ?? (typedNamespace.isEmpty ? nil : typedNamespace)
        )
    }

    private mutating func checkHosts(_ known: inout HostChecks) -> [RegistryHost] {
        var seen: Set<String> = []
        var hosts: [RegistryHost] = []
        for host in draft.hosts {
            let check = known[host]
            if let problem = check.problem {
                report(.hosts, problem, check.arguments)
            } else if !seen.insert(host).inserted {
                report(.hosts, "host.duplicate", ["host": host])
            }
            if let host = check.host { hosts.append(host) }
        }
        return hosts
    }

    private mutating func path(_ text: String, _ field: DraftField) -> String? {
        guard !text.isEmpty else { return nil }
        if text.hasPrefix("~") || text.contains("$") {
            // bmctl hands the text to the file system as it is.
            report(field, "path.notExpanded", ["path": text])
        } else if text.contains("<") || text.contains(">") {
            report(field, "path.placeholder", ["path": text])
        } else if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            report(field, "path.control")
        } else if text.first == " " || text.last == " " {
            report(field, "path.blanks", ["fixed": text.trimmingBlanks])
        } else if text.hasSuffix("/") {
            report(field, "path.folder", ["path": text])
        }
        return text
    }

    private mutating func secret(_ text: String, _ field: DraftField) -> SecretReference? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, SecretSyntax.isName(parts[0]) {
            report(field, "secret.noNamespace", ["fixed": "anthos-creds/\(text)"])
            return nil
        }
        guard parts.count == 2, SecretSyntax.isNamespace(parts[0]), SecretSyntax.isName(parts[1]) else {
            report(field, "secret.form", ["text": text])
            return nil
        }
        return SecretReference(namespace: parts[0], name: parts[1])
    }
}

extension String {
    /// Without the blanks around it.
    package var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
