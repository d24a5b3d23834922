import Diagnosis
import Wizard

enum Samples {
    static let admin = """
        gcrKeyPath: bmctl-workspace/.sa-keys/gcr.json
        sshPrivateKeyPath: /root/.ssh/id_rsa
        ---
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cluster-admin1
        ---
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: admin1
          namespace: cluster-admin1
        spec:
          type: admin
          anthosBareMetalVersion: 1.33.200-gke.70

        """

    static let user = """
        apiVersion: baremetal.cluster.gke.io/v1
        kind: Cluster
        metadata:
          name: user1
          namespace: cluster-user1
        spec:
          type: user
          anthosBareMetalVersion: 1.34.0-gke.566

        """

    static let change = ChangePreview(
        path: "bmctl-workspace/admin1/admin1.yaml",
        isNew: false,
        diff: [
            DiffLine(.hunk, "@@ -1,5 +1,7 @@"), DiffLine(.context, "gcrKeyPath: bmctl-workspace/.sa-keys/gcr.json"),
            DiffLine(.context, "sshPrivateKeyPath: /root/.ssh/id_rsa"), DiffLine(.added, "registryMirrors:"),
            DiffLine(.added, "- endpoint: https://172.18.0.20:5000"), DiffLine(.context, "---"),
        ],
        result: [
            DiffLine(.context, "gcrKeyPath: bmctl-workspace/.sa-keys/gcr.json"),
            DiffLine(.context, "sshPrivateKeyPath: /root/.ssh/id_rsa"), DiffLine(.added, "registryMirrors:"),
            DiffLine(.added, "- endpoint: https://172.18.0.20:5000"), DiffLine(.context, "---"),
        ],
        added: 2,
        removed: 0
    )

    @Sendable static func goodReport(_ plan: ProbePlan) -> ProbeReport {
        var report = ProbeReport(plan: plan)
        for (index, kind) in ProbePhase.Kind.allCases.enumerated() {
            report[kind] = ProbePhase(kind: kind, status: .passed, milliseconds: index)
        }
        report.isFinished = true
        return report
    }

    @Sendable static func unknownCA(_ plan: ProbePlan) -> ProbeReport {
        var report = ProbeReport(plan: plan)
        report[.resolve] = ProbePhase(kind: .resolve, status: .passed, milliseconds: 0)
        report[.connect] = ProbePhase(kind: .connect, status: .passed, milliseconds: 1)
        report[.tls] = ProbePhase(kind: .tls, status: .failed, milliseconds: 4)
        for kind in [ProbePhase.Kind.ping, .login, .mirrorNamespace, .image] { report[kind].status = .skipped }
        report.failure = .certificateRejected
        report.tls = TLSFacts(
            version: "TLSv1.3",
            chain: [
                CertificateFacts(
                    subject: "CN=registry.plant",
                    issuer: "CN=Plant CA",
                    commonName: "registry.plant",
                    notBefore: 1_700_000_000,
                    notAfter: 1_900_000_000,
                    ipAddresses: ["172.18.0.20"]
                )
            ],
            problems: [VerificationProblem(kind: .issuerUnknown, depth: 0, subject: "CN=registry.plant")]
        )
        report.isFinished = true
        return report
    }
}
