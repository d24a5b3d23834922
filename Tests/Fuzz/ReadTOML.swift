import Containerd
import Diagnosis
import MirrorCore
import TOML

private let versions = ["1.6.0", "1.7.34", "2.0.11", "2.1.4", "2.3.4"].compactMap { ContainerdVersion($0) }
private let main =
    "version = 2\nimports = [\"conf.d/*.toml\"]\n[plugins.'io.containerd.grpc.v1.cri'.registry]\nconfig_path = '/certs.d'\n"

/// The bytes as config.toml, as a file that it imports and as hosts.toml, for each containerd.
func readTOML(_ bytes: [UInt8]) {
    for dialect in [TOMLDialect.standard, .goTOMLv1, .goTOMLv2] {
        _ = try? TOMLDocument(bytes: bytes, dialect: dialect)
    }
    var own = NodeTree()
    own.add("/etc/containerd/config.toml", .file(bytes))
    own.add("/etc/containerd/conf.d/a.toml", .file(bytes))
    own.add("/etc/containerd/certs.d/gcr.io/hosts.toml", .file(bytes))
    var others = NodeTree(["/etc/containerd/config.toml": main])
    others.add("/etc/containerd/conf.d/a.toml", .file(bytes))
    others.add("/certs.d/gcr.io/hosts.toml", .file(bytes))
    for version in versions {
        explain(own, version)
        explain(others, version)
    }
    let report = NodeReport(gathering: own)
    _ = SecretScan.secrets(inFiles: report.files.contents)
    _ = report.redacted(known: .none)
}

private func explain(_ files: NodeTree, _ version: ContainerdVersion) {
    guard var explainer = try? PullExplainer(version: version, files: files),
        let plan = try? explainer.explain("gcr.io/a/b:1")
    else { return }
    _ = PullJudge(explainer).findings(for: plan)
    _ = (plan.verdict, plan.podError(everyoneAnswering: .unauthorized))
    for attempt in plan.attempts.prefix(3) { _ = plan.outcome(of: attempt, answering: .html) }
}
