import Diagnosis
import Texts

/// Everything the operator has answered about an upgrade, as typed.
package struct UpgradeAnswers: Equatable, Sendable, Codable {
    package var target = ""
    package var package = ""
    /// Of the release that the step goes over.
    package var between = ""
    package var live = ""
    package var reports = ""
    /// Empty for the usual.
    package var within = ""
    /// Files with what the cluster config file only names as Secrets.
    package var caCertPath = ""
    package var dockerConfigPath = ""

    package init() {}

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func text(_ key: CodingKeys) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
        target = try text(.target)
        package = try text(.package)
        between = try text(.between)
        live = try text(.live)
        reports = try text(.reports)
        within = try text(.within)
        caCertPath = try text(.caCertPath)
        dockerConfigPath = try text(.dockerConfigPath)
    }
}

extension WizardState {
    /// What keeps the look from beginning, but for what is still missing.
    var upgradeIssues: [FieldIssue] {
        var issues: [FieldIssue] = []
        func add(_ field: FieldID, _ name: String) {
            issues.append(
                FieldIssue(field: field, problem: Phrase("upgrade.\(name)"), fix: Phrase("upgrade.\(name)Fix"))
            )
        }
        let (target, within) = (answers.upgrade.target.trimmingBlanks, answers.upgrade.within.trimmingBlanks)
        if !target.isEmpty, UpgradeTarget(target) == nil { add(.upgradeTarget, "badTarget") }
        if !within.isEmpty, ReadyQuestion.days(within) == nil { add(.upgradeWithin, "badWithin") }
        return issues
    }

    /// What would be asked; `nil` while something is missing or wrong.
    package var readyQuestion: ReadyQuestion? {
        let typed = answers.upgrade
        let config = answers.clusterConfigPath.trimmingBlanks
        guard upgradeIssues.isEmpty, !config.isEmpty, let target = UpgradeTarget(typed.target.trimmingBlanks) else {
            return nil
        }
        var question = ReadyQuestion(target: target, clusterConfigPath: config)
        question.packages = [typed.package, typed.between].map(\.trimmingBlanks).filter { !$0.isEmpty }
        func path(_ text: String) -> String? { text.trimmingBlanks.isEmpty ? nil : text.trimmingBlanks }
        question.live = path(typed.live).map { .saved(path: $0) }
        question.reports = path(typed.reports)
        question.days = ReadyQuestion.days(typed.within.trimmingBlanks) ?? ReadyQuestion.usualDays
        if namesSecrets {
            question.caCertPath = path(typed.caCertPath)
            question.dockerConfigPath = path(typed.dockerConfigPath)
        }
        return question
    }

    /// The file's mirrors have a CA or a login that only the managing cluster holds.
    var namesSecrets: Bool {
        guard let config = clusterConfig else { return false }
        return config.registryMirrors(at: config.mirrorPlace).contains {
            !$0.caCertSecret.isEmpty || !$0.pullCredentialSecret.isEmpty
        }
    }
}
