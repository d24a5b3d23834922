import Diagnosis
import MirrorCore
import Texts

/// F5, where what is wrong holds the value that mends it.
extension WizardState {
    /// Puts the value into the answer of the current mirror that F5 would go to.
    ///
    /// - Returns: whether there is one.
    mutating func mend() -> Bool {
        let before = mirror
        if let issue = issuesOfCurrentMirror.first {
            guard let value = issue.remedy else { return false }
            put(value, for: issue)
        } else {
            let finding = findings.first { $0.field != nil && $0.severity != .info }
            guard let mended = finding?.mended(mirror) else { return false }
            mirror = mended
        }
        guard mirror != before else { return false }
        cursor = min(cursor, focusedText.count)
        notice = Phrase("notice.mended", ["url": printable(mirror.url)])
        return true
    }

    private mutating func put(_ value: String, for issue: ValidationIssue) {
        switch issue.field {
        case .endpoint: mirror.endpoint = value
        case .mirrorNamespace: mirror.mirrorNamespace = value
        case .caCertPath: mirror.caCertPath = value
        case .pullCredentialConfigPath: mirror.pullCredentialConfigPath = value
        case .caCertSecret: mirror.caCertSecret = value
        case .pullCredentialSecret: mirror.pullCredentialSecret = value
        case .hosts:
            guard let host = issue.arguments["host"] else { return }
            let others = mirror.hosts.filter { $0 != value }
            mirror.hosts = others.map { $0 == host ? value : $0 }
        case .clusterConfig: break
        }
    }
}
