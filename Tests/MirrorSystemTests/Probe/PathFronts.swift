import Diagnosis
import Foundation
import TestSupport

/// Registries, namespaces and projects that are not where the endpoint leads.
let pathFronts: [Front] = [
    typed("/mirror", "mirror", ["MIR0410"]),
    typed("/mirror/", "mirror", ["MIR0410"]),
    typed("/v2/v2/mirror", "mirror", ["MIR0411"]),
    typed("/v2/mirror/", "mirror", ["MIR0412"]),
    typed("/", nil, ["MIR0412", "MIR0408"]),
    typed("/v2", nil, ["MIR0413", "MIR0408"]),
    Front("front-below", ["MIR0414"], "the namespace stands before /v2") { plan, _ in plan.move(namespace: "mirror") },
    Front("front-below", ["MIR0402"], "another namespace") { plan, _ in plan.move(namespace: "team") },
    Front("tls", ["MIR0408"], "pushed with /v2 as a part of the name") { plan, _ in
        plan.move(namespace: "stray")
        plan.images = ["gcr.io/tool:1"]
    },
    Front("tls", ["MIR0408"], "pushed below the registry host") { plan, _ in
        plan.move(namespace: "nowhere")
        plan.images = ["gcr.io/astray/tool:1"]
    },
    Front("raw-harbor", ["MIR0330"], "no such project") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "absent")
        plan.images = [image]
    },
    Front("raw-harbor", ["MIR0502"], "no right in a project that is there") { plan, lab in
        plan.pullCredentialConfigPath = lab.dockerConfigPath
        plan.move(namespace: "present")
        plan.images = [image]
    },
    Front("raw-project-gone", ["MIR0330"], "the registry says so") { plan, _ in
        plan.move(namespace: "absent")
        plan.images = [image]
    },
]

private let image = "gcr.io/anthos-baremetal-release/pause:3.9"

private func typed(_ path: String, _ namespace: String?, _ codes: [String]) -> Front {
    Front("tls", codes, "typed with \(path)") { plan, lab in
        plan.typedPath = TypedPath(lab.url("tls") + path)
        plan.move(namespace: namespace)
        plan.images = [image]
    }
}
