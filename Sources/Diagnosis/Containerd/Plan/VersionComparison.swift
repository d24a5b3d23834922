import Containerd
import Texts

/// What the same files do on another containerd version.
package enum VersionComparison {
    /// More than is read here: whether containerd starts is not known.
    static let limitCode = "MIR0833"

    /// - Parameter plan: for the version asked about.
    /// - Parameter present: the version the node has now.
    package static func findings(
        for plan: PullPlan,
        present: ContainerdVersion,
        files: any NodeFiles,
        configPath: String = ContainerdConfig.defaultPath,
        isConfigNamed: Bool = false
    ) -> [Finding] {
        guard present != plan.rules.version,
            var explainer = try? PullExplainer(
                version: present,
                files: files,
                configPath: configPath,
                isConfigNamed: isConfigNamed
            ),
            let today = try? explainer.explain(plan.image)
        else { return [] }
        let changes = changes(from: today, to: plan)
        guard !changes.isEmpty else { return [] }
        let arguments = ["present": "\(present)", "other": "\(plan.rules.version)"]
        return [Finding(code: "MIR0712", severity: .warning, evidence: changes, arguments: arguments)]
    }

    /// Lines of the attempts that differ, `-` before and `+` after.
    package static func changes(from before: PullPlan, to after: PullPlan) -> [String] {
        let old = before.attempts.map(line)
        let new = after.attempts.map(line)
        guard old != new else { return [] }
        return old.map { "- " + $0 } + new.map { "+ " + $0 }
    }

    /// What makes two attempts the same to a registry.
    package static func line(_ attempt: PullAttempt) -> String {
        let tls = attempt.tls.map { Catalogue.english($0) }.joined(separator: "; ")
        let asked = attempt.isAskedForName ? "" : " (layers only)"
        return "\(attempt.resolveURL) [\(tls)]\(asked)"
    }

    package static func doesNotStart(_ error: PullExplainer.StartError, version: ContainerdVersion) -> Finding {
        if case .config(.notThere(let file)) = error {
            return Finding(code: "MIR0716", severity: .error, evidence: ["--config \(file)"], arguments: ["file": file])
        }
        return Finding(
            code: error.isOurLimit ? limitCode : error.isCRIOnly ? "MIR0720" : "MIR0714",
            severity: .error,
            evidence: [Catalogue.english(error.phrase)],
            arguments: ["version": "\(version)", "reason": Catalogue.english(error.phrase)]
        )
    }
}
