import Diagnosis
import Foundation
import TestSupport

/// What a rehearsed push meets.
let pushFronts: [Front] = [
    rehearsal("tls", []),
    rehearsal("front-push", [], "a proxy without a limit"),
    rehearsal("basic", [], "with a login") { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    rehearsal("token", [], "with a login") { plan, lab in plan.pullCredentialConfigPath = lab.dockerConfigPath },
    rehearsal("http", [], "plain HTTP, as typed"),
    rehearsal("token", ["MIR0601"], "a project this user may only pull from") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "pull-only")
    },
    rehearsal("front-get-only", ["MIR0602"], "nothing was sent, as nobody asked"),
    rehearsal("raw-push-login", ["MIR0602"]),
    rehearsal("raw-push-login", ["MIR0601"], "a login that is refused") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
    },
    rehearsal("readonly", ["MIR0603"]),
    rehearsal("raw-no-project", ["MIR0604"]),
    rehearsal("front-small-body", ["MIR0609"], "a push sends less at a time"),
    rehearsal("front-tiny-body", ["MIR0605"], "not even the smallest chunk"),
    rehearsal("front-uploads-elsewhere", ["MIR0606"], "another host without TLS"),
    rehearsal("front-good", ["MIR0609", "MIR0610"], "nginx as it comes"),
    rehearsal("token", ["MIR0607"], "no right to delete") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "no-delete")
    },
    rehearsal("raw-disk-full", ["MIR0608"]),
]

private func rehearsal(
    _ server: String,
    _ codes: [String],
    _ note: String = "",
    _ change: @escaping @Sendable (inout ProbePlan, Lab) throws -> Void = { _, _ in }
) -> Front {
    Front(server, codes, "push: " + note) { plan, lab in
        plan.rehearsesPush = true
        try change(&plan, lab)
    }
}
