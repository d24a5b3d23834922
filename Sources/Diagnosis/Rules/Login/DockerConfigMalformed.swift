import MirrorCore
import Texts

/// Go's JSON refuses the Docker config.
struct DockerConfigMalformed: DiagnosisRule {
    let code = "MIR0306"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard case .malformed(let trouble) = report.dockerConfig else { return [] }
        switch trouble?.kind {
        case .byteOrderMark, .wideCharacters, .secretManifest, .base64, .wrongType: return []
        default: break
        }
        let path = report.plan.pullCredentialConfigPath ?? ""
        // Braces of the sample cannot stand in a text.
        let braces = report.place(["open": "{", "close": "}"])
        let mend = Phrase("jsonMend.\(trouble?.kind.rawValue ?? DockerConfigTrouble.Kind.otherText.rawValue)", braces)
        let evidence = [path] + (trouble?.evidence ?? [])
        return [
            Finding(
                code: code,
                severity: severity,
                evidence: evidence,
                arguments: braces,
                parts: ["mend": mend],
                field: .pullCredentialConfigPath
            )
        ]
    }
}

extension ProbeReport {
    /// What is wrong with the Docker config, when that is of this kind, and the path as a shell takes it.
    func dockerConfig(_ kinds: Set<DockerConfigTrouble.Kind>) -> (trouble: DockerConfigTrouble, file: String)? {
        guard case .malformed(let trouble?) = dockerConfig, kinds.contains(trouble.kind) else { return nil }
        return (trouble, shellWord(plan.pullCredentialConfigPath ?? ""))
    }
}
