import MirrorCore

/// The Docker config is still packed: a Secret's manifest, or the base64 out of one.
struct ConfigOfSecret: DiagnosisRule {
    let code = "MIR0317"
    let severity = Finding.Severity.error

    func findings(in report: ProbeReport) -> [Finding] {
        guard let (trouble, file) = report.dockerConfig([.secretManifest, .base64]) else { return [] }
        let new = shellWord((report.plan.pullCredentialConfigPath ?? "") + ".json")
        let isManifest = trouble.kind == .secretManifest
        let packed =
            isManifest
            ? "grep -o '\\.dockerconfigjson\"*: *\"*[A-Za-z0-9+/=]*' \(file) | sed 's/.*[: \"]//' | base64 -d"
            : "base64 -d \(file)"
        let seen = isManifest ? "kind: Secret, .dockerconfigjson" : "base64"
        let arguments = report.place(["seen": seen, "command": "(umask 077; \(packed) > \(new)) && mv \(new) \(file)"])
        return [finding([seen] + trouble.evidence, arguments, field: .pullCredentialConfigPath)]
    }
}
