import Containerd
import MirrorCore

@testable import Diagnosis

/// A good node, and for every rule one that is wrong in that way alone.
enum NodeSamples {
    static let now: Int64 = 1_790_000_000
    private static let mirror = "https://10.0.0.5:5000"
    private static let caPath = "/etc/containerd/certs.d/10.0.0.5:5000/ca.crt"

    static func ca(_ fingerprint: String = "AA", notAfter: Int64 = now + 86_400 * 300) -> CertificateFacts {
        CertificateFacts(
            subject: "CN=lab",
            issuer: "CN=lab",
            notBefore: now - 86_400,
            notAfter: notAfter,
            sha256Fingerprint: fingerprint,
            isCA: true
        )
    }

    static func expected(endpoint: String = "https://10.0.0.5:5000") -> ExpectedMirrors? {
        let draft = MirrorDraft(endpoint: endpoint, hosts: ["docker.io"])
        guard let mirrors = validate([draft], for: .header).mirrors else { return nil }
        return ExpectedMirrors(mirrors: mirrors, caFingerprints: ["10.0.0.5:5000": ["AA"]])
    }

    static func config(_ endpoint: String = mirror) -> String {
        let registry = "plugins.\"io.containerd.grpc.v1.cri\".registry"
        return """
            version = 2
            [\(registry).configs."10.0.0.5:5000".tls]
              ca_file = "\(caPath)"
            [\(registry).mirrors."docker.io"]
              endpoint = ["\(endpoint)"]
            [\(registry).mirrors."gcr.io"]
              endpoint = ["\(endpoint)"]

            """
    }

    static func report(_ config: String = config()) -> NodeReport {
        // The engine looks for a CERTIFICATE that is a DER sequence.
        let pem = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"
        var report = NodeReport()
        report.facts = ["node": "n1", "clock": "\(now)", "unit": "active", "uid": "0"]
        report.outputs["version"] = "containerd containerd.io 1.7.34 abc"
        report.outputs["space"] = "/dev/vda 264212084 17261284 81804328 18% /var/lib/containerd\n"
        report.files.add("/etc/containerd", .directory(["config.toml", "certs.d"]))
        report.files.add("/etc/containerd/config.toml", .file(Array(config.utf8)))
        report.files.add(caPath, .file(Array(pem.utf8)))
        return report
    }

    static func inspection(_ report: NodeReport = report()) -> NodeInspection {
        var inspection = NodeInspection(target: "10.0.0.11", outcome: .report(report), now: now)
        inspection.askedAt = now
        inspection.certificates[caPath] = [ca()]
        inspection.expected = expected()
        return inspection
    }

    private static func changed(_ change: (inout NodeReport) -> Void) -> NodeInspection {
        var report = report()
        change(&report)
        return inspection(report)
    }

    private static func changedDump() -> NodeReport {
        var report = report()
        report.outputs["dump"] = config("https://10.0.0.6:5000")
        return report
    }

    private static func changedInspection(_ change: (inout NodeInspection) -> Void) -> NodeInspection {
        var inspection = inspection()
        change(&inspection)
        return inspection
    }

    private static func failed(_ failure: NodeFailure) -> NodeInspection {
        NodeInspection(target: "10.0.0.11", outcome: .failure(failure), now: now)
    }

    static let byCode: [String: NodeInspection] = [
        "MIR0801": failed(
            NodeFailure(status: 255, errors: "ssh: connect to host 10.0.0.11 port 22: Connection timed out")
        ),
        "MIR0802": failed(
            NodeFailure(
                status: 255,
                errors:
                    "@@@@@@@@\r\n@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\r\nHost key verification failed."
            )
        ),
        "MIR0803": failed(NodeFailure(status: 255, errors: "Host key verification failed.")),
        "MIR0804": failed(NodeFailure(status: 255, errors: "root@10.0.0.11: Permission denied (publickey).")),
        "MIR0805": failed(.timedOut(seconds: 30)),
        "MIR0806": failed(NodeFailure(status: 127, errors: "sh: not found")),
        "MIR0807": failed(.report(.noReport(seen: "This account is closed."))),
        "MIR0808": failed(.report(.tooLarge)),
        "MIR0809": failed(.report(.malformed(line: 3))),
        "MIR0830": failed(.report(.beyond(.names, line: 10_007))),
        "MIR0810": changed { $0.noise = "Welcome!" },
        "MIR0834": changed {
            $0.files.add("/etc/containerd/certs.d/gcr.io/hosts.toml", .failed(.other("input/output error")))
        },
        "MIR0811": changed { $0.files.add("/etc/containerd/certs.d/gcr.io", .denied) },
        "MIR0812": {
            var report = NodeReport()
            report.facts = ["clock": "\(now)"]
            report.files.add("/etc/containerd", .absent)
            report.files.add("/etc/docker/certs.d", .absent)
            return NodeInspection(target: "10.0.0.11", outcome: .report(report), now: now)
        }(),
        "MIR0813": changed { $0.facts["unit"] = "failed" },
        "MIR0814": {
            var changed = inspection(changedDump())
            changed.expected = nil
            return changed
        }(),
        "MIR0815": changed { $0.changedSinceStart = ["/etc/containerd/config.toml"] },
        "MIR0816": changedInspection {
            $0.expected?.mirrors += expected(endpoint: "https://10.0.0.6:5000")?.mirrors ?? []
        },
        "MIR0817": inspection(report(config("\(mirror)\", \"https://10.0.0.9"))),
        "MIR0818": changedInspection { $0.expected?.caFingerprints = ["10.0.0.5:5000": ["BB"]] },
        "MIR0819": changedInspection { $0.certificates[caPath] = [ca(notAfter: now - 60)] },
        "MIR0820": changedInspection {
            $0.certificates[caPath] = nil
            $0.expected?.caFingerprints = [:]
        },
        "MIR0821": changed { $0.outputs["environment"] = "HTTPS_PROXY=http://10.9.9.9:3128\nNO_PROXY=10.0.0.4\n" },
        "MIR0822": changed { $0.facts["clock"] = "\(now - 4000)" },
        "MIR0823": changed { $0.outputs["space"] = "/dev/vda 264212084 250000000 14212084 95% /\n" },
        "MIR0824": changed { $0.outputs["journal"] = "t n1 containerd: level=info msg=\"trying next host\" error=x\n" },
        "MIR0826": failed(.forwardingForbidden),
        "MIR0827": failed(.missing),
        "MIR0828": NodeInspection(target: "copy", outcome: .report(NodeReport(gathering: NodeTree())), now: now),
        "MIR0829": changed {
            let unit = "[Service]\nEnvironmentFile=/etc/default/containerd\n"
            $0.files.add("/etc/systemd/system/containerd.service", .file(Array(unit.utf8)))
        },
        "MIR0825": changedInspection { $0.isInMaintenance = true },
    ].merging(PodWords.byCode.mapValues { failed(.pod($0)) }) { own, _ in own }
}
