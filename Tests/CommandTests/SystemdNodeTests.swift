import Foundation
import TestSupport
import Testing

/// A node that a real systemd has booted: its unit, its drop-in and its journal, through the collector.
@Suite(
    .daemons,
    .enabled(if: SystemdNode.isPossible, "needs root, systemd-nspawn that works, openssh-server and containerd")
)
struct SystemdNodeTests {
    private func inspected(_ node: SystemdNode) throws -> (all: Tool.Result, node: [String: Any], codes: [String]) {
        let result = try node.mirrorctl([
            "node", "--node", "10.88.0.1", "--ssh-config", node.sshConfig, "--output", "json",
        ])
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let found = try #require((object?["nodes"] as? [[String: Any]])?.first, "\(result.output) \(result.errors)")
        let codes = ((found["findings"] as? [[String: Any]]) ?? []).compactMap { $0["code"] as? String }
        #expect(!(result.output + result.errors).contains("seeded-secret"))
        return (result, found, codes)
    }

    @Test func unitDropInAndJournal() async throws {
        let node = try await offPool { UncheckedNode(try SystemdNode()) }.value
        defer { node.stop() }
        #expect(try node.ssh("systemctl is-system-running").output == "running\n")
        var (_, found, codes) = try inspected(node)
        #expect(found["unit"] as? String == "active")
        #expect(found["containerdVersion"] as? String != nil && found["versionOrigin"] as? String == "installed")
        // The drop-in's proxy covers the mirror, and that is what the daemon does: nobody listens there.
        #expect(codes == ["MIR0821"], "\(found)")
        let pull = try node.ssh("cri-pull gcr.io/library/none:1")
        #expect(pull.status != 0 && pull.output.contains("10.88.0.9:3128"), "\(pull.output)")
        let journal = try inspected(node)
        #expect(journal.codes == ["MIR0821", "MIR0824"])
        #expect(journal.all.output.contains("10.88.0.9:3128") && journal.all.output.contains("trying next host"))
        // What was there shows in the attempts too: the proxy cannot be reached.
        let why = try node.mirrorctl([
            "why", "gcr.io/library/none:1", "--node", "10.88.0.1", "--live", "--ssh-config", node.sshConfig,
        ])
        #expect(why.status == 1 && why.output.contains("MIR0122"), "\(why.output) \(why.errors)")
        #expect(!(why.output + why.errors).contains("seeded-secret"))

        // A file that changed after the start; then a unit that stopped, and one that fails.
        _ = try node.ssh("sleep 1; touch /etc/containerd/config.toml")
        #expect(try inspected(node).codes.contains("MIR0815"))
        _ = try node.ssh("systemctl stop containerd")
        (_, found, codes) = try inspected(node)
        #expect(found["unit"] as? String == "inactive" && codes.contains("MIR0813"))
        let broken = "echo '[[' >>/etc/containerd/config.toml; systemctl start containerd; "
        _ = try node.ssh(broken + "for i in $(seq 50); do systemctl is-failed containerd && break; sleep 0.1; done")
        (_, found, codes) = try inspected(node)
        #expect(["failed", "activating"].contains(found["unit"] as? String ?? ""), "\(found)")
        #expect(codes.contains("MIR0813"))
    }
}

/// Made on one thread and used on another, never on both.
private struct UncheckedNode: @unchecked Sendable {
    let value: SystemdNode

    init(_ value: SystemdNode) { self.value = value }
}
