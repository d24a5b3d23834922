import Diagnosis
import MirrorCore
import Texts

/// What is wrong with a field that is no mirror's: the field, and what to type instead.
package struct FieldIssue: Equatable, Sendable {
    package let field: FieldID
    package let problem: Phrase
    package let fix: Phrase
}

extension WizardState {
    /// Everything that keeps a push from beginning, but for what is still missing.
    package var pushIssues: [FieldIssue] { registryIssues + optionIssues + signatureIssues }

    private var registryIssues: [FieldIssue] {
        let text = pushRegistry.trimmingBlanks
        guard !text.isEmpty else { return [] }
        func issue(_ problem: Phrase, _ fix: Phrase) -> FieldIssue {
            FieldIssue(field: .pushRegistry, problem: problem, fix: fix)
        }
        do throws(PushAddressError) {
            _ = try MirrorEndpoint(pushTarget: text, isHTTP: pushIsHTTP)
            return []
        } catch {
            switch error {
            case .scheme(let fixed):
                return [issue(Phrase("pushTarget.scheme"), Phrase("pushTarget.type", ["fixed": fixed]))]
            case .v2(let fixed): return [issue(Phrase("pushTarget.v2"), Phrase("pushTarget.type", ["fixed": fixed]))]
            case .slashes(let fixed):
                return [issue(Phrase("pushTarget.slashes"), Phrase("pushTarget.type", ["fixed": fixed]))]
            case .invalid(let issues): return issues.map { issue($0.problem, $0.fix) }
            }
        }
    }

    private var optionIssues: [FieldIssue] {
        var issues: [FieldIssue] = []
        func add(_ field: FieldID, _ name: String) {
            issues.append(
                FieldIssue(field: field, problem: Phrase("pushTarget.\(name)"), fix: Phrase("pushTarget.\(name)Fix"))
            )
        }
        let threads = answers.push.threads.trimmingBlanks
        if !threads.isEmpty, !(Int(threads).map { (1...32).contains($0) } ?? false) { add(.pushThreads, "threads") }
        let rate = answers.push.limitRate.trimmingBlanks
        if !rate.isEmpty, byteCount(parsing: rate) == nil { add(.pushLimitRate, "rate") }
        // The mirror's login is not meant for plain HTTP; one that was typed here is.
        if pushIsHTTP, answers.push.dockerConfigPath?.trimmingBlanks.isEmpty == false {
            add(.pushDockerConfig, "loginOverHTTP")
        }
        let user = answers.push.username.trimmingBlanks
        if user.contains(":") { add(.pushUser, "user") }
        if !user.isEmpty, pushIsHTTP { add(.pushUser, "userOverHTTP") }
        if !user.isEmpty, push.password.isEmpty { add(.pushPassword, "password") }
        if user.isEmpty, !push.password.isEmpty { add(.pushUser, "noUser") }
        if !user.isEmpty, answers.push.dockerConfigPath?.trimmingBlanks.isEmpty == false {
            add(.pushUser, "twoLogins")
        }
        return issues
    }

    private var signatureIssues: [FieldIssue] {
        let (file, key) = (answers.push.signature.trimmingBlanks, answers.push.publicKey.trimmingBlanks)
        guard file.isEmpty != key.isEmpty else { return [] }
        return [
            FieldIssue(
                field: file.isEmpty ? .pushSignature : .pushPublicKey,
                problem: Phrase("pushPackage.half"),
                fix: Phrase("pushPackage.halfFix")
            )
        ]
    }
}
