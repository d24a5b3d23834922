/// What is at a path of the header, on this workstation.
package struct PathFact: Equatable, Sendable {
    package enum State: String, Equatable, Sendable, CaseIterable {
        case file, missing, folder, unreadable
    }

    /// `caCertPath`, `sshPrivateKeyPath`; several keys with commas.
    package let key: String
    package let path: String
    package let state: State

    package init(key: String, path: String, state: State) {
        self.key = key
        self.path = path
        self.state = state
    }
}

extension IntendedEdit {
    /// The paths that bmctl would open, of the header and of the mirrors to be written into it; those that it cannot
    /// use as they stand are left out.
    package var pathsToCheck: [(key: String, path: String)] {
        guard place == .header else { return [] }
        var paths = (config.header?.paths ?? []).map { (key: $0.key, path: $0.path) }
        for draft in intended {
            if !draft.caCertPath.isEmpty { paths.append(("caCertPath", draft.caCertPath)) }
            if !draft.pullCredentialConfigPath.isEmpty {
                paths.append(("pullCredentialConfigPath", draft.pullCredentialConfigPath))
            }
        }
        return paths.filter { HeaderPathProblem($0.path) == nil }
    }
}

/// Why bmctl cannot use a path as it stands.
enum HeaderPathProblem: String, CaseIterable {
    /// `<path to GCR service account key>`
    case placeholder
    /// `~` and `$HOME`, which bmctl does not expand.
    case notExpanded

    init?(_ path: String) {
        if path.contains("<") || path.contains(">") {
            self = .placeholder
        } else if path.hasPrefix("~") || path.contains("$") {
            self = .notExpanded
        } else {
            return nil
        }
    }
}
